package dev.ashlar.statemachine;

import static dev.ashlar.statemachine.Condition.and;
import static dev.ashlar.statemachine.Condition.isFalse;
import static dev.ashlar.statemachine.Condition.isNull;
import static dev.ashlar.statemachine.Condition.isPresent;
import static dev.ashlar.statemachine.Condition.matches;
import static dev.ashlar.statemachine.Condition.not;
import static dev.ashlar.statemachine.Condition.number;
import static dev.ashlar.statemachine.Condition.or;
import static dev.ashlar.statemachine.Condition.string;
import static dev.ashlar.statemachine.Condition.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateMachineTest {

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static JsonNode rendered(State<?> state) {
        return json(StateMachine.builder().state("It", state).build().json()).at("/States/It");
    }

    @Test
    void renders_a_task_with_parameters_retry_and_catch() {
        assertThat(rendered(Rollouts.lock())).isEqualTo(json("""
                        {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::dynamodb:putItem",
                          "Parameters": {
                            "TableName": "locks",
                            "Item": {"pk": {"S": "LOCK"}, "owner": {"S.$": "$$.Execution.Id"}},
                            "ConditionExpression": "attribute_not_exists(pk)"
                          },
                          "ResultPath": null,
                          "Retry": [
                            {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "BackoffRate": 1.5, "MaxAttempts": 8}
                          ],
                          "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Failed"}],
                          "Next": "Shift"
                        }
                        """));
    }

    @Test
    void renders_the_other_fields_of_a_task() {
        assertThat(rendered(TaskState.of("arn:aws:states:::sqs:sendMessage.waitForTaskToken")
                        .comment("Waits for an approval")
                        .inputPath("$.approval")
                        .outputPath("$.answer")
                        .timeout(Duration.ofHours(1))
                        .heartbeat(Duration.ofMinutes(5))
                        .retry(Retry.on(ErrorNames.TIMEOUT)
                                .maxDelay(Duration.ofMinutes(1))
                                .fullJitter())
                        .end()))
                .isEqualTo(json("""
                        {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                          "Comment": "Waits for an approval",
                          "InputPath": "$.approval",
                          "OutputPath": "$.answer",
                          "TimeoutSeconds": 3600,
                          "HeartbeatSeconds": 300,
                          "Retry": [
                            {"ErrorEquals": ["States.Timeout"], "MaxDelaySeconds": 60, "JitterStrategy": "FULL"}
                          ],
                          "End": true
                        }
                        """));
        assertThat(rendered(
                        TaskState.of("x").timeoutPath("$.limit").discardInput().discardOutput()))
                .isEqualTo(json("""
                        {"Type": "Task", "Resource": "x", "TimeoutSecondsPath": "$.limit", "InputPath": null, "OutputPath": null}
                        """));
    }

    @Test
    void renders_a_choice_with_typed_comparisons() {
        assertThat(rendered(ChoiceState.when(not(string("$.type").equalTo("Private")), "Public")
                        .or(
                                and(
                                        isPresent("$.value"),
                                        number("$.value").atLeast(20),
                                        number("$.value").lessThan(30)),
                                "Twenties")
                        .or(or(isFalse("$.audited"), isNull("$.audited"), matches("$.log", "*.txt")), "Audit")
                        .or(timestamp("$.due").lessThan(JsonPath.of("$$.State.EnteredTime")), "Late")
                        .or(timestamp("$.due").greaterThan(Instant.parse("2027-01-01T00:00:00Z")), "Early")
                        .otherwise("Record")))
                .isEqualTo(json("""
                        {
                          "Type": "Choice",
                          "Choices": [
                            {"Not": {"Variable": "$.type", "StringEquals": "Private"}, "Next": "Public"},
                            {
                              "And": [
                                {"Variable": "$.value", "IsPresent": true},
                                {"Variable": "$.value", "NumericGreaterThanEquals": 20},
                                {"Variable": "$.value", "NumericLessThan": 30}
                              ],
                              "Next": "Twenties"
                            },
                            {
                              "Or": [
                                {"Variable": "$.audited", "BooleanEquals": false},
                                {"Variable": "$.audited", "IsNull": true},
                                {"Variable": "$.log", "StringMatches": "*.txt"}
                              ],
                              "Next": "Audit"
                            },
                            {"Variable": "$.due", "TimestampLessThanPath": "$$.State.EnteredTime", "Next": "Late"},
                            {"Variable": "$.due", "TimestampGreaterThan": "2027-01-01T00:00:00Z", "Next": "Early"}
                          ],
                          "Default": "Record"
                        }
                        """));
    }

    @Test
    void names_each_comparison_as_the_language_does() {
        var path = JsonPath.of("$.other");
        var operators = List.of(
                string("$.x").equalTo(path),
                string("$.x").lessThan("a"),
                string("$.x").atMost("a"),
                string("$.x").atMost(path),
                string("$.x").greaterThan(path),
                string("$.x").atLeast(path),
                Condition.isTrue("$.x"),
                Condition.isString("$.x"),
                Condition.isNumeric("$.x"),
                Condition.isBoolean("$.x"),
                Condition.isTimestamp("$.x"));

        assertThat(operators.stream().flatMap(condition -> condition.fields().values().keySet().stream()))
                .containsOnly(
                        "Variable",
                        "StringEqualsPath",
                        "StringLessThan",
                        "StringLessThanEquals",
                        "StringLessThanEqualsPath",
                        "StringGreaterThanPath",
                        "StringGreaterThanEqualsPath",
                        "BooleanEquals",
                        "IsString",
                        "IsNumeric",
                        "IsBoolean",
                        "IsTimestamp");
    }

    @Test
    void renders_waits_passes_and_ends() {
        assertThat(rendered(WaitState.of(Duration.ofMinutes(1)).next("A")))
                .isEqualTo(json("{'Type': 'Wait', 'Seconds': 60, 'Next': 'A'}".replace('\'', '"')));
        assertThat(rendered(WaitState.secondsPath("$.s")).path("SecondsPath").textValue())
                .isEqualTo("$.s");
        assertThat(rendered(WaitState.timestampPath("$.t"))
                        .path("TimestampPath")
                        .textValue())
                .isEqualTo("$.t");
        assertThat(rendered(WaitState.until(Instant.EPOCH)).path("Timestamp").textValue())
                .isEqualTo("1970-01-01T00:00:00Z");
        assertThat(rendered(PassState.create().end())).isEqualTo(json("{\"Type\": \"Pass\", \"End\": true}"));
        assertThat(rendered(
                        PassState.result(Map.of("x", 1)).resultPath("$.coords").next("A")))
                .isEqualTo(json("""
                        {"Type": "Pass", "Result": {"x": 1}, "ResultPath": "$.coords", "Next": "A"}
                        """));
        assertThat(rendered(PassState.parameters(Map.of("action", JsonPath.of("$.Actions[0]")))
                        .end()))
                .isEqualTo(json("""
                        {"Type": "Pass", "Parameters": {"action.$": "$.Actions[0]"}, "End": true}
                        """));
        assertThat(rendered(SucceedState.create())).isEqualTo(json("{\"Type\": \"Succeed\"}"));
        assertThat(rendered(FailState.of("Late").cause("No answer"))).isEqualTo(json("""
                        {"Type": "Fail", "Error": "Late", "Cause": "No answer"}
                        """));
        assertThat(rendered(FailState.of(JsonPath.of("$.code")).cause(Intrinsic.jsonToString(JsonPath.of("$.error")))))
                .isEqualTo(json("""
                        {"Type": "Fail", "ErrorPath": "$.code", "CausePath": "States.JsonToString($.error)"}
                        """));
    }

    @Test
    void renders_parallel_branches_and_an_inline_map() {
        var branch =
                StateMachine.builder().state("Inner", PassState.create().end()).build();

        assertThat(rendered(ParallelState.of(branch).parameters(Map.of("a", 1)).next("B")))
                .isEqualTo(json("""
                        {
                          "Type": "Parallel",
                          "Branches": [{"StartAt": "Inner", "States": {"Inner": {"Type": "Pass", "End": true}}}],
                          "Parameters": {"a": 1},
                          "Next": "B"
                        }
                        """));
        assertThat(rendered(MapState.of(branch)
                        .itemsPath("$.rules")
                        .itemSelector(Map.of("rule", JsonPath.MAP_ITEM))
                        .maxConcurrency(2)
                        .end()))
                .isEqualTo(json("""
                        {
                          "Type": "Map",
                          "ItemProcessor": {
                            "ProcessorConfig": {"Mode": "INLINE"},
                            "StartAt": "Inner",
                            "States": {"Inner": {"Type": "Pass", "End": true}}
                          },
                          "ItemsPath": "$.rules",
                          "ItemSelector": {"rule.$": "$$.Map.Item.Value"},
                          "MaxConcurrency": 2,
                          "End": true
                        }
                        """));
    }

    @Test
    void starts_at_the_first_state_unless_another_is_named() {
        var machine = StateMachine.builder()
                .state("A", PassState.create().end())
                .state("B", PassState.create().next("A"));

        assertThat(machine.build().definition()).containsEntry("StartAt", "A");
        assertThat(machine.startAt("B").build().definition()).containsEntry("StartAt", "B");
    }

    @Test
    void replaces_the_end_by_a_next_state_and_back() {
        assertThat(PassState.create().end().next("A"))
                .isEqualTo(PassState.create().next("A"));
        assertThat(PassState.create().next("A").end())
                .isEqualTo(PassState.create().end());
    }

    @Test
    void machines_of_equal_states_are_equal_values() {
        assertThat(Rollouts.builder().build())
                .isEqualTo(Rollouts.builder().build())
                .hasSameHashCodeAs(Rollouts.builder().build())
                .isNotEqualTo(StateMachine.builder().build());
        assertThat(Catch.on("A").next("B")).isEqualTo(Catch.on("A").next("B")).isNotEqualTo(Catch.on("A"));
        assertThat(Retry.on("A"))
                .isEqualTo(Retry.on("A"))
                .isNotEqualTo(Retry.on("A").fullJitter());
        assertThat(isNull("$.a")).isEqualTo(isNull("$.a")).isNotEqualTo(isPresent("$.a"));
    }

    @Test
    void passes_values_on_that_are_not_known_yet() {
        var recording = Recording.of(context -> {
            var machine = StateMachine.builder()
                    .state(
                            "It",
                            TaskState.of(Output.of("arn:it"))
                                    .parameters(Map.of("Cluster", Output.of("shop"), "Task", JsonPath.of("$.task")))
                                    .discardResult()
                                    .end())
                    .build();
            assertThatThrownBy(machine::json)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("/States/It/Resource is a com.pulumi");
            assertThat(machine.check("it").isEmpty()).isTrue();
            context.export("definition", Json.of(machine.definition()));
        });

        assertThat(json((String) recording.outputs().get("definition")).at("/States/It"))
                .isEqualTo(json("""
                        {
                          "Type": "Task",
                          "Resource": "arn:it",
                          "Parameters": {"Cluster": "shop", "Task.$": "$.task"},
                          "ResultPath": null,
                          "End": true
                        }
                        """));
    }

    @Test
    void answers_which_states_come_after_a_state() {
        var machine = Rollouts.builder().build();

        assertThat(machine.statesAfter("Finish")).containsExactly("Rollback", "Failed");
        assertThat(machine.statesAfter("Soak")).contains("Soak");
    }

    @Test
    void answers_whether_every_path_to_an_end_passes_a_state() {
        var machine = Rollouts.builder().build();

        assertThat(machine.everyPathFrom("Shift").passes("Rollback", "Finish")).isTrue();
        assertThat(machine.everyPathFrom("Shift").passes("Rollback")).isFalse();
        assertThat(machine.everyPathFrom("Shift").avoiding("Rollback"))
                .contains(List.of("Shift", "Soak", "Gates", "Verdict", "Finish"));
        assertThatThrownBy(() -> machine.everyPathFrom("Shfit").passes("Rollback"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Shfit");
    }

    @Test
    void a_failure_without_a_catch_of_all_errors_is_an_end() {
        var machine = StateMachine.builder()
                .state(
                        "Shift",
                        TaskState.of("x")
                                .onError(Catch.on(ErrorNames.TIMEOUT).next("Back"))
                                .next("Back"))
                .state("Back", PassState.create().end())
                .build();

        assertThat(machine.everyPathFrom("Shift").avoiding("Back")).contains(List.of("Shift"));
        assertThat(machine.statesAfter("Shift")).isEqualTo(Set.of("Back"));
    }
}
