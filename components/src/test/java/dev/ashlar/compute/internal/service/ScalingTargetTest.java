package dev.ashlar.compute.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import org.junit.jupiter.api.Test;

class ScalingTargetTest {

    @Test
    void follows_the_cpu_by_default() {
        assertThat(ScalingTarget.of(ServiceScaling.builder().maxCapacity(4).build()))
                .containsExactly(new ScalingTarget("cpu", "ECSServiceAverageCPUUtilization", 70));
    }

    @Test
    void follows_the_cpu_beside_a_queue_only_on_request() {
        var queue = MessageQueue.fromExisting(
                "inbound",
                ExistingQueueArgs.builder()
                        .arn("arn:aws:sqs:x:1:inbound")
                        .url("https://sqs.x.amazonaws.com/1/inbound")
                        .build());
        var scaling = ServiceScaling.builder().maxCapacity(4).backlogPerTask(queue, 10);

        assertThat(ScalingTarget.of(scaling.build())).isEmpty();
        assertThat(ScalingTarget.of(scaling.cpuPercent(60).build())).hasSize(1);
    }

    @Test
    void follows_the_given_targets_only() {
        assertThat(ScalingTarget.of(ServiceScaling.builder()
                        .maxCapacity(4)
                        .requestsPerTarget(600)
                        .memoryPercent(75)
                        .build()))
                .containsExactly(
                        new ScalingTarget("memory", "ECSServiceAverageMemoryUtilization", 75),
                        new ScalingTarget("requests", "ALBRequestCountPerTarget", 600));
    }
}
