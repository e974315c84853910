package dev.ashlar.messaging;

import dev.ashlar.core.Profile;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** The options of a {@link QueueTopology}. */
@Value.Immutable
@ArgsStyle
public abstract class QueueTopologyArgs {

    /** The queues, each with its own label, at least one. Adding one changes no other. Required. */
    public abstract List<MessageQueueArgs> queues();

    /**
     * The switches of the environment. With {@code dataProtection}, Pulumi rejects deletion and replacement of a queue,
     * because its messages would be lost. Default: {@link Profile#PROD}.
     */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link QueueTopologyArgs}. */
    public static final class Builder extends ImmutableQueueTopologyArgs.Builder {
        Builder() {}

        /** Adds a queue with the default options. */
        public Builder queue(String label) {
            return queue(label, queue -> {});
        }

        /** Adds a queue. */
        public Builder queue(String label, Consumer<MessageQueueArgs.Builder> options) {
            var builder = MessageQueueArgs.builder().label(label);
            options.accept(builder);
            return addQueues(builder.build());
        }
    }
}
