package dev.ashlar.data.aurora;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the number of readers of an {@link AuroraCluster} follows the load. Readers that come this way have the writer's
 * instance class and promotion tier 15, and are reached by the reader endpoint; only they go again. They are no part of the
 * stack: those that are left when it is destroyed have to be deleted by hand first, since RDS deletes no cluster that has
 * instances.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html">Amazon
 *     Aurora Auto Scaling with Aurora Replicas</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ReaderScaling {

    /** The least number of readers, those with names included, 0 to 15. Default: as many as have names. */
    public abstract @Nullable Integer minCapacity();

    /** The greatest number of readers, those with names included, at most 15. Required. */
    public abstract @Nullable Integer maxCapacity();

    /** The average share of the readers' CPU in use, 1 to 100 percent. Default: 60 when no other target is given. */
    public abstract @Nullable Integer cpuPercent();

    /** The average number of connections to a reader, at least 1. Default: connections are not followed. */
    public abstract @Nullable Integer connections();

    /** How long after removing readers no more are removed, in whole seconds up to an hour. Default: 5 minutes. */
    @Value.Default
    public Duration scaleInCooldown() {
        return Duration.ofMinutes(5);
    }

    /** How long after adding readers the next step waits, in whole seconds up to an hour. Default: 5 minutes. */
    @Value.Default
    public Duration scaleOutCooldown() {
        return Duration.ofMinutes(5);
    }

    /** Returns a builder that starts with these options. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ReaderScaling}. */
    public static final class Builder extends ImmutableReaderScaling.Builder {
        Builder() {}
    }
}
