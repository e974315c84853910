package dev.ashlar.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StateMachinePropertyTest {

    /** A chain of tasks, waits and choices with an end, that is correct for any number of states. */
    private static StateMachine chain(int states, Map<String, String> parameters) {
        var machine = StateMachine.builder();
        for (int i = 0; i < states; i++) {
            var next = "S" + (i + 1);
            machine.state(
                    "S" + i,
                    switch (i % 4) {
                        case 0 ->
                            TaskState.of("arn:task")
                                    .parameters(Map.of("given", parameters, "at", JsonPath.of("$.at[" + i + "]")))
                                    .retry(Rollouts.RETRY)
                                    .onAnyError("Rollback")
                                    .next(next);
                        case 1 -> WaitState.of(Duration.ofSeconds(i)).next(next);
                        case 2 ->
                            ChoiceState.when(Condition.number("$.n").lessThan(i), "S" + (i - 1))
                                    .otherwise(next);
                        default ->
                            PassState.parameters(Map.of("n", Intrinsic.mathAdd(JsonPath.of("$.n"), 1)))
                                    .next(next);
                    });
        }
        return machine.state("S" + states, SucceedState.create())
                .state("Rollback", FailState.of("Failed"))
                .build();
    }

    @Property(tries = 100)
    void renders_the_same_text_from_equal_values_and_parses_back(
            @ForAll @IntRange(min = 1, max = 60) int states, @ForAll @Size(max = 8) Map<String, String> parameters)
            throws JsonProcessingException {
        var machine = chain(states, new HashMap<>(parameters));
        var reversed = new LinkedHashMap<String, String>();
        parameters.keySet().stream()
                .sorted((a, b) -> b.compareTo(a))
                .forEach(key -> reversed.put(key, parameters.get(key)));

        assertThat(machine.json()).isEqualTo(chain(states, reversed).json());
        Object parsed = new ObjectMapper().readValue(machine.json(), Map.class);
        assertThat(parsed).hasToString(machine.definition().toString());
    }

    @Property(tries = 60)
    void accepts_a_correct_machine_of_any_size(@ForAll @IntRange(min = 1, max = 60) int states) {
        var machine = chain(states, Map.of());

        assertThat(machine.check("chain", LintRule.tasksRetry(), LintRule.tasksCatch(), LintRule.portablePaths()))
                .hasToString("no faults");
        assertThat(machine.everyPathFrom("S0").passes("Rollback", "S" + states)).isTrue();
        assertThat(machine.statesAfter("S0")).hasSize(states + 1);
    }
}
