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
        var fields = state.fields();
        var check = new Check(violations);
        check.option(state.name() + ".resource", fields.get("Resource"))
                .that(
                        () -> !fields.text("Resource").isBlank(),
                        "a task calls a resource",
                        "use the ARN of an integration, a function or an activity");
        check.option(state.name() + ".timeout", fields.get("TimeoutSeconds")).seconds(1, MAX_SECONDS);
        check.option(state.name() + ".heartbeat", fields.get("HeartbeatSeconds"))
                .seconds(1, MAX_SECONDS)
                .that(() -> isShorter(fields), "it must be less than the timeout", "use a shorter time");
        check.option(state.name() + ".duration", fields.get("Seconds")).seconds(0, MAX_SECONDS);
        check.option(state.name() + ".maxConcurrency", fields.get("MaxConcurrency"))
                .within(0, Integer.MAX_VALUE, "items");
        check.option(state.name() + ".error", fields.get("Error"))
                .that(
                        () -> !fields.text("Error").startsWith("States."),
                        "the prefix States. is reserved for errors of the States language",
                        "use a name of your own");
        check.option(state.name() + ".branches", fields.get("Branches"))
                .that(() -> !fields.texts("Branches").isEmpty(), "a branch is required", "add one");
        if (fields.is("Choice")) {
            check.option(state.name() + ".otherwise", fields.get("Default"))
                    .required("an input that no choice matches fails the execution", "add otherwise(...)");
        }
        checkConditions(state.name() + ".choices", fields.list("Choices"), check);
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
            check.option(option, condition.get(operator))
                    .that(
                            () -> !condition.list(operator).isEmpty(),
                            operator + " requires conditions",
                            "add one or more");
            checkConditions(option + "." + LocatedExpression.optionName(operator), condition.list(operator), check);
        }
        if (condition.get("Not") instanceof Fields negated) {
            checkCondition(option + ".not", negated, check);
        }
    }
}
