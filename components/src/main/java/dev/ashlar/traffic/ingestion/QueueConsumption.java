package dev.ashlar.traffic.ingestion;

import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.messaging.MessageQueue;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a function consumes a queue. Ranges are those of <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">CreateEventSourceMapping</a>.
 */
@Value.Immutable
@ArgsStyle
public abstract class QueueConsumption {

    /** The queue. Required. */
    public abstract MessageQueue queue();

    /**
     * The maximum number of messages in a batch, 1 to 10000; 1 to 10 for a FIFO queue. More than 10 require a {@link
     * #maximumBatchingWindow}. Default: 10.
     */
    @Value.Default
    public int batchSize() {
        return 10;
    }

    /** How long Lambda gathers messages for a batch, 0 to 300 seconds; 0 for a FIFO queue. Default: 0. */
    @Value.Default
    public Duration maximumBatchingWindow() {
        return Duration.ZERO;
    }

    /**
     * The maximum number of batches that are processed at once, 2 to 1000. Default: the concurrency of the function.
     */
    public abstract @Nullable Integer maximumConcurrency();

    /** Returns a new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link QueueConsumption}. */
    public static final class Builder extends ImmutableQueueConsumption.Builder {
        Builder() {}
    }
}
