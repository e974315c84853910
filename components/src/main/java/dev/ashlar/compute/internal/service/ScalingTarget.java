package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.ServiceScaling;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric that target tracking keeps near a value.
 *
 * @param label names the policy among those of the service
 * @param metricType Application Auto Scaling's predefined metric
 * @param value in the metric's own unit
 */
public record ScalingTarget(String label, String metricType, int value) {

    static final String REQUESTS_METRIC = "ALBRequestCountPerTarget";

    private static final String CPU_METRIC = "ECSServiceAverageCPUUtilization";
    private static final int DEFAULT_CPU_PERCENT = 70;

    /** What a service follows, in a stable order. */
    static List<ScalingTarget> of(ServiceScaling scaling) {
        var targets = new ArrayList<ScalingTarget>();
        add(targets, "cpu", CPU_METRIC, scaling.cpuPercent());
        add(targets, "memory", "ECSServiceAverageMemoryUtilization", scaling.memoryPercent());
        add(targets, "requests", REQUESTS_METRIC, scaling.requestsPerTarget());
        if (targets.isEmpty() && scaling.backlogs().isEmpty()) {
            add(targets, "cpu", CPU_METRIC, DEFAULT_CPU_PERCENT);
        }
        return List.copyOf(targets);
    }

    private static void add(List<ScalingTarget> targets, String label, String metricType, @Nullable Integer value) {
        if (value != null) {
            targets.add(new ScalingTarget(label, metricType, value));
        }
    }
}
