package dev.ashlar.statemachine.internal;

import static dev.ashlar.statemachine.internal.LocatedExpression.indexed;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import java.util.List;

/**
 * The rules for retries and catches.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors in
 *     Step Functions workflows</a>
 */
public final class ErrorRules {

    private static final long MAX = 99_999_999;
    private static final long MAX_DELAY = 31_622_400;

    private ErrorRules() {}

    /** Adds the violations of the language. */
    static void check(Scope.Named state, Violations violations) {
        checkErrors(state.name() + ".retry", state.fields().list("Retry"), violations);
        checkErrors(state.name() + ".onError", state.fields().list("Catch"), violations);
        var check = new Check(violations);
        var retries = state.fields().list("Retry");
        for (int i = 0; i < retries.size(); i++) {
            var option = indexed(state.name() + ".retry", i);
            var retry = retries.get(i);
            retry.values().keySet().forEach(field -> checkTime(option, field, retry, check));
        }
    }

    /** Adds the tasks without a retry. */
    public static void tasksRetry(Scope scope, Violations violations) {
        requireOfTasks("Retry", "retry", "an error of a moment must not fail the execution", scope, violations);
    }

    /** Adds the tasks without a catch. */
    public static void tasksCatch(Scope scope, Violations violations) {
        requireOfTasks("Catch", "onError", "an error must lead to another state", scope, violations);
    }

    private static void requireOfTasks(String field, String option, String rule, Scope scope, Violations violations) {
        for (var state : scope.allStates()) {
            violations.expect(
                    !state.fields().is("Task") || !state.fields().list(field).isEmpty(),
                    state.name() + "." + option,
                    null,
                    rule,
                    "add " + option + "(...) to the task");
        }
    }

    private static void checkErrors(String option, List<Fields> entries, Violations violations) {
        for (int i = 0; i < entries.size(); i++) {
            var errors = entries.get(i).texts("ErrorEquals");
            violations.expect(
                    !errors.isEmpty(),
                    indexed(option, i),
                    "without errors",
                    "at least one error name is required",
                    "use ErrorNames.ALL for every error");
            violations.expect(
                    !errors.contains("States.ALL") || (errors.size() == 1 && i == entries.size() - 1),
                    indexed(option, i),
                    errors,
                    "States.ALL must be alone, and in the last entry",
                    "move it to an entry of its own behind the others");
        }
    }

    private static void checkTime(String option, String field, Fields retry, Check check) {
        var value = retry.get(field);
        switch (field) {
            case "IntervalSeconds" -> check.option(option + ".interval", value).seconds(1, MAX);
            case "MaxAttempts" -> check.option(option + ".maxAttempts", value).within(0, MAX, "retries");
            case "MaxDelaySeconds" -> check.option(option + ".maxDelay", value).seconds(1, MAX_DELAY);
            case "BackoffRate" ->
                check.option(option + ".backoffRate", value)
                        .that(
                                () -> value instanceof Double rate && rate >= 1 && Double.isFinite(rate),
                                "the interval must not shrink",
                                "use 1 or more");
            default -> {}
        }
    }
}
