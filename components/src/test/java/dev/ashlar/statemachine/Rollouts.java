package dev.ashlar.statemachine;

import static dev.ashlar.statemachine.Condition.and;
import static dev.ashlar.statemachine.Condition.isPresent;
import static dev.ashlar.statemachine.Condition.number;
import static dev.ashlar.statemachine.Condition.string;

import java.time.Duration;
import java.util.Map;

/** A state machine that shifts traffic, for tests. */
final class Rollouts {

    private static final String SDK = "arn:aws:states:::aws-sdk:";

    static final Retry RETRY = Retry.on(ErrorNames.ALL)
            .interval(Duration.ofSeconds(1))
            .backoffRate(1.5)
            .maxAttempts(8);

    private Rollouts() {}

    static StateMachine.Builder builder() {
        return StateMachine.builder()
                .comment("Shifts traffic to a new version")
                .timeout(Duration.ofHours(6))
                .state("Lock", lock())
                .state("Shift", weights(90, 10).onAnyError("Rollback").next("Soak"))
                .state("Soak", WaitState.of(Duration.ofMinutes(1)).next("Gates"))
                .state("Gates", gates())
                .state("Verdict", verdict())
                .state("Finish", weights(0, 100).onAnyError("Rollback").end())
                .state("Rollback", weights(100, 0).onAnyError("Failed").next("Failed"))
                .state("Failed", FailState.of("RolloutFailed").cause(Intrinsic.jsonToString(JsonPath.of("$.error"))));
    }

    static TaskState lock() {
        return TaskState.of("arn:aws:states:::dynamodb:putItem")
                .parameters(Map.of(
                        "TableName", "locks",
                        "Item", Map.of("pk", Map.of("S", "LOCK"), "owner", Map.of("S", JsonPath.EXECUTION_ID)),
                        "ConditionExpression", "attribute_not_exists(pk)"))
                .discardResult()
                .retry(RETRY)
                .onAnyError("Failed")
                .next("Shift");
    }

    static TaskState weights(int blue, int green) {
        return TaskState.of(SDK + "elasticloadbalancingv2:modifyRule")
                .parameters(Map.of("RuleArn", JsonPath.of("$.rule"), "Weights", Map.of("blue", blue, "green", green)))
                .discardResult()
                .retry(RETRY);
    }

    static TaskState gates() {
        return TaskState.of(SDK + "cloudwatch:describeAlarms")
                .parameters(Map.of("AlarmNames", JsonPath.of("$.alarms")))
                .resultSelector(Map.of("states", JsonPath.of("$.MetricAlarms[*].StateValue")))
                .resultPath("$.gate")
                .retry(RETRY)
                .onAnyError("Rollback")
                .next("Verdict");
    }

    static ChoiceState verdict() {
        return ChoiceState.when(string("$.gate.states[0]").equalTo("ALARM"), "Rollback")
                .or(and(isPresent("$.polls"), number("$.polls").lessThan(30)), "Soak")
                .otherwise("Finish");
    }
}
