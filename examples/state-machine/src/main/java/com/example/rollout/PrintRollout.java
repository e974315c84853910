package com.example.rollout;

import static dev.ashlar.statemachine.Condition.string;

import dev.ashlar.statemachine.ChoiceState;
import dev.ashlar.statemachine.ErrorNames;
import dev.ashlar.statemachine.FailState;
import dev.ashlar.statemachine.JsonPath;
import dev.ashlar.statemachine.LintRule;
import dev.ashlar.statemachine.Retry;
import dev.ashlar.statemachine.StateMachine;
import dev.ashlar.statemachine.TaskState;
import dev.ashlar.statemachine.WaitState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Prints a state machine that shifts traffic to a new version and back if an alarm goes off. */
public final class PrintRollout {

    private static final String SDK = "arn:aws:states:::aws-sdk:";
    private static final Retry RETRY =
            Retry.on(ErrorNames.ALL).interval(Duration.ofSeconds(1)).maxAttempts(5);

    public static void main(String[] args) {
        var machine = machine();
        machine.check(
                        "rollout",
                        LintRule.tasksRetry(),
                        LintRule.tasksCatch(),
                        LintRule.portablePaths(),
                        LintRule.everyPathFrom("Shift").passes("Finish", "Rollback"),
                        LintRule.everyStateFrom("Shift").upTo("Finish").reaches("Rollback"))
                .orThrow();
        System.out.println(machine.json());
    }

    static StateMachine machine() {
        return StateMachine.builder()
                .comment("Shifts traffic to a new version, and back if an alarm goes off")
                .timeout(Duration.ofHours(6))
                .state("Lock", lock().onAnyError("Failed").next("Shift"))
                .state("Shift", weights(90, 10).onAnyError("Rollback").next("Soak"))
                .state("Soak", WaitState.of(Duration.ofMinutes(30)).next("Gate"))
                .state("Gate", alarm().onAnyError("Rollback").next("Verdict"))
                .state(
                        "Verdict",
                        ChoiceState.when(string("$.alarm.first.StateValue").equalTo("OK"), "Finish")
                                .otherwise("Rollback"))
                .state("Finish", weights(0, 100).onAnyError("Rollback").end())
                .state("Rollback", weights(100, 0).onAnyError("Failed").next("Failed"))
                .state("Failed", FailState.of("RolloutFailed"))
                .build();
    }

    private static TaskState lock() {
        return TaskState.of("arn:aws:states:::dynamodb:putItem")
                .parameters(Map.of(
                        "TableName", "locks",
                        "Item", Map.of("pk", Map.of("S", "LOCK"), "owner", Map.of("S", JsonPath.EXECUTION_ID)),
                        "ConditionExpression", "attribute_not_exists(pk)"))
                .discardResult()
                .retry(Retry.on("DynamoDB.ConditionalCheckFailedException").maxAttempts(0), RETRY);
    }

    private static TaskState weights(int stable, int canary) {
        return TaskState.of(SDK + "elasticloadbalancingv2:modifyRule")
                .parameters(Map.of(
                        "RuleArn", JsonPath.of("$.rule"),
                        "Actions",
                                List.of(Map.of(
                                        "Type",
                                        "forward",
                                        "ForwardConfig",
                                        Map.of(
                                                "TargetGroups",
                                                List.of(
                                                        Map.of(
                                                                "TargetGroupArn",
                                                                JsonPath.of("$.stable"),
                                                                "Weight",
                                                                stable),
                                                        Map.of(
                                                                "TargetGroupArn",
                                                                JsonPath.of("$.canary"),
                                                                "Weight",
                                                                canary)))))))
                .discardResult()
                .retry(RETRY);
    }

    private static TaskState alarm() {
        return TaskState.of(SDK + "cloudwatch:describeAlarms")
                .parameters(Map.of("AlarmNames", JsonPath.of("$.alarms"), "AlarmTypes", List.of("MetricAlarm")))
                .resultSelector(Map.of("first", JsonPath.of("$.MetricAlarms[0]")))
                .resultPath("$.alarm")
                .retry(RETRY);
    }
}
