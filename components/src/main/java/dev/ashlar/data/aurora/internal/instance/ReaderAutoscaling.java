package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.data.aurora.ReaderScaling;
import dev.ashlar.internal.aws.ScalableTarget;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.List;

/** Scales the number of a cluster's readers with Application Auto Scaling. */
public final class ReaderAutoscaling {

    private static final int DEFAULT_CPU_PERCENT = 60;

    /**
     * A metric that Application Auto Scaling keeps near a value.
     *
     * @param label the policy's name among those of the cluster
     * @param metricType the predefined metric
     * @param value in the metric's own unit
     */
    private record Metric(String label, String metricType, int value) {}

    private ReaderAutoscaling() {}

    /**
     * Creates the target and its policies.
     *
     * @param instances what the target depends on, because Application Auto Scaling rejects a cluster without instances
     */
    public static void create(
            Children children,
            ReaderScaling scaling,
            InstancePlan plan,
            Output<String> clusterIdentifier,
            List<Resource> instances) {
        var target = ScalableTarget.register(
                children,
                "rds",
                "rds:cluster:ReadReplicaCount",
                clusterIdentifier.applyValue(id -> "cluster:" + id),
                scaling.minCapacity() == null ? plan.readers().size() : scaling.minCapacity(),
                plan.maxReaders(),
                children.options(options -> options.dependsOn(instances)));
        for (var metric : metrics(scaling)) {
            target.track(children.scope(metric.label()), tracking(scaling, metric));
        }
    }

    private static List<Metric> metrics(ReaderScaling scaling) {
        var metrics = new ArrayList<Metric>();
        if (scaling.cpuPercent() != null) {
            metrics.add(cpu(scaling.cpuPercent()));
        }
        if (scaling.connections() != null) {
            metrics.add(new Metric("connections", "RDSReaderAverageDatabaseConnections", scaling.connections()));
        }
        return metrics.isEmpty() ? List.of(cpu(DEFAULT_CPU_PERCENT)) : metrics;
    }

    private static Metric cpu(int percent) {
        return new Metric("cpu", "RDSReaderAverageCPUUtilization", percent);
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationArgs tracking(ReaderScaling scaling, Metric metric) {
        return PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                .predefinedMetricSpecification(
                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                                .predefinedMetricType(metric.metricType())
                                .build())
                .targetValue((double) metric.value())
                .scaleInCooldown(Math.toIntExact(scaling.scaleInCooldown().toSeconds()))
                .scaleOutCooldown(Math.toIntExact(scaling.scaleOutCooldown().toSeconds()))
                .build();
    }
}
