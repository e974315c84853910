package dev.ashlar.statemachine.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import java.time.Duration;
import java.util.List;

/**
 * The rules for single fields of states.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html">Task workflow state</a>
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html">Wait workflow state</a>
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 */
final class StateRules {

    private static final long MAX_SECONDS = 99_999_999;

    private StateRules() {}

    static void check(Scope.Named state, Violations violations) {
        var check = new Check(violations);
        state.fields().values().keySet().forEach(field -> checkField(state.name() + ".", field, state.fields(), check));
        if (state.fields().is("Choice")) {
            check.option(state.name() + ".otherwise", state.fields().get("Default"))
                    .required("an input that no choice matches fails the execution", "add otherwise(...)");
        }
    }

    private static void checkField(String prefix, String field, Fields fields, Check check) {
        var value = fields.get(field);
        switch (field) {
            case "Resource" ->
                check.option(prefix + "resource", value)
                        .that(
                                () -> !fields.text(field).isBlank(),
                                "a task calls a resource",
                                "use the ARN of an integration, a function or an activity");
            case "TimeoutSeconds" -> check.option(prefix + "timeout", value).seconds(1, MAX_SECONDS);
            case "HeartbeatSeconds" ->
                check.option(prefix + "heartbeat", value)
                        .seconds(1, MAX_SECONDS)
                        .that(() -> isShorter(fields), "it must be less than the timeout", "use a shorter time");
            case "Seconds" -> check.option(prefix + "duration", value).seconds(0, MAX_SECONDS);
            case "MaxConcurrency" ->
                check.option(prefix + "maxConcurrency", value).within(0, Integer.MAX_VALUE, "items");
            case "Error" ->
                check.option(prefix + "error", value)
                        .that(
                                () -> !fields.text(field).startsWith("States."),
                                "the prefix States. is reserved for errors of the States language",
                                "use a name of your own");
            case "Branches" ->
                check.violations()
                        .expect(
                                !fields.texts(field).isEmpty(),
                                prefix + "branches",
                                value,
                                "a branch is required",
                                "add one");
            case "Choices" -> checkConditions(prefix + "choices", fields.list(field), check);
            default -> {}
        }
    }

    private static boolean isShorter(Fields fields) {
        return !(fields.get("TimeoutSeconds") instanceof Duration timeout)
                || !(fields.get("HeartbeatSeconds") instanceof Duration heartbeat)
                || heartbeat.compareTo(timeout) < 0;
    }

    private static void checkConditions(String option, List<Fields> conditions, Check check) {
        for (int i = 0; i < conditions.size(); i++) {
            var at = LocatedExpression.indexed(option, i);
            checkCondition(at, conditions.get(i), check);
        }
    }

    private static void checkCondition(String option, Fields condition, Check check) {
        for (var operator : List.of("And", "Or")) {
            var conditions = condition.get(operator);
            check.violations()
                    .expect(
                            conditions == null || !condition.list(operator).isEmpty(),
                            option,
                            conditions,
                            operator + " requires conditions",
                            "add one or more");
            checkConditions(option + "." + LocatedExpression.optionName(operator), condition.list(operator), check);
        }
        if (condition.get("Not") instanceof Fields negated) {
            checkCondition(option + ".not", negated, check);
        }
    }
}
