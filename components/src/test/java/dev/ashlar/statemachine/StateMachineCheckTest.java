package dev.ashlar.statemachine;

import static dev.ashlar.statemachine.Condition.and;
import static dev.ashlar.statemachine.Condition.isTrue;
import static dev.ashlar.statemachine.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.core.InvalidArgsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachineCheckTest {

    private static final PassState END = PassState.create().end();

    private static List<String> faults(StateMachine.Builder machine, LintRule... rules) {
        return machine.build().check("it", rules).all().stream()
                .map(violation -> violation.message().replace("StateMachine \"it\": ", ""))
                .toList();
    }

    private static List<String> faults(State<?> state, LintRule... rules) {
        return faults(StateMachine.builder().state("A", state).state("B", END), rules);
    }

    @Test
    void a_correct_machine_has_no_faults() {
        assertThat(faults(
                        Rollouts.builder(),
                        LintRule.tasksRetry(),
                        LintRule.tasksCatch(),
                        LintRule.portablePaths(),
                        LintRule.everyPathFrom("Shift").passes("Rollback", "Finish"),
                        LintRule.everyStateFrom("Shift").upTo("Finish").reaches("Rollback")))
                .isEmpty();
    }

    @Test
    void reports_all_faults_in_one_message() {
        var machine = StateMachine.builder()
                .state("Lock", TaskState.of("x").inputPath("lock").next("Shfit"))
                .state("Shift", PassState.create().end())
                .build();

        assertThatThrownBy(() -> machine.check("roll out", LintRule.tasksRetry(), LintRule.tasksCatch())
                        .orThrow())
                .isInstanceOf(InvalidArgsException.class)
                .hasMessage("""
                        6 faults:
                          1. StateMachine "roll out": name is "roll out", but AWS allows no spaces, brackets and special characters; \
                        use letters, digits, - and _.
                          2. StateMachine "roll out": Lock.next is "Shfit", but no state beside it has this name; \
                        use one of Lock, Shift.
                          3. StateMachine "roll out": Shift is never reached, but each state must be able to run; \
                        add a transition to it, or remove it.
                          4. StateMachine "roll out": Lock.inputPath is "lock", but lock is not a step of a path; \
                        use a path like $.field, $.list[0] or $$.Execution.Id.
                          5. StateMachine "roll out": Lock.retry is missing, but an error of a moment must not fail the \
                        execution; add retry(...) to the task.
                          6. StateMachine "roll out": Lock.onError is missing, but an error must lead to another state; \
                        add onError(...) to the task.""");
    }

    @Test
    void rejects_transitions_to_states_that_do_not_exist() {
        assertThat(faults(StateMachine.builder().startAt("X").state("A", END)))
                .containsExactly("startAt is \"X\", but no state beside it has this name; use one of A.");
        assertThat(faults(PassState.create().next("X"))).anyMatch(fault -> fault.startsWith("A.next is \"X\""));
        assertThat(faults(ChoiceState.when(isTrue("$.x"), "X").otherwise("B")))
                .singleElement()
                .asString()
                .startsWith("A.choices[0].next is \"X\"");
        assertThat(faults(ChoiceState.when(isTrue("$.x"), "B").otherwise("X")))
                .singleElement()
                .asString()
                .startsWith("A.otherwise is \"X\"");
        assertThat(faults(TaskState.of("x").onAnyError("X").next("B")))
                .singleElement()
                .asString()
                .startsWith("A.onError[0].next is \"X\"");
    }

    @Test
    void rejects_a_state_without_a_next_state_or_an_end() {
        assertThat(faults(StateMachine.builder().state("A", PassState.create())))
                .containsExactly("A.next is missing, but a state must run next, or the execution must end; "
                        + "add next(...) or end().");
        assertThat(faults(TaskState.of("x").onError(Catch.on(ErrorNames.ALL)).next("B")))
                .containsExactly("A.onError[0].next is missing, but a state must run next, or the execution must end; "
                        + "add next(...).");
    }

    @Test
    void lists_only_the_first_of_the_states_that_are_never_reached() {
        assertThat(faults(StateMachine.builder()
                        .state("A", END)
                        .state("D", PassState.create().next("C"))
                        .state("C", PassState.create().next("D"))
                        .state("B", PassState.create().next("D"))))
                .containsExactly(
                        "B is never reached, but each state must be able to run; add a transition to it, or remove it.");
    }

    @Test
    void rejects_a_machine_that_never_ends() {
        assertThat(faults(StateMachine.builder()
                        .state("A", PassState.create().next("B"))
                        .state("B", PassState.create().next("A"))))
                .singleElement()
                .asString()
                .startsWith("state is without an end");
        assertThat(faults(StateMachine.builder())).singleElement().asString().startsWith("state is missing");
    }

    @Test
    void rejects_a_name_that_two_states_have_in_branches_too() {
        var branch = StateMachine.builder().state("A", END).build();

        assertThat(faults(StateMachine.builder().state("A", END).state("A", END)))
                .containsExactly("state is \"A\", but another state has this name; "
                        + "use a name that is unique in the whole state machine.");
        assertThat(faults(StateMachine.builder()
                        .state("A", ParallelState.of(branch).end())))
                .singleElement()
                .asString()
                .startsWith("state is \"A\", but another state");
    }

    @Test
    void checks_the_states_of_branches_and_maps() {
        var branch = StateMachine.builder()
                .timeout(Duration.ofHours(1))
                .state("Inner", TaskState.of("").next("B"))
                .build();

        assertThat(faults(MapState.of(branch).next("B"), LintRule.tasksRetry()))
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("A.timeout is PT1H"))
                .anyMatch(fault -> fault.startsWith("Inner.next is \"B\""))
                .anyMatch(fault -> fault.startsWith("Inner.resource is \"\""))
                .anyMatch(fault -> fault.startsWith("Inner.retry is missing"));
        assertThat(faults(ParallelState.of().next("B")))
                .containsExactly("A.branches is [], but a branch is required; add one.");
    }

    @Test
    void rejects_names_longer_than_80_characters() {
        assertThat(faults(StateMachine.builder().state("x".repeat(80), END))).isEmpty();
        assertThat(faults(StateMachine.builder().state("x".repeat(81), END)))
                .singleElement()
                .asString()
                .endsWith("a name has 1 to 80 characters; shorten it.");
        assertThat(faults(StateMachine.builder().state("", END)))
                .singleElement()
                .asString()
                .endsWith("name it.");
        assertThat(Rollouts.builder().build().check("x".repeat(80)).isEmpty()).isTrue();
        assertThat(Rollouts.builder().build().check("x".repeat(81)).message()).contains("AWS allows 80 characters");
    }

    @Test
    void rejects_a_definition_larger_than_1_mb() {
        assertThat(faults(
                        PassState.result(Map.of("text", "x".repeat(1_048_000))).next("B")))
                .isEmpty();
        assertThat(faults(
                        PassState.result(Map.of("text", "x".repeat(1_048_576))).next("B")))
                .singleElement()
                .asString()
                .startsWith("definition is 1,048,")
                .contains("AWS allows 1 MB");
    }

    @Test
    void rejects_a_choice_without_a_default() {
        assertThat(faults(ChoiceState.when(isTrue("$.x"), "B")))
                .containsExactly("A.otherwise is missing, but an input that no choice matches fails the execution; "
                        + "add otherwise(...).");
    }

    @Test
    void rejects_a_combination_without_conditions() {
        assertThat(faults(ChoiceState.when(not(and()), "B").otherwise("B")))
                .containsExactly("A.choices[0].not is [], but And requires conditions; add one or more.");
    }

    @Test
    void rejects_times_outside_the_quotas() {
        assertThat(faults(WaitState.of(Duration.ofSeconds(99_999_999)).next("B")))
                .isEmpty();
        assertThat(faults(WaitState.of(Duration.ofSeconds(100_000_000)).next("B")))
                .singleElement()
                .asString()
                .startsWith("A.duration is PT");
        assertThat(faults(WaitState.of(Duration.ofMillis(1500)).next("B"))).hasSize(1);
        assertThat(faults(TaskState.of("x").timeout(Duration.ZERO).next("B")))
                .singleElement()
                .asString()
                .startsWith("A.timeout is PT0S");
        assertThat(faults(TaskState.of("x")
                        .timeout(Duration.ofSeconds(9))
                        .heartbeat(Duration.ofSeconds(9))
                        .next("B")))
                .singleElement()
                .asString()
                .startsWith("A.heartbeat is PT9S, but it must be less than the timeout");
        assertThat(faults(StateMachine.builder().timeout(Duration.ofMillis(1)).state("A", END)))
                .singleElement()
                .asString()
                .startsWith("timeout is PT0.001S");
        assertThat(faults(MapState.of(StateMachine.builder().state("C", END).build())
                        .maxConcurrency(-1)
                        .next("B")))
                .singleElement()
                .asString()
                .startsWith("A.maxConcurrency is -1");
    }

    @Test
    void rejects_a_reserved_error_name_of_a_fail_state() {
        assertThat(faults(StateMachine.builder().state("A", FailState.of("States.Mine"))))
                .singleElement()
                .asString()
                .startsWith("A.error is \"States.Mine\", but the prefix States. is reserved");
    }

    @Test
    void rejects_retries_outside_the_quotas() {
        var wrong = Retry.on()
                .interval(Duration.ZERO)
                .maxAttempts(-1)
                .maxDelay(Duration.ofDays(367))
                .backoffRate(0.5);

        assertThat(faults(TaskState.of("x").retry(wrong).next("B")))
                .hasSize(5)
                .anyMatch(fault -> fault.startsWith("A.retry[0] is without errors"))
                .anyMatch(fault -> fault.startsWith("A.retry[0].interval is PT0S"))
                .anyMatch(fault -> fault.startsWith("A.retry[0].maxAttempts is -1"))
                .anyMatch(fault -> fault.startsWith("A.retry[0].maxDelay is PT"))
                .anyMatch(fault -> fault.startsWith("A.retry[0].backoffRate is 0.5"));
    }

    @Test
    void requires_all_errors_alone_and_last() {
        var all = Retry.on(ErrorNames.ALL);

        assertThat(faults(TaskState.of("x")
                        .retry(Retry.on(ErrorNames.TIMEOUT), all)
                        .next("B")))
                .isEmpty();
        assertThat(faults(TaskState.of("x")
                        .retry(all, Retry.on(ErrorNames.TIMEOUT))
                        .next("B")))
                .singleElement()
                .asString()
                .startsWith("A.retry[0] is [States.ALL], but States.ALL must be alone");
        assertThat(faults(TaskState.of("x")
                        .onError(Catch.on(ErrorNames.ALL, ErrorNames.TIMEOUT).next("B"))
                        .next("B")))
                .singleElement()
                .asString()
                .startsWith("A.onError[0] is [States.ALL, States.Timeout]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$",
                "$.a.b_c",
                "$.a[0]",
                "$.a[-1].b",
                "$['a b'].c",
                "$.a[*].b",
                "$..b",
                "$.a[1:3]",
                "$.a[0,1]",
                "$.a[?(@.x == 1)]",
                "$$.Execution.Id",
                "$.a.*",
                "$.größe",
                "$[\"a\"]"
            })
    void accepts_paths_of_the_dialect(String path) {
        assertThat(faults(PassState.create().inputPath(path).next("B"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "$a", "$.", "$.a[", "$.a[]", "$.a b", "$.a.length()", "$.a[x]", "$...a", "$$$.a"})
    void rejects_paths_outside_the_dialect(String path) {
        assertThat(faults(PassState.create().inputPath(path).next("B"))).hasSize(1);
    }

    @Test
    void checks_paths_wherever_they_are() {
        var bad = JsonPath.of("$.a[");

        assertThat(faults(TaskState.of("x")
                        .parameters(Map.of("a", Map.of("b", bad)))
                        .resultSelector(Map.of("c", List.of(Map.of("d", Intrinsic.arrayLength(bad)))))
                        .onError(Catch.on(ErrorNames.ALL).resultPath("$.a[").next("B"))
                        .next("B")))
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("A.parameters.a.b is \"$.a[\""))
                .anyMatch(fault -> fault.startsWith("A.resultSelector.c[0].d is"))
                .anyMatch(fault -> fault.startsWith("A.onError[0].resultPath is"));
        assertThat(faults(ChoiceState.when(not(isTrue("x")), "B").otherwise("B")))
                .singleElement()
                .asString()
                .startsWith("A.choices[0].not.variable is \"x\"");
    }

    @Test
    void requires_a_reference_path_where_one_value_is_written_or_read() {
        assertThat(faults(PassState.create().resultPath("$.a[*]").next("B")))
                .singleElement()
                .asString()
                .startsWith("A.resultPath is \"$.a[*]\", but ResultPath must select exactly one value");
        assertThat(faults(PassState.create().resultPath("$$.State").next("B")))
                .singleElement()
                .asString()
                .contains("the context object cannot be changed");
        assertThat(faults(WaitState.secondsPath("$..s").next("B"))).hasSize(1);
        assertThat(faults(WaitState.secondsPath("$$.Execution.Input.s").next("B")))
                .isEmpty();
    }

    @Test
    void rejects_expressions_where_the_language_does_not_evaluate_them() {
        var path = JsonPath.of("$.x");

        assertThat(faults(PassState.parameters(Map.of("list", List.of(path))).next("B")))
                .singleElement()
                .asString()
                .startsWith("A.parameters.list[0] is \"$.x\"")
                .endsWith("replace the list by Intrinsic.array(...).");
        assertThat(faults(PassState.parameters(Map.of("x.$", "$.x")).next("B")))
                .singleElement()
                .asString()
                .startsWith("A.parameters.x.$ is $.x, but the suffix");
        assertThat(faults(PassState.result(Map.of("x", path)).next("B")))
                .singleElement()
                .asString()
                .startsWith("A.result.x is \"$.x\"");
    }

    @Test
    void rejects_more_than_10_nested_functions() {
        Expression ten = JsonPath.INPUT;
        for (int i = 0; i < 10; i++) {
            ten = Intrinsic.arrayLength(ten);
        }

        assertThat(faults(PassState.parameters(Map.of("x", ten)).next("B"))).isEmpty();
        assertThat(faults(PassState.parameters(Map.of("x", Intrinsic.arrayLength(ten)))
                        .next("B")))
                .containsExactly("A.parameters.x is 11 functions deep, but AWS allows 10 nested intrinsic functions; "
                        + "compute a part of it in a Pass state before.");
    }

    @Test
    void requires_retry_and_catch_of_tasks_where_a_rule_does() {
        var task = TaskState.of("x").next("B");

        assertThat(faults(task)).isEmpty();
        assertThat(faults(task, LintRule.tasksRetry()))
                .singleElement()
                .asString()
                .startsWith("A.retry is missing");
        assertThat(faults(task, LintRule.tasksCatch()))
                .singleElement()
                .asString()
                .startsWith("A.onError is missing");
    }

    @Test
    void rejects_paths_that_emulators_evaluate_differently_where_a_rule_does() {
        var state = PassState.parameters(Map.of("x", JsonPath.of("$.a[0].b"))).next("B");
        var filter = PassState.create().inputPath("$.a[?(@.b == 1)]").next("B");

        assertThat(faults(state)).isEmpty();
        assertThat(faults(state, LintRule.portablePaths()))
                .containsExactly("A.parameters.x is \"$.a[0].b\", but emulators return a list for a path that goes on "
                        + "behind an index; select the value in Pass states, step by step.");
        assertThat(faults(filter, LintRule.portablePaths()))
                .singleElement()
                .asString()
                .contains("a filter fails");
    }

    @Test
    void rejects_a_path_to_an_end_that_a_rule_does_not_allow() {
        var rule = LintRule.everyPathFrom("Shift").passes("Rollback", "Finish");
        var gates = StateMachine.builder()
                .state("Shift", Rollouts.weights(90, 10).onAnyError("Rollback").next("Gates"))
                .state("Rollback", Rollouts.weights(100, 0).next("Finish"))
                .state("Finish", SucceedState.create());

        assertThat(faults(gates.state("Gates", TaskState.of("x").next("Finish")), rule))
                .containsExactly(
                        "everyPathFrom(Shift) is Shift, Gates, but each path to an end must pass Rollback or Finish; "
                                + "Gates can fail there, so add a catch of States.ALL or a default.");
        assertThat(faults(Rollouts.builder(), LintRule.everyPathFrom("Shift").passes("Rollback")))
                .singleElement()
                .asString()
                .endsWith("lead Finish there.");
        assertThat(faults(Rollouts.builder(), LintRule.everyPathFrom("Shift").passes("Back")))
                .singleElement()
                .asString()
                .startsWith("everyPathFrom(Shift) is \"Back\", but no state has this name");
    }

    @Test
    void rejects_states_that_cannot_reach_a_state_where_a_rule_requires_it() {
        var rule = LintRule.everyStateFrom("Shift").upTo("Done").reaches("Rollback");
        var machine = StateMachine.builder()
                .state("Shift", TaskState.of("x").onAnyError("Rollback").next("Notify"))
                .state("Notify", TaskState.of("x").next("Done"))
                .state("Done", SucceedState.create())
                .state("Rollback", TaskState.of("x").end());

        assertThat(faults(machine, rule))
                .containsExactly(
                        "everyStateFrom(Shift) is Notify, but each of these states must be able to reach Rollback; "
                                + "add a transition or a catch that leads to it.");
        assertThat(faults(machine, LintRule.everyStateFrom("Shift").reaches("Rollback")))
                .hasSize(2);
        assertThat(faults(machine, LintRule.everyStateFrom("Shift").upTo("X").reaches("Y")))
                .hasSize(2);
    }

    @Test
    void reports_each_of_many_faults() {
        var machine = StateMachine.builder();
        IntStream.range(0, 60)
                .forEach(i -> machine.state("S" + i, PassState.create().next("Missing")));

        assertThat(faults(machine)).hasSize(60 + 59);
    }
}
