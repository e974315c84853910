package dev.ashlar.messaging.internal;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.aws.sqs.RedriveAllowPolicy;
import com.pulumi.aws.sqs.RedriveAllowPolicyArgs;
import dev.ashlar.core.Signal;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import dev.ashlar.messaging.ServiceSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The resources of a queue and its dead-letter queue; the latter is null if the queue has none. */
public record QueuePair(
        QueuePlan plan, TopologyQueue queue, @Nullable TopologyQueue deadLetterQueue) {

    // Only operators' tools receive from a dead-letter queue; this is their time for each message.
    private static final Duration DEAD_LETTER_VISIBILITY = Duration.ofMinutes(5);

    /**
     * Creates the queues of a plan.
     *
     * @param children the place of the queue; its dead-letter queue is in the scope {@code dead} of it
     * @param protect whether Pulumi rejects their deletion
     */
    public static QueuePair create(QueuePlan plan, Children children, boolean protect) {
        var dead = children.scope("dead");
        var deadLetterQueue = plan.args().deadLetterQueue() ? createDeadLetterQueue(plan, dead, protect) : null;
        var queue = createQueue(plan, deadLetterQueue, children, protect);
        attachPolicy(children, queue, plan.args().senders());
        if (deadLetterQueue != null) {
            attachPolicy(dead, deadLetterQueue, Map.of());
            acceptOnlyFrom(dead, queue, deadLetterQueue);
        }
        return new QueuePair(plan, queue, deadLetterQueue);
    }

    /** Returns the queues of a topology that creates none, because its options have violations. */
    public static QueuePair planned(QueuePlan plan) {
        return new QueuePair(
                plan,
                queue(plan, Created.nothing()),
                plan.args().deadLetterQueue() ? deadLetterQueue(plan, Created.nothing()) : null);
    }

    private static TopologyQueue queue(QueuePlan plan, Created<Queue> queue) {
        var args = plan.args();
        return new TopologyQueue(
                plan.label(), plan.name(), queue, args.fifo(), args.visibilityTimeout(), args.kmsKeyArn());
    }

    private static TopologyQueue deadLetterQueue(QueuePlan plan, Created<Queue> queue) {
        var args = plan.args();
        return new TopologyQueue(
                plan.deadLetterLabel(),
                plan.deadLetterName(),
                queue,
                args.fifo(),
                DEAD_LETTER_VISIBILITY,
                args.kmsKeyArn());
    }

    private static TopologyQueue createQueue(
            QueuePlan plan, @Nullable TopologyQueue deadLetterQueue, Children children, boolean protect) {
        var args = plan.args();
        var builder = attributes(plan)
                .messageRetentionSeconds(seconds(args.messageRetention()))
                .visibilityTimeoutSeconds(seconds(args.visibilityTimeout()))
                .delaySeconds(seconds(args.delay()));
        if (deadLetterQueue != null) {
            builder.redrivePolicy(Json.of(
                    Map.of("deadLetterTargetArn", deadLetterQueue.arn(), "maxReceiveCount", args.maxReceives())));
        }
        return queue(plan, create(children, builder, protect));
    }

    private static TopologyQueue createDeadLetterQueue(QueuePlan plan, Children children, boolean protect) {
        var builder = attributes(plan)
                .messageRetentionSeconds(seconds(plan.args().deadLetterRetention()))
                .visibilityTimeoutSeconds(seconds(DEAD_LETTER_VISIBILITY));
        return deadLetterQueue(plan, create(children, builder, protect));
    }

    private static Created<Queue> create(Children children, QueueArgs.Builder properties, boolean protect) {
        return Created.of(new Queue(
                children.name(),
                properties.tags(children.tags()).build(),
                children.options(options -> options.protect(protect))));
    }

    // The properties that a queue and its dead-letter queue share: kind, encryption, message size.
    private static QueueArgs.Builder attributes(QueuePlan plan) {
        var args = plan.args();
        var builder = QueueArgs.builder()
                .maxMessageSize(args.maxMessageSize())
                .receiveWaitTimeSeconds(seconds(args.receiveWaitTime()));
        var key = args.kmsKeyArn();
        if (key == null) {
            builder.sqsManagedSseEnabled(true);
        } else {
            builder.kmsMasterKeyId(key).kmsDataKeyReusePeriodSeconds(seconds(args.kmsDataKeyReusePeriod()));
        }
        if (args.fifo()) {
            builder.fifoQueue(true).contentBasedDeduplication(args.contentBasedDeduplication());
        }
        if (args.highThroughput()) {
            builder.deduplicationScope("messageGroup").fifoThroughputLimit("perMessageGroupId");
        }
        return builder;
    }

    private static void attachPolicy(Children children, TopologyQueue queue, Map<String, ServiceSender> senders) {
        var policy = PolicyDocument.builder().denyPlainText(List.of("sqs:*"), List.of(queue.arn()));
        new TreeMap<>(senders)
                .forEach((label, sender) -> policy.statement(
                        "SendFor" + label.replace("-", ""),
                        "Allow",
                        Map.of("Service", sender.servicePrincipal()),
                        List.of("sqs:SendMessage"),
                        List.of(queue.arn()),
                        Map.of("ArnEquals", Map.of("aws:SourceArn", sender.sourceArn()))));
        new QueuePolicy(
                children.name(),
                QueuePolicyArgs.builder()
                        .queueUrl(queue.url())
                        .policy(policy.build())
                        .build(),
                children.options());
    }

    // A separate resource, because otherwise each queue would need the other's ARN.
    private static void acceptOnlyFrom(Children children, TopologyQueue queue, TopologyQueue deadLetterQueue) {
        new RedriveAllowPolicy(
                children.name(),
                RedriveAllowPolicyArgs.builder()
                        .queueUrl(deadLetterQueue.url())
                        .redriveAllowPolicy(Json.of(
                                Map.of("redrivePermission", "byQueue", "sourceQueueArns", List.of(queue.arn()))))
                        .build(),
                children.options());
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    /** Returns the signals of the queue and its dead-letter queue. */
    public List<Signal> signals() {
        var signals = new ArrayList<Signal>();
        signals.add(QueueSignals.oldestMessage(queue, plan.ageObjective()));
        signals.add(QueueSignals.visibleMessages(queue));
        if (deadLetterQueue != null) {
            signals.add(QueueSignals.deadLetters(deadLetterQueue));
        }
        return signals;
    }
}
