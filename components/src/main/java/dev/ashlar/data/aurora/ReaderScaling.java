package dev.ashlar.data.aurora;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The scaling of the number of readers of an {@link AuroraCluster}. Readers that it adds have the writer's instance
 * class and promotion tier 15, and the reader endpoint connects to them; it removes only those again. They are not part
 * of the stack: delete those that remain before the stack is destroyed, because RDS does not delete a cluster that has
 * instances.
 *
 * @see
 *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html">Amazon
 *     Aurora Auto Scaling with Aurora Replicas</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ReaderScaling {

    /** The minimum number of readers, named ones included, 0 to 15. Default: the number of named readers. */
    public abstract @Nullable Integer minCapacity();

    /** The maximum number of readers, named ones included, at most 15. Required. */
    public abstract @Nullable Integer maxCapacity();

    /**
     * The target of the average CPU utilization of the readers, 1 to 100 percent. Default: 60 if there is no other
     * target.
     */
    public abstract @Nullable Integer cpuPercent();

    /** The target of the average number of connections per reader, at least 1. Default: no target. */
    public abstract @Nullable Integer connections();

    /** The time between two removals of readers, in whole seconds up to an hour. Default: 5 minutes. */
    @Value.Default
    public Duration scaleInCooldown() {
        return Duration.ofMinutes(5);
    }

    /** The time between two additions of readers, in whole seconds up to an hour. Default: 5 minutes. */
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
