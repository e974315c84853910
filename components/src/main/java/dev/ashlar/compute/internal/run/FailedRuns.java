package dev.ashlar.compute.internal.run;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.core.Output;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.compute.internal.task.TaskContainers;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.EventRules;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Children;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A queue that holds a message for each run that went wrong: those that could not be started come from the scheduler, those
 * that ended badly from ECS, by an EventBridge rule.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html">Amazon ECS task state change
 *     events</a>
 * @see <a href="https://github.com/aws/event-ruler#json-array-matching">Event Ruler, by which EventBridge matches patterns: JSON
 *     array matching</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html">Using resource-based
 *     policies for Amazon EventBridge: Amazon SQS permissions</a>
 */
public final class FailedRuns {

    private static final Duration RETENTION = Duration.ofDays(14);

    private final Children children;
    private final TaskOptions args;
    private final FargateTask task;
    private final Queue queue;

    /**
     * Creates the queue and the rule that fills it.
     *
     * @param taskName the component whose runs may fail
     */
    public FailedRuns(Children children, String taskName, TaskOptions args, FargateTask task) {
        this.children = children;
        this.args = args;
        this.task = task;
        this.queue = createQueue();
        var rule = EventRules.send(children, "Runs of %s that ended badly".formatted(taskName), pattern(), queue.arn());
        allowEventBridge(rule);
    }

    /** Returns the ARN of the queue. */
    public Output<String> queueArn() {
        return queue.arn();
    }

    /** Returns the URL of the queue. */
    public Output<String> queueUrl() {
        return queue.url();
    }

    /** Returns the physical name of the queue. */
    public Output<String> queueName() {
        return queue.name();
    }

    private Queue createQueue() {
        return new Queue(
                children.name(),
                QueueArgs.builder()
                        .messageRetentionSeconds(Math.toIntExact(RETENTION.toSeconds()))
                        .sqsManagedSseEnabled(true)
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private void allowEventBridge(EventRule rule) {
        new QueuePolicy(
                children.name(),
                QueuePolicyArgs.builder()
                        .queueUrl(queue.url())
                        .policy(PolicyDocument.builder()
                                .denyPlainText(List.of("sqs:*"), List.of(queue.arn()))
                                .statement(
                                        "SendFailedRuns",
                                        "Allow",
                                        Map.of("Service", "events.amazonaws.com"),
                                        List.of("sqs:SendMessage"),
                                        List.of(queue.arn()),
                                        Map.of("ArnEquals", Map.of("aws:SourceArn", rule.arn())))
                                .build())
                        .build(),
                children.options());
    }

    // Fields of one container match together, since EventBridge compares the items of an array one by one. Sidecars are
    // left out: they are killed when the application ends, which is no failure.
    private Output<String> pattern() {
        var decisive = new ArrayList<String>(args.initContainers().keySet());
        decisive.add(TaskContainers.APP);
        decisive.sort(null);
        return Json.of(Map.of(
                "source",
                List.of("aws.ecs"),
                "detail-type",
                List.of("ECS Task State Change"),
                "detail",
                Map.of(
                        "clusterArn",
                        List.of(task.cluster().arn()),
                        "taskDefinitionArn",
                        List.of(Map.of(
                                "prefix", task.definition().arnWithoutRevision().applyValue(arn -> arn + ":"))),
                        "lastStatus",
                        List.of("STOPPED"),
                        "$or",
                        List.of(
                                Map.of(
                                        "containers",
                                        Map.of(
                                                "name",
                                                decisive,
                                                "exitCode",
                                                List.of(Map.of("anything-but", List.of(0))))),
                                Map.of(
                                        "stopCode",
                                        List.of("TaskFailedToStart", "SpotInterruption", "TerminationNotice"))))));
    }
}
