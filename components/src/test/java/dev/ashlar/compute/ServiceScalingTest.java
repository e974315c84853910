package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.ServiceScaling.Target;
import org.junit.jupiter.api.Test;

class ServiceScalingTest {

    @Test
    void follows_the_cpu_when_nothing_else_is_named() {
        assertThat(ServiceScaling.builder().maxCapacity(4).build().targets())
                .containsExactly(new Target("cpu", "ECSServiceAverageCPUUtilization", 70));
    }

    @Test
    void follows_exactly_what_is_named() {
        assertThat(ServiceScaling.builder()
                        .maxCapacity(4)
                        .requestsPerTarget(600)
                        .memoryPercent(75)
                        .build()
                        .targets())
                .containsExactly(
                        new Target("memory", "ECSServiceAverageMemoryUtilization", 75),
                        new Target("requests", "ALBRequestCountPerTarget", 600));
    }
}
