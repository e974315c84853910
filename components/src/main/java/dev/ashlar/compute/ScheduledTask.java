package dev.ashlar.compute;

import dev.ashlar.compute.internal.task.TaskNeeds;
import com.pulumi.aws.scheduler.Schedule;
import com.pulumi.aws.scheduler.ScheduleGroup;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.run.FailedRuns;
import dev.ashlar.compute.internal.run.TaskRunCheck;
import dev.ashlar.compute.internal.run.TaskSchedule;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.messaging.MessageQueue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A container that EventBridge Scheduler starts by the clock, and that runs to its end. It creates the task definition, its
 * two roles, a log group, a security group with the ways that its bindings need, the schedule in a group of its own, the role
 * that starts the task, and a queue with a message for each run that could not be started or that failed.
 *
 * <p>It costs what it runs: about 0.75 USD a month for an hour each day of a task of 512/1024 (list price of us-east-1), and
 * the logs; the schedule is free below 14 million starts a month. It holds no data. A change replaces nothing but the
 * revision of the task definition.
 *
 * <pre>{@code
 * new ScheduledTask("nightly-report", ScheduledTaskArgs.builder()
 *         .cluster(cluster)
 *         .network(network)
 *         .image(repository.image("1.10.2"))
 *         .scheduleExpression("cron(0 3 * * ? *)")
 *         .scheduleExpressionTimezone("Europe/Berlin")
 *         .uses(database.readerConnection())
 *         .build());
 * }</pre>
 */
public final class ScheduledTask extends TaskComponent implements Observable {

    private static final String TYPE = "ashlar:compute:ScheduledTask";

    private final String name;
    private final FargateTask task;
    private final FailedRuns failedRuns;
    private final ScheduleGroup group;
    private final Schedule schedule;

    /**
     * Creates a scheduled task.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public ScheduledTask(String name, ScheduledTaskArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a scheduled task.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public ScheduledTask(String name, ScheduledTaskArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        var place = awsEnvironment();
        this.task = FargateTask.running("scheduled", name, args, TaskNeeds.of("ScheduledTask", name, args, args.taskCount()), place, child());
        this.failedRuns = new FailedRuns(name, args, task, child());
        var clock = new TaskSchedule(name, args, task, failedRuns);
        this.group = clock.createGroup(child());
        this.schedule = clock.create(
                Objects.requireNonNull(args.scheduleExpression()),
                group,
                place.applyValue(AwsEnvironment::accountId),
                child(),
                childOptions());
        registerOutputs(Map.of(
                "scheduleName", scheduleName(),
                "taskDefinitionArn", taskDefinitionArn(),
                "logGroupName", logGroupName(),
                "uses", Output.of(task.bindings().edges())));
    }

    /** Every fault of the options; empty when the scheduled task can be created. */
    public static Violations check(String name, ScheduledTaskArgs args) {
        return TaskRunCheck.check(name, args);
    }

    /** The name of the schedule. */
    public Output<String> scheduleName() {
        return schedule.name();
    }

    /**
     * A message for each run that failed, kept for 14 days: the request that EventBridge Scheduler gave up, or the event of
     * ECS with {@code stoppedReason} and exit codes. Delete the messages when the cause is found; the signal
     * {@code failed-runs} rests on them.
     */
    public MessageQueue failedRuns() {
        return failedRuns.messages();
    }

    /**
     * The runs that failed and nobody has looked at, and those that were never started.
     *
     * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html">Monitoring Amazon
     *     EventBridge Scheduler with Amazon CloudWatch</a>
     */
    @Override
    public List<Signal> signals() {
        return List.of(
                signal("failed-runs", "AWS/SQS", "ApproximateNumberOfMessagesVisible", Statistic.MAXIMUM)
                        .putDimensions("QueueName", failedRuns.queueName())
                        .build(),
                signal("dropped-runs", "AWS/Scheduler", "InvocationDroppedCount", Statistic.SUM)
                        .putDimensions("ScheduleGroup", group.name())
                        .build());
    }

    private Signal.Builder signal(String signal, String namespace, String metric, Statistic statistic) {
        return Signal.builder()
                .source(name)
                .name(signal)
                .namespace(namespace)
                .metric(metric)
                .statistic(statistic)
                .missingData(MissingData.NOT_BREACHING)
                .objective(Objective.atMost(0));
    }

    @Override
    FargateTask task() {
        return task;
    }
}
