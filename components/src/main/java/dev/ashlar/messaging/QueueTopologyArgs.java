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

    /** The queues, each with a label of its own. Required: at least one. Adding one changes no other. */
    public abstract List<MessageQueueArgs> queues();

    /**
     * The environment's switches. Default: {@link Profile#PROD}. With {@code dataProtection} Pulumi refuses to delete
     * or replace a queue, since the messages in it would be lost.
     */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
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

        /** A queue with the default options. */
        public Builder queue(String label) {
            return queue(label, queue -> {});
        }

        /** A queue. */
        public Builder queue(String label, Consumer<MessageQueueArgs.Builder> options) {
            var builder = MessageQueueArgs.builder().label(label);
            options.accept(builder);
            return addQueues(builder.build());
        }
    }
}
