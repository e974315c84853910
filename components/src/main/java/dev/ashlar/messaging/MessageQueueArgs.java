package dev.ashlar.messaging;

import com.pulumi.core.Output;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of one queue of a {@link QueueTopology}. Ranges and defaults are those of AWS's <a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
 * unless stated otherwise.
 */
@Value.Immutable
@ArgsStyle
public abstract class MessageQueueArgs {

    /**
     * The label of the queue within its topology, such as {@code inbound}: lower-case letters, digits and hyphens. A
     * change replaces the queue and loses its messages. Required.
     */
    public abstract @Nullable String label();

    /**
     * Whether messages of one group are kept in order and each is delivered once. A change replaces the queue and loses
     * its messages. Default: {@code false}.
     */
    @Value.Default
    public boolean fifo() {
        return false;
    }

    /**
     * How long a received message is hidden from other consumers, 0 to 12 hours. It must be longer than the processing
     * of a message, and for a Lambda function at least six times the function's timeout. Default: 30 seconds.
     */
    @Value.Default
    public Duration visibilityTimeout() {
        return Duration.ofSeconds(30);
    }

    /** How long a message waits for a consumer before SQS deletes it, 1 minute to 14 days. Default: 4 days. */
    @Value.Default
    public Duration messageRetention() {
        return Duration.ofDays(4);
    }

    /** How long a new message is hidden from consumers, 0 to 15 minutes. Default: 0. */
    @Value.Default
    public Duration delay() {
        return Duration.ZERO;
    }

    /**
     * How long a receive request waits for a message, 0 to 20 seconds. Default: 20 seconds instead of SQS's 0, because
     * empty responses are billed.
     */
    @Value.Default
    public Duration receiveWaitTime() {
        return Duration.ofSeconds(20);
    }

    /**
     * The maximum size of a message in bytes, 1 KiB to 256 KiB. SQS supports up to 1 MiB since August 2025, but the
     * provider rejects more than 256 KiB. Default: 256 KiB.
     */
    @Value.Default
    public int maxMessageSize() {
        return 256 * 1024;
    }

    /**
     * Whether messages that cannot be processed move to a dead-letter queue. Without one, they return until their
     * retention ends. Default: {@code true}.
     */
    @Value.Default
    public boolean deadLetterQueue() {
        return true;
    }

    /**
     * How often a message is received before it moves to the dead-letter queue, 1 to 1000. Default: 5, the minimum that
     * AWS recommends for Lambda functions, where throttling counts as a receive.
     */
    @Value.Default
    public int maxReceives() {
        return 5;
    }

    /**
     * How long the dead-letter queue keeps a message, 1 minute to 14 days. A standard queue counts from when the
     * message was first sent, so this must be longer than {@link #messageRetention}. Default: 14 days.
     */
    @Value.Default
    public Duration deadLetterRetention() {
        return Duration.ofDays(14);
    }

    /**
     * Whether two messages with the same content within five minutes are one. FIFO only. Default: {@code false}, so the
     * sender sets a deduplication id.
     */
    @Value.Default
    public boolean contentBasedDeduplication() {
        return false;
    }

    /**
     * Whether throughput and deduplication apply to each message group instead of the whole queue. FIFO only. Sets
     * {@code deduplicationScope} and {@code fifoThroughputLimit}, which require each other. Default: {@code false}.
     */
    @Value.Default
    public boolean highThroughput() {
        return false;
    }

    /**
     * A customer managed key that encrypts the messages, for 1 USD a month and its requests. The key policy must allow
     * its use by AWS services that send to the queue. Default: SQS's own key, free.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * How long SQS uses one data key of {@link #kmsKeyArn} before it requests the next, 1 minute to 24 hours. A longer
     * period costs less. Default: 5 minutes.
     */
    @Value.Default
    public Duration kmsDataKeyReusePeriod() {
        return Duration.ofMinutes(5);
    }

    /**
     * The AWS services that can send to the queue, each on behalf of one resource only, by labels that the caller
     * chooses. The caller's own services get their permission from {@link MessageQueue#send}. Default: none.
     */
    public abstract Map<String, ServiceSender> senders();

    /** The keys that the builder received more than once. */
    @Value.Auxiliary
    abstract Set<String> repeatedKeys();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MessageQueueArgs}. */
    public static final class Builder extends ImmutableMessageQueueArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets a customer managed key that encrypts the messages. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /**
         * Adds an AWS service that can send to the queue on behalf of one resource, such as {@code sns.amazonaws.com}
         * of a topic.
         */
        public Builder sender(String label, String servicePrincipal, Output<String> sourceArn) {
            return putSenders(keys.take("senders", label), new ServiceSender(servicePrincipal, sourceArn));
        }

        @Override
        public MessageQueueArgs build() {
            addAllRepeatedKeys(keys.all());
            return super.build();
        }
    }
}
