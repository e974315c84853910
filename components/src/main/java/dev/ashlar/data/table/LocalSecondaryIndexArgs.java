package dev.ashlar.data.table;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a local secondary index, which sorts the items of each partition of a table by another attribute. */
@Value.Immutable
@ArgsStyle
public abstract class LocalSecondaryIndexArgs {

    /** The sort key of the index. Required. */
    public abstract @Nullable KeyAttribute sortKey();

    /** The attributes in the index. Default: {@link Projection#ALL}. */
    @Value.Default
    public Projection projection() {
        return Projection.ALL;
    }

    /** Returns a new builder. */
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

        /** Sets the sort key. */
        public Builder sortKey(String name, KeyType type) {
            return sortKey(new KeyAttribute(name, type));
        }
    }
}
