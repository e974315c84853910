package dev.ashlar.compute;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.Names;
import dev.ashlar.core.Tags;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets Application Auto Scaling decide how many tasks of a service run. */
final class ServiceAutoscaling {

    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private ServiceAutoscaling() {}

    static void follow(
            String serviceName,
            ServiceScaling scaling,
            int minCapacity,
            Output<String> resourceId,
            @Nullable ServiceTraffic traffic,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var target = new Target(
                serviceName,
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        .resourceId(resourceId)
                        .minCapacity(minCapacity)
                        .maxCapacity(scaling.maxCapacity().orElseThrow())
                        .tags(Tags.named(serviceName, tags))
                        .build(),
                child);
        for (var followed : scaling.targets()) {
            new Policy(
                    Names.child(serviceName, followed.label()),
                    PolicyArgs.builder()
                            .policyType("TargetTrackingScaling")
                            .serviceNamespace(NAMESPACE)
                            .scalableDimension(DIMENSION)
                            // From the target, so that the policy waits for it.
                            .resourceId(target.resourceId())
                            .targetTrackingScalingPolicyConfiguration(configuration(scaling, followed, traffic))
                            .build(),
                    child);
        }
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationArgs configuration(
            ServiceScaling scaling, ServiceScaling.Target followed, @Nullable ServiceTraffic traffic) {
        var metric = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType(followed.metricType());
        if (traffic != null && followed.metricType().equals(ServiceScaling.REQUESTS_METRIC)) {
            metric.resourceLabel(traffic.requestCountLabel());
        }
        return PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                .predefinedMetricSpecification(metric.build())
                .targetValue((double) followed.value())
                .scaleInCooldown(Math.toIntExact(scaling.scaleInCooldown().toSeconds()))
                .scaleOutCooldown(Math.toIntExact(scaling.scaleOutCooldown().toSeconds()))
                .build();
    }
}
