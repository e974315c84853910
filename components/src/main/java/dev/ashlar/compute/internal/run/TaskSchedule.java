package dev.ashlar.compute.internal.run;

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
import com.pulumi.resources.Resource;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.Objects;

/**
 * The schedule by which EventBridge Scheduler runs a task.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html">Templated targets in
 *     EventBridge Scheduler: Amazon ECS RunTask</a>
 */
public final class TaskSchedule {

    private final Children children;
    private final ScheduledTaskArgs args;
    private final FargateTask task;
    private final FailedRuns failedRuns;
    private final ScheduleGroup group;
    private final Schedule schedule;

    /** Creates the schedule of a task. */
    public TaskSchedule(
            Children children,
            ScheduledTaskArgs args,
            FargateTask task,
            FailedRuns failedRuns,
            Output<String> accountId) {
        this.children = children;
        this.args = args;
        this.task = task;
        this.failedRuns = failedRuns;
        this.group = createGroup();
        this.schedule = createSchedule(accountId);
    }

    /** Returns the name of the schedule group. */
    public Output<String> groupName() {
        return group.name();
    }

    /** Returns the name of the schedule. */
    public Output<String> scheduleName() {
        return schedule.name();
    }

    // A group of its own, because metrics have the dimension of a group, and none of a schedule.
    private ScheduleGroup createGroup() {
        return new ScheduleGroup(
                children.name(),
                ScheduleGroupArgs.builder().tags(children.tags()).build(),
                children.options());
    }

    private Schedule createSchedule(Output<String> accountId) {
        var role = ServiceRole.create(
                children.scope("scheduler"),
                "scheduler.amazonaws.com",
                accountId,
                "Starts the runs of " + children.name());
        var first = new ArrayList<>(task.prerequisites());
        first.add(allowRuns(role));
        return new Schedule(
                children.name(),
                ScheduleArgs.builder()
                        .groupName(group.name())
                        .description("Runs " + children.name())
                        .scheduleExpression(Objects.requireNonNull(args.scheduleExpression()))
                        .scheduleExpressionTimezone(args.scheduleExpressionTimezone())
                        .flexibleTimeWindow(flexibleTimeWindow())
                        .state(args.enabled() ? "ENABLED" : "DISABLED")
                        .target(target(role))
                        .build(),
                children.options(options -> options.dependsOn(first)));
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

    private ScheduleTargetArgs target(ServiceRole role) {
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

    // A percentage is meaningless for a single task, so any Spot share means Spot.
    static boolean runsOnSpot(ScheduledTaskArgs args) {
        return args.interruptible() && args.profile().spotPercentage() > 0;
    }

    private Resource allowRuns(ServiceRole role) {
        var statements = new ArrayList<>(RunTaskPermissions.of(task));
        statements.add(PolicyStatement.allow(failedRuns.queueArn(), "sqs:SendMessage"));
        return role.allow(children.scope("scheduler"), statements);
    }
}
