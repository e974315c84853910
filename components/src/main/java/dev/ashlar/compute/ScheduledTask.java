package dev.ashlar.compute;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.run.FailedRuns;
import dev.ashlar.compute.internal.run.TaskRunCheck;
import dev.ashlar.compute.internal.run.TaskRunPlan;
import dev.ashlar.compute.internal.run.TaskSchedule;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.Signals;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Created;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a container to completion on a schedule, using EventBridge Scheduler.
 *
 * <p>Creates the task definition, its two roles, a log group, a security group with the rules of its bindings, the
 * schedule in a group of its own, the role that starts the task, and a queue with a message for each run that could not
 * be started or that failed.
 *
 * <p>Costs the price of its runs, about 0.75 USD a month for an hour each day of a task of 512/1024 (list price of
 * us-east-1), and of its logs; the schedule is free below 14 million starts a month. It holds no data, and a change
 * replaces only the revision of the task definition.
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
    private static final String FAILED = "failed";

    private final String name;
    private final Created<Resources> created;

    private record Resources(FargateTask task, FailedRuns failedRuns, TaskSchedule schedule) {}

    /**
     * Creates a scheduled task.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public ScheduledTask(String name, ScheduledTaskArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a scheduled task.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public ScheduledTask(String name, ScheduledTaskArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.created = create(() -> {
            var children = children(args.tags());
            var environment = children.environment();
            var task = new FargateTask(children, args, TaskRunPlan.of(name, args), environment);
            var failedRuns = new FailedRuns(children.scope(FAILED), name, args, task);
            var schedule = new TaskSchedule(
                    children, args, task, failedRuns, environment.applyValue(AwsEnvironment::accountId));
            return new Resources(task, failedRuns, schedule);
        });
        registerOutputs(Map.of(
                "scheduleName", scheduleName(),
                "taskDefinitionArn", taskDefinitionArn(),
                "logGroupName", logGroupName(),
                "uses", Output.of(BindingPlan.of(args.uses()).edges())));
    }

    /** Returns the violations of a name and options, without creating anything. */
    public static Violations check(String name, ScheduledTaskArgs args) {
        var violations = TaskRunCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        return violations;
    }

    /** Returns the name of the schedule. */
    public Output<String> scheduleName() {
        return created.output(resources -> resources.schedule().scheduleName());
    }

    /**
     * Returns a queue with a message for each run that failed, kept for 14 days: the request that EventBridge Scheduler
     * dropped, or the event of ECS with {@code stoppedReason} and exit codes. Delete the messages when the cause is
     * found, because the signal {@code failed-runs} counts them.
     */
    public MessageQueue failedRuns() {
        return MessageQueue.fromExisting(
                childName(FAILED),
                ExistingQueueArgs.builder()
                        .arn(created.output(resources -> resources.failedRuns().queueArn()))
                        .url(created.output(resources -> resources.failedRuns().queueUrl()))
                        .build());
    }

    /**
     * Returns the signals of the runs that failed and were not looked at, and of those that were never started.
     *
     * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html">Monitoring Amazon
     *     EventBridge Scheduler with Amazon CloudWatch</a>
     */
    @Override
    public List<Signal> signals() {
        var queue = Map.of(
                "QueueName", created.output(resources -> resources.failedRuns().queueName()));
        var group = Map.of(
                "ScheduleGroup",
                created.output(resources -> resources.schedule().groupName()));
        return List.of(
                new Signals(name, "AWS/SQS", queue)
                        .onEvents("failed-runs", "ApproximateNumberOfMessagesVisible", Statistic.MAXIMUM)
                        .objective(Objective.atMost(0))
                        .build(),
                new Signals(name, "AWS/Scheduler", group)
                        .onEvents("dropped-runs", "InvocationDroppedCount", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build());
    }

    @Override
    Output<String> ofTask(Function<FargateTask, Output<String>> property) {
        return created.output(resources -> property.apply(resources.task()));
    }
}
