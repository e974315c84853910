package dev.ashlar.compute.internal.service;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.ScheduledAction;
import com.pulumi.aws.appautoscaling.ScheduledActionArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.ScheduledActionScalableTargetActionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets Application Auto Scaling decide how many tasks of a service run. */
public final class ServiceAutoscaling {

    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private final String name;
    private final ServiceScaling scaling;
    private final Output<String> clusterName;
    private final Output<String> serviceName;
    private final CustomResourceOptions child;
    private final Target target;

    /** Registers the service between its least and its most tasks. */
    public ServiceAutoscaling(
            String name,
            ServiceScaling scaling,
            int minCapacity,
            Output<String> clusterName,
            Output<String> serviceName,
            Map<String, String> tags,
            CustomResourceOptions child) {
        this.name = name;
        this.scaling = scaling;
        this.clusterName = clusterName;
        this.serviceName = serviceName;
        this.child = child;
        this.target = new Target(
                name,
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        .resourceId(Output.format("service/%s/%s", clusterName, serviceName))
                        .minCapacity(minCapacity)
                        .maxCapacity(scaling.maxCapacity().orElseThrow())
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
    }

    /** Follows every metric that the options name. */
    public void createPolicies(@Nullable TargetGroupAttachment traffic) {
        for (var followed : ScalingTarget.of(scaling)) {
            track(
                    Names.child(name, followed.label()),
                    followed.value(),
                    tracking().predefinedMetricSpecification(predefined(followed, traffic)));
        }
        for (var backlog : scaling.backlogs()) {
            track(
                    Names.child(name, "backlog", backlog.queue().label()),
                    backlog.messages(),
                    tracking()
                            .customizedMetricSpecification(BacklogMetric.of(
                                    backlog.queue().name(), clusterName, serviceName, backlog.messages())));
        }
    }

    /** Changes the limits at the times that the options name. */
    public void createScheduledActions() {
        scaling.schedules().forEach((label, scheduled) -> {
            var action = ScheduledActionScalableTargetActionArgs.builder();
            scheduled.minCapacity().ifPresent(action::minCapacity);
            scheduled.maxCapacity().ifPresent(action::maxCapacity);
            new ScheduledAction(
                    Names.child(name, label),
                    ScheduledActionArgs.builder()
                            .serviceNamespace(NAMESPACE)
                            .scalableDimension(DIMENSION)
                            .resourceId(target.resourceId())
                            .schedule(Objects.requireNonNull(scheduled.schedule()))
                            .timezone(scheduled.timezone())
                            .scalableTargetAction(action.build())
                            .build(),
                    child);
        });
    }

    private void track(
            String policyName, int value, PolicyTargetTrackingScalingPolicyConfigurationArgs.Builder tracking) {
        new Policy(
                policyName,
                PolicyArgs.builder()
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(NAMESPACE)
                        .scalableDimension(DIMENSION)
                        // From the target, so that the policy waits for it.
                        .resourceId(target.resourceId())
                        .targetTrackingScalingPolicyConfiguration(
                                tracking.targetValue((double) value).build())
                        .build(),
                child);
    }

    private PolicyTargetTrackingScalingPolicyConfigurationArgs.Builder tracking() {
        return PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                .scaleInCooldown(Math.toIntExact(scaling.scaleInCooldown().toSeconds()))
                .scaleOutCooldown(Math.toIntExact(scaling.scaleOutCooldown().toSeconds()));
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs predefined(
            ScalingTarget followed, @Nullable TargetGroupAttachment traffic) {
        var metric = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType(followed.metricType());
        if (traffic != null && followed.metricType().equals(ScalingTarget.REQUESTS_METRIC)) {
            metric.resourceLabel(traffic.requestCountLabel());
        }
        return metric.build();
    }
}
