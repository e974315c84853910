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
     * How many messages the function gets at once at most, 1 to 10000; of a FIFO queue 1 to 10. More than ten need a
     * {@link #maximumBatchingWindow}. Default: 10.
     */
    @Value.Default
    public int batchSize() {
        return 10;
    }

    /** How long messages are gathered for a batch, 0 to 300 seconds; a FIFO queue has none. Default: 0. */
    @Value.Default
    public Duration maximumBatchingWindow() {
        return Duration.ZERO;
    }

    /** How many batches are handled at once at most, 2 to 1000. Default: as many as the function may run at once. */
    public abstract @Nullable Integer maximumConcurrency();

    /** Starts the options. */
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
