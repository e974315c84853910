package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.ServiceScaling;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric that target tracking keeps near a value.
 *
 * @param label names the policy among those of the service
 * @param metricType Application Auto Scaling's predefined metric
 * @param value in the metric's own unit
 */
public record ScalingTarget(String label, String metricType, int value) {

    static final String REQUESTS_METRIC = "ALBRequestCountPerTarget";

    private static final int DEFAULT_CPU_PERCENT = 70;

    /** What a service follows, in a stable order. */
    static List<ScalingTarget> of(ServiceScaling scaling) {
        var targets = new ArrayList<ScalingTarget>();
        scaling.cpuPercent().ifPresent(value -> targets.add(cpu(value)));
        scaling.memoryPercent()
                .ifPresent(
                        value -> targets.add(new ScalingTarget("memory", "ECSServiceAverageMemoryUtilization", value)));
        scaling.requestsPerTarget()
                .ifPresent(value -> targets.add(new ScalingTarget("requests", REQUESTS_METRIC, value)));
        return targets.isEmpty() && scaling.backlogs().isEmpty() ? List.of(cpu(DEFAULT_CPU_PERCENT)) : targets;
    }

    private static ScalingTarget cpu(int percent) {
        return new ScalingTarget("cpu", "ECSServiceAverageCPUUtilization", percent);
    }
}
