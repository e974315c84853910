package dev.ashlar.compute.internal.service;

import com.pulumi.aws.appautoscaling.ScheduledAction;
import com.pulumi.aws.appautoscaling.ScheduledActionArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.ScheduledActionScalableTargetActionArgs;
import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.internal.aws.ScalableTarget;
import dev.ashlar.internal.component.Children;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets Application Auto Scaling decide how many tasks of a service run. */
public final class ServiceAutoscaling {

    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private final Children children;
    private final ServiceScaling scaling;
    private final FargateTask task;
    private final Service service;
    private final ScalableTarget target;

    private ServiceAutoscaling(
            Children children, ServiceScaling scaling, int minTasks, FargateTask task, Service service) {
        this.children = children;
        this.scaling = scaling;
        this.task = task;
        this.service = service;
        this.target = ScalableTarget.register(
                children,
                NAMESPACE,
                DIMENSION,
                Output.format("service/%s/%s", task.cluster().name(), service.name()),
                minTasks,
                Objects.requireNonNull(scaling.maxCapacity()),
                children.options());
    }

    /** Scales a service between its limits, if its options include scaling. */
    public static void create(
            Children children,
            FargateServiceArgs args,
            ServicePlan plan,
            FargateTask task,
            Service service,
            @Nullable TargetGroupAttachment targetGroup) {
        var scaling = args.scaling();
        if (scaling != null) {
            var autoscaling = new ServiceAutoscaling(children, scaling, plan.minTasks(), task, service);
            autoscaling.createPolicies(targetGroup);
            autoscaling.createScheduledActions();
        }
    }

    private void createPolicies(@Nullable TargetGroupAttachment targetGroup) {
        for (var followed : ScalingTarget.of(scaling)) {
            target.track(
                    children.scope(followed.label()),
                    tracking(followed.value())
                            .predefinedMetricSpecification(predefined(followed, targetGroup))
                            .build());
        }
        for (var backlog : scaling.backlogs()) {
            target.track(
                    children.scope("backlog", backlog.queue().label()),
                    tracking(backlog.messages())
                            .customizedMetricSpecification(BacklogMetric.of(
                                    backlog.queue().name(), task.cluster().name(), service.name(), backlog.messages()))
                            .build());
        }
    }

    private void createScheduledActions() {
        scaling.schedules().forEach((label, scheduled) -> {
            var action = ScheduledActionScalableTargetActionArgs.builder();
            if (scheduled.minCapacity() != null) {
                action.minCapacity(scheduled.minCapacity());
            }
            if (scheduled.maxCapacity() != null) {
                action.maxCapacity(scheduled.maxCapacity());
            }
            new ScheduledAction(
                    children.name(label),
                    ScheduledActionArgs.builder()
                            .serviceNamespace(NAMESPACE)
                            .scalableDimension(DIMENSION)
                            .resourceId(target.resource().resourceId())
                            .schedule(Objects.requireNonNull(scheduled.schedule()))
                            .timezone(scheduled.timezone())
                            .scalableTargetAction(action.build())
                            .build(),
                    children.options());
        });
    }

    private PolicyTargetTrackingScalingPolicyConfigurationArgs.Builder tracking(int value) {
        return PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                .targetValue((double) value)
                .scaleInCooldown(Math.toIntExact(scaling.scaleInCooldown().toSeconds()))
                .scaleOutCooldown(Math.toIntExact(scaling.scaleOutCooldown().toSeconds()));
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs predefined(
            ScalingTarget followed, @Nullable TargetGroupAttachment targetGroup) {
        var metric = PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs.builder()
                .predefinedMetricType(followed.metricType());
        if (targetGroup != null && followed.metricType().equals(ScalingTarget.REQUESTS_METRIC)) {
            metric.resourceLabel(targetGroup.requestCountLabel());
        }
        return metric.build();
    }
}
