package dev.ashlar.compute.internal.run;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleArgs;
import com.pulumi.aws.scheduler.ScheduleGroup;
import com.pulumi.aws.scheduler.ScheduleGroupArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleFlexibleTimeWindowArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetDeadLetterConfigArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersCapacityProviderStrategyArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetEcsParametersNetworkConfigurationArgs;
import com.pulumi.aws.scheduler.inputs.ScheduleTargetRetryPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;

/**
 * Starts a task by the clock.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html">Templated targets in
 *     EventBridge Scheduler: Amazon ECS RunTask</a>
 */
public final class TaskSchedule {

    private final String name;
    private final ScheduledTaskArgs args;
    private final FargateTask task;
    private final FailedRuns failedRuns;

    public TaskSchedule(String name, ScheduledTaskArgs args, FargateTask task, FailedRuns failedRuns) {
        this.name = name;
        this.args = args;
        this.task = task;
        this.failedRuns = failedRuns;
    }

    /** A group of its own, since metrics tell groups apart, and not schedules. */
    public ScheduleGroup createGroup(CustomResourceOptions child) {
        return new ScheduleGroup(
                name,
                ScheduleGroupArgs.builder().tags(Tags.named(name, args.tags())).build(),
                child);
    }

    public Schedule create(
            String expression,
            ScheduleGroup group,
            Output<String> accountId,
            CustomResourceOptions child,
            CustomResourceOptions.Builder childOptions) {
        var role = createRole(accountId, child);
        var first = new ArrayList<>(task.prerequisites());
        first.add(permit(role, child));
        return new Schedule(
                name,
                ScheduleArgs.builder()
                        .groupName(group.name())
                        .description("Runs " + name)
                        .scheduleExpression(expression)
                        .scheduleExpressionTimezone(args.scheduleExpressionTimezone())
                        .flexibleTimeWindow(flexibleTimeWindow())
                        .state(args.enabled() ? "ENABLED" : "DISABLED")
                        .target(target(role))
                        .build(),
                childOptions.dependsOn(first).build());
    }

    private ScheduleFlexibleTimeWindowArgs flexibleTimeWindow() {
        var window = ScheduleFlexibleTimeWindowArgs.builder();
        return args.flexibleTimeWindow().isZero()
                ? window.mode("OFF").build()
                : window.mode("FLEXIBLE")
                        .maximumWindowInMinutes(
                                Math.toIntExact(args.flexibleTimeWindow().toMinutes()))
                        .build();
    }

    private ScheduleTargetArgs target(Role role) {
        return ScheduleTargetArgs.builder()
                .arn(task.cluster().arn())
                .roleArn(role.arn())
                .ecsParameters(ecsParameters())
                .retryPolicy(ScheduleTargetRetryPolicyArgs.builder()
                        .maximumEventAgeInSeconds(
                                Math.toIntExact(args.maximumEventAge().toSeconds()))
                        .maximumRetryAttempts(args.maximumRetryAttempts())
                        .build())
                .deadLetterConfig(ScheduleTargetDeadLetterConfigArgs.builder()
                        .arn(failedRuns.queueArn())
                        .build())
                .build();
    }

    private ScheduleTargetEcsParametersArgs ecsParameters() {
        return ScheduleTargetEcsParametersArgs.builder()
                .taskDefinitionArn(task.definition().arn())
                .taskCount(args.taskCount())
                .capacityProviderStrategies(ScheduleTargetEcsParametersCapacityProviderStrategyArgs.builder()
                        .capacityProvider(runsOnSpot(args) ? "FARGATE_SPOT" : "FARGATE")
                        .weight(1)
                        .build())
                .networkConfiguration(ScheduleTargetEcsParametersNetworkConfigurationArgs.builder()
                        .subnets(task.subnetIds())
                        .securityGroups(task.securityGroupIds())
                        .assignPublicIp(false)
                        .build())
                .enableEcsManagedTags(true)
                .enableExecuteCommand(args.enableExecuteCommand())
                .propagateTags("TASK_DEFINITION")
                .build();
    }

    // A share makes no sense of the one task of a run: either there is Spot capacity in this environment, or there is
    // not.
    static boolean runsOnSpot(ScheduledTaskArgs args) {
        return args.interruptible() && args.profile().spotPercentage() > 0;
    }

    private Role createRole(Output<String> accountId, CustomResourceOptions child) {
        var roleName = Names.child(name, "scheduler");
        return new Role(
                roleName,
                RoleArgs.builder()
                        .assumeRolePolicy(PolicyDocument.trusting("scheduler.amazonaws.com", accountId))
                        .description("Starts the runs of " + name)
                        .tags(Tags.named(roleName, args.tags()))
                        .build(),
                child);
    }

    private Resource permit(Role role, CustomResourceOptions child) {
        var statements = new ArrayList<>(RunTaskPermissions.permissions(task));
        statements.add(PolicyStatement.allow(failedRuns.queueArn(), "sqs:SendMessage"));
        return new RolePolicy(
                Names.child(name, "scheduler"),
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(PolicyDocument.allowing(statements))
                        .build(),
                child);
    }
}
