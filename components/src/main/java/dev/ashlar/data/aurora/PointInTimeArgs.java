package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Another cluster and the point in time of it whose data a new {@link AuroraCluster} starts with.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html">Restoring a DB cluster
 *     to a specified time</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class PointInTimeArgs {

    /** The identifier of the other cluster, or its ARN if another account shares it. Required. */
    public abstract @Nullable Output<String> sourceClusterIdentifier();

    /**
     * The time, within the source's backup retention and at least 5 minutes ago; fractions of a second are ignored.
     * Default: the latest restorable time.
     */
    public abstract @Nullable Instant restoreToTime();

    /** Returns a builder that starts with these options. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PointInTimeArgs}. */
    public static final class Builder extends ImmutablePointInTimeArgs.Builder {
        Builder() {}

        /** Sets the identifier of the other cluster, or its ARN if another account shares it. */
        public Builder sourceClusterIdentifier(String identifier) {
            return sourceClusterIdentifier(Output.of(identifier));
        }
    }
}
