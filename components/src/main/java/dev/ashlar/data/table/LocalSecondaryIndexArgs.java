package dev.ashlar.data.table;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a local secondary index: a second order of the items of each partition of a table. */
@Value.Immutable
@ArgsStyle
public abstract class LocalSecondaryIndexArgs {

    /** By what the items of a partition are sorted in this index. Required. */
    public abstract @Nullable KeyAttribute sortKey();

    /** What the index holds of each item. Default: all of it. */
    @Value.Default
    public Projection projection() {
        return Projection.ALL;
    }

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link LocalSecondaryIndexArgs}. */
    public static final class Builder extends ImmutableLocalSecondaryIndexArgs.Builder {
        Builder() {}

        /** By what the items of a partition are sorted in this index. */
        public Builder sortKey(String name, KeyType type) {
            return sortKey(new KeyAttribute(name, type));
        }
    }
}
