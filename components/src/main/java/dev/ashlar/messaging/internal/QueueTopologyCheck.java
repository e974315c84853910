package dev.ashlar.messaging.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.messaging.MessageQueueArgs;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import java.time.Duration;
import java.util.HashSet;
import java.util.regex.Pattern;

/**
 * Checks the options of a {@link QueueTopology}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue,
 *     attributes</a>
 */
public final class QueueTopologyCheck {

    private static final int MAX_NAME_LENGTH = 80;
    private static final int MAX_MESSAGE_SIZE = 256 * 1024;
    private static final Pattern SENDER = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    private final String name;
    private final Violations violations;

    private QueueTopologyCheck(String name) {
        this.name = name;
        this.violations = Violations.of("QueueTopology", name);
        Names.check(name, violations);
    }

    /** Returns the violations of a topology's options. */
    public static Violations check(String name, QueueTopologyArgs args) {
        var check = new QueueTopologyCheck(name);
        Tags.check(args.tags(), check.violations);
        check.violations.expect(
                !args.queues().isEmpty(),
                "queues",
                null,
                "a topology has at least one queue",
                "add one with queue(label)");
        var labels = new HashSet<String>();
        for (var queue : args.queues()) {
            check.violations.expect(
                    labels.add(String.valueOf(queue.label())),
                    "queues",
                    "\"%s\" twice".formatted(queue.label()),
                    "each queue requires its own label",
                    "rename one of them");
            check.queue(QueuePlan.of(name, queue));
        }
        return check.violations;
    }

    private void queue(QueuePlan plan) {
        var args = plan.args();
        label(plan);
        option(args, "visibilityTimeout", args.visibilityTimeout()).seconds(0, 43_200);
        option(args, "messageRetention", args.messageRetention()).seconds(60, 1_209_600);
        option(args, "delay", args.delay()).seconds(0, 900);
        option(args, "receiveWaitTime", args.receiveWaitTime()).seconds(0, 20);
        option(args, "kmsDataKeyReusePeriod", args.kmsDataKeyReusePeriod()).seconds(60, 86_400);
        violations.expect(
                args.maxMessageSize() >= 1024 && args.maxMessageSize() <= MAX_MESSAGE_SIZE,
                option(args, "maxMessageSize"),
                args.maxMessageSize() + " bytes",
                "a message has 1024 to %d bytes here".formatted(MAX_MESSAGE_SIZE),
                "use a size in this range, and keep larger content in S3");
        fifoOnly(args, "contentBasedDeduplication", args.contentBasedDeduplication());
        fifoOnly(args, "highThroughput", args.highThroughput());
        if (args.deadLetterQueue()) {
            deadLetters(plan);
        }
        senders(args);
    }

    private void label(QueuePlan plan) {
        var label = String.valueOf(plan.args().label());
        violations.expect(
                Names.isLabel(label),
                "queues",
                '"' + label + '"',
                "labels are lower-case letters, digits and single hyphens, and start with a letter",
                "use a label like \"inbound\"");
        violations.expect(
                plan.longestPhysicalName() <= MAX_NAME_LENGTH,
                "queues",
                "\"%s\", which makes a name of %d characters".formatted(label, plan.longestPhysicalName()),
                "the name of a queue has at most %d".formatted(MAX_NAME_LENGTH),
                "shorten the label or the topology's name %s".formatted(name));
    }

    private void deadLetters(QueuePlan plan) {
        var args = plan.args();
        option(args, "deadLetterRetention", args.deadLetterRetention()).seconds(60, 1_209_600);
        violations.expect(
                args.maxReceives() >= 1 && args.maxReceives() <= 1000,
                option(args, "maxReceives"),
                args.maxReceives(),
                "a message is received 1 to 1000 times before it moves to the dead-letter queue",
                "use a number in this range");
        violations.expect(
                args.fifo() || args.deadLetterRetention().compareTo(args.messageRetention()) > 0,
                option(args, "deadLetterRetention"),
                seconds(args.deadLetterRetention()),
                "it counts from when a message was first sent, so the dead-letter queue could lose the message at once",
                "make it longer than messageRetention, %s".formatted(seconds(args.messageRetention())));
        violations.expect(
                args.maxReceives() < 1 || plan.timeUntilSetAside().compareTo(args.messageRetention()) < 0,
                option(args, "maxReceives"),
                "%d with a visibilityTimeout of %s".formatted(args.maxReceives(), seconds(args.visibilityTimeout())),
                "a message would expire after %s and never reach the dead-letter queue"
                        .formatted(seconds(args.messageRetention())),
                "lower either of them, or raise messageRetention");
    }

    private void senders(MessageQueueArgs args) {
        args.senders().forEach((label, sender) -> {
            violations.expect(
                    Names.isLabel(label),
                    option(args, "senders"),
                    '"' + label + '"',
                    "labels are lower-case letters, digits and single hyphens, and start with a letter",
                    "use a label like orders");
            violations.expect(
                    SENDER.matcher(sender.servicePrincipal()).matches(),
                    option(args, "senders"),
                    sender.servicePrincipal(),
                    "a service principal is required",
                    "use one like sns.amazonaws.com");
        });
    }

    private void fifoOnly(MessageQueueArgs args, String option, boolean given) {
        violations.expect(
                args.fifo() || !given,
                option(args, option),
                given,
                "only FIFO queues support it",
                "set fifo(true), or leave it out");
    }

    private <T> Check.Option<T> option(MessageQueueArgs args, String option, T value) {
        return new Check(violations).option(option(args, option), value);
    }

    private static String option(MessageQueueArgs args, String option) {
        return args.label() + "." + option;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
