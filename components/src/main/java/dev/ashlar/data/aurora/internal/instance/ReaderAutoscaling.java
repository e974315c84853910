package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.data.aurora.ReaderScaling;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lets Application Auto Scaling decide how many readers a cluster has. */
public final class ReaderAutoscaling {

    private static final String NAMESPACE = "rds";
    private static final String DIMENSION = "rds:cluster:ReadReplicaCount";
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

    /** The options of the target depend on the instances, since Aurora only scales a cluster that is available. */
    public static void follow(
            String clusterName,
            ReaderScaling scaling,
            InstancePlan plan,
            Output<String> clusterIdentifier,
            Map<String, String> tags,
            CustomResourceOptions afterInstances,
            CustomResourceOptions child) {
        var name = Names.child(clusterName, "readers");
        var target = new Target(
                name,
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        .resourceId(clusterIdentifier.applyValue(id -> "cluster:" + id))
                        .minCapacity(
                                scaling.minCapacity() == null ? plan.readers().size() : scaling.minCapacity())
                        .maxCapacity(plan.maxReaders())
                        .tags(Tags.named(name, tags))
                        .build(),
                afterInstances);
        for (var followed : metrics(scaling)) {
            new Policy(
                    Names.child(name, followed.label()),
                    PolicyArgs.builder()
                            .policyType("TargetTrackingScaling")
                            .serviceNamespace(NAMESPACE)
                            .scalableDimension(DIMENSION)
                            // From the target, so that the policy waits for it.
                            .resourceId(target.resourceId())
                            .targetTrackingScalingPolicyConfiguration(configuration(scaling, followed))
                            .build(),
                    child);
        }
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationArgs configuration(
            ReaderScaling scaling, Metric followed) {
        return PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                .predefinedMetricSpecification(
                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                                .predefinedMetricType(followed.metricType())
                                .build())
                .targetValue((double) followed.value())
                .scaleInCooldown(Math.toIntExact(scaling.scaleInCooldown().toSeconds()))
                .scaleOutCooldown(Math.toIntExact(scaling.scaleOutCooldown().toSeconds()))
                .build();
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
}
