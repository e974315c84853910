package dev.ashlar.internal.aws;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.internal.component.Children;

/**
 * A capacity that Application Auto Scaling keeps between two limits.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html">
 *     RegisterScalableTarget</a>
 */
public final class ScalableTarget {

    private final Target target;

    private ScalableTarget(Target target) {
        this.target = target;
    }

    /**
     * Registers a capacity.
     *
     * @param namespace such as {@code ecs}
     * @param dimension such as {@code ecs:service:DesiredCount}
     * @param resourceId such as {@code service/shop/orders-api}
     */
    public static ScalableTarget register(
            Children children,
            String namespace,
            String dimension,
            Output<String> resourceId,
            int minCapacity,
            int maxCapacity,
            CustomResourceOptions options) {
        return new ScalableTarget(new Target(
                children.name(),
                TargetArgs.builder()
                        .serviceNamespace(namespace)
                        .scalableDimension(dimension)
                        .resourceId(resourceId)
                        .minCapacity(minCapacity)
                        .maxCapacity(maxCapacity)
                        .tags(children.tags())
                        .build(),
                options));
    }

    /** Adjusts the capacity so that a metric stays near a value. */
    public void track(Children children, PolicyTargetTrackingScalingPolicyConfigurationArgs tracking) {
        new Policy(
                children.name(),
                PolicyArgs.builder()
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .scalableDimension(target.scalableDimension())
                        // From the target, so that the policy depends on it.
                        .resourceId(target.resourceId())
                        .targetTrackingScalingPolicyConfiguration(tracking)
                        .build(),
                children.options());
    }

    /** Returns the registered resource, for what refers to it. */
    public Target resource() {
        return target;
    }
}
