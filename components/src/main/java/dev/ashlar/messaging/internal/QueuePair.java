package dev.ashlar.messaging.internal;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.aws.sqs.RedriveAllowPolicy;
import com.pulumi.aws.sqs.RedriveAllowPolicyArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.Signal;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.messaging.ServiceSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A queue and its dead-letter queue, laid out as resources; the latter is null when the queue has none. */
public record QueuePair(
        QueuePlan plan, TopologyQueue queue, @Nullable TopologyQueue deadLetterQueue) {

    // Nothing consumes a dead-letter queue by itself; this leaves a person's tool some time with each
    // message.
    private static final Duration DEAD_LETTER_VISIBILITY = Duration.ofMinutes(5);

    public static QueuePair create(
            QueuePlan plan, Map<String, String> tags, CustomResourceOptions child, CustomResourceOptions store) {
        var deadLetterQueue = plan.args().deadLetterQueue() ? createDeadLetterQueue(plan, tags, store) : null;
        var queue = createQueue(plan, deadLetterQueue, tags, store);
        attachPolicy(queue, plan.args().senders(), child);
        if (deadLetterQueue != null) {
            attachPolicy(deadLetterQueue, Map.of(), child);
            acceptOnlyFrom(queue, deadLetterQueue, child);
        }
        return new QueuePair(plan, queue, deadLetterQueue);
    }

    /** The pair of a topology that creates nothing, because its options have faults. */
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
            QueuePlan plan,
            @Nullable TopologyQueue deadLetterQueue,
            Map<String, String> tags,
            CustomResourceOptions store) {
        var args = plan.args();
        var builder = attributes(plan)
                .messageRetentionSeconds(seconds(args.messageRetention()))
                .visibilityTimeoutSeconds(seconds(args.visibilityTimeout()))
                .delaySeconds(seconds(args.delay()))
                .tags(Tags.named(plan.name(), tags));
        if (deadLetterQueue != null) {
            builder.redrivePolicy(Json.of(
                    Map.of("deadLetterTargetArn", deadLetterQueue.arn(), "maxReceiveCount", args.maxReceives())));
        }
        return queue(plan, Created.of(new Queue(plan.name(), builder.build(), store)));
    }

    private static TopologyQueue createDeadLetterQueue(
            QueuePlan plan, Map<String, String> tags, CustomResourceOptions store) {
        var args = plan.args();
        var name = plan.deadLetterName();
        var builder = attributes(plan)
                .messageRetentionSeconds(seconds(args.deadLetterRetention()))
                .visibilityTimeoutSeconds(seconds(DEAD_LETTER_VISIBILITY))
                .tags(Tags.named(name, tags));
        return deadLetterQueue(plan, Created.of(new Queue(name, builder.build(), store)));
    }

    // What a queue and its dead-letter queue have in common: kind, encryption, size of messages.
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

    private static void attachPolicy(
            TopologyQueue queue, Map<String, ServiceSender> senders, CustomResourceOptions child) {
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
                queue.provider(),
                QueuePolicyArgs.builder()
                        .queueUrl(queue.url())
                        .policy(policy.build())
                        .build(),
                child);
    }

    // A resource of its own, since the two queues would otherwise need each other's ARN.
    private static void acceptOnlyFrom(
            TopologyQueue queue, TopologyQueue deadLetterQueue, CustomResourceOptions child) {
        new RedriveAllowPolicy(
                deadLetterQueue.provider(),
                RedriveAllowPolicyArgs.builder()
                        .queueUrl(deadLetterQueue.url())
                        .redriveAllowPolicy(Json.of(
                                Map.of("redrivePermission", "byQueue", "sourceQueueArns", List.of(queue.arn()))))
                        .build(),
                child);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    /** By what this queue is observed, and its dead-letter queue. */
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
