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
    void expects_a_message_within_the_time_that_its_retries_take() {
        assertThat(plan(90, 5, 60).ageObjective()).isEqualTo(Duration.ofSeconds(510));
    }

    @Property
    void no_message_is_late_before_five_minutes_or_before_its_retries_are_over(
            @ForAll @IntRange(max = 43_200) int visibility,
            @ForAll @IntRange(min = 1, max = 1000) int receives,
            @ForAll @IntRange(max = 900) int delay) {
        var objective = plan(visibility, receives, delay).ageObjective();

        assertThat(objective)
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5))
                .isGreaterThanOrEqualTo(Duration.ofSeconds((long) visibility * receives + delay));
    }
}
