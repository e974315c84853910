package dev.ashlar.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.messaging.MessageQueueArgs;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QueuePlanTest {

    private static QueuePlan plan(int visibilitySeconds, int maxReceives, int delaySeconds) {
        return QueuePlan.of(
                "pipeline",
                MessageQueueArgs.builder()
                        .label("inbound")
                        .visibilityTimeout(Duration.ofSeconds(visibilitySeconds))
                        .maxReceives(maxReceives)
                        .delay(Duration.ofSeconds(delaySeconds))
                        .build());
    }

    @Test
    void names_queues_by_topology_and_label() {
        var plan = plan(30, 5, 0);

        assertThat(plan.name()).isEqualTo("pipeline-inbound");
        assertThat(plan.deadLetterName()).isEqualTo("pipeline-inbound-dead");
        assertThat(plan.deadLetterLabel()).isEqualTo("inbound-dead");
    }

    @Test
    void sets_the_age_objective_to_the_time_of_all_receives_and_the_delay() {
        assertThat(plan(90, 5, 60).ageObjective()).isEqualTo(Duration.ofSeconds(510));
    }

    @Property
    void the_age_objective_is_at_least_five_minutes_and_the_time_of_all_receives(
            @ForAll @IntRange(max = 43_200) int visibility,
            @ForAll @IntRange(min = 1, max = 1000) int receives,
            @ForAll @IntRange(max = 900) int delay) {
        var objective = plan(visibility, receives, delay).ageObjective();

        assertThat(objective)
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5))
                .isGreaterThanOrEqualTo(Duration.ofSeconds((long) visibility * receives + delay));
    }
}
