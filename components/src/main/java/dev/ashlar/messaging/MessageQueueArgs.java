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
 * The options of one queue of a {@link QueueTopology}. Ranges and defaults not said to be ours are those of AWS's <a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>.
 */
@Value.Immutable
@ArgsStyle
public abstract class MessageQueueArgs {

    /** The queue among its siblings, such as {@code inbound}: lower-case letters, digits and hyphens. Required. */
    public abstract @Nullable String label();

    /**
     * Whether messages of one group are kept in order and each is delivered once. Default: false. A change replaces the
     * queue, and what is in it is lost.
     */
    @Value.Default
    public boolean fifo() {
        return false;
    }

    /**
     * How long a received message stays hidden from other consumers, 0 to 12 hours: longer than its handling takes, and
     * for a Lambda function at least six times the function's timeout. Default: 30 seconds.
     */
    @Value.Default
    public Duration visibilityTimeout() {
        return Duration.ofSeconds(30);
    }

    /** How long a message waits for a consumer before it is lost, 1 minute to 14 days. Default: 4 days. */
    @Value.Default
    public Duration messageRetention() {
        return Duration.ofDays(4);
    }

    /** For how long a new message is withheld from consumers, 0 to 15 minutes. Default: 0. */
    @Value.Default
    public Duration delay() {
        return Duration.ZERO;
    }

    /**
     * How long a consumer's request waits for a message to arrive, 0 to 20 seconds. Default: 20 seconds, where AWS's is
     * 0, since each empty answer is paid for.
     */
    @Value.Default
    public Duration receiveWaitTime() {
        return Duration.ofSeconds(20);
    }

    /**
     * The size of the largest message in bytes, 1 KiB to 256 KiB. Default: 256 KiB. SQS itself takes up to 1 MiB since
     * August 2025, but the provider that this library is built on refuses more than 256 KiB.
     */
    @Value.Default
    public int maxMessageSize() {
        return 256 * 1024;
    }

    /**
     * Whether messages that nobody could handle are set aside in a queue of their own. Default: true. Without it, such
     * a message comes back until its retention ends.
     */
    @Value.Default
    public boolean deadLetterQueue() {
        return true;
    }

    /**
     * How often a message is received before it goes to the dead-letter queue, 1 to 1000. Default: 5, the least that
     * AWS advises for Lambda functions, where a throttled function counts as a receive.
     */
    @Value.Default
    public int maxReceives() {
        return 5;
    }

    /**
     * How long the dead-letter queue keeps a message, 1 minute to 14 days. Default: 14 days. A standard queue counts
     * from when the message was first sent, so this must be longer than {@link #messageRetention}.
     */
    @Value.Default
    public Duration deadLetterRetention() {
        return Duration.ofDays(14);
    }

    /**
     * FIFO only: whether two messages of the same content within five minutes are one. Default: false; the sender then
     * gives a deduplication id.
     */
    @Value.Default
    public boolean contentBasedDeduplication() {
        return false;
    }

    /**
     * FIFO only: whether throughput and deduplication are counted for each message group instead of for the whole
     * queue. Default: false. It sets {@code deduplicationScope} and {@code fifoThroughputLimit}, which only work
     * together.
     */
    @Value.Default
    public boolean highThroughput() {
        return false;
    }

    /**
     * A customer managed key that encrypts the messages, for 1 USD a month and its requests. Default: SQS's own key,
     * free. The key's policy must let AWS services that send to the queue use it.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * For how long SQS uses one data key of {@link #kmsKeyArn} before it asks for the next, 1 minute to 24 hours.
     * Default: 5 minutes. Longer costs less.
     */
    @Value.Default
    public Duration kmsDataKeyReusePeriod() {
        return Duration.ofMinutes(5);
    }

    /**
     * AWS services that may send to the queue, each only on behalf of one resource: the resource's ARN by a label of
     * yours. Default: none. Your own services get their permission from {@link MessageQueue#send}.
     */
    public abstract Map<String, ServiceSender> senders();

    /** The keys that the builder received more than once, which the check rejects. */
    @Value.Auxiliary
    abstract Set<String> repeatedKeys();

    /** Starts the options. */
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

        /** A customer managed key that encrypts the messages. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /**
         * An AWS service that may send to the queue on behalf of one resource, such as {@code sns.amazonaws.com} of a
         * topic.
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
