package dev.ashlar.data.aurora;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of one reader of an {@link AuroraCluster}. */
@Value.Immutable
@ArgsStyle
public abstract class AuroraReaderArgs {

    /**
     * The order in which readers take over when the writer fails, 0 (first) to 15. Readers of tier 0 and 1 also scale
     * and pause together with the writer, so that they can take its load immediately; those of tier 2 and above scale
     * and pause independently. Default: 1.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-administration.html">Managing
     *     Aurora Serverless v2 DB clusters: choosing the promotion tier</a>
     */
    @Value.Default
    public int promotionTier() {
        return 1;
    }

    /**
     * The instance class, such as {@code db.r8g.large}, or {@code db.serverless}, with which the reader scales between
     * the cluster's {@code minCapacity} and {@code maxCapacity}. A change restarts the reader. Default: the cluster's.
     */
    public abstract @Nullable String instanceClass();

    /** Returns a builder that starts with these options. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuroraReaderArgs}. */
    public static final class Builder extends ImmutableAuroraReaderArgs.Builder {
        Builder() {}
    }
}
