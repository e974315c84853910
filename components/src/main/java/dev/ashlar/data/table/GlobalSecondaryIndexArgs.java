package dev.ashlar.data.table;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a global secondary index: a second way to find a table's items, with a key of its own. */
@Value.Immutable
@ArgsStyle
public abstract class GlobalSecondaryIndexArgs {

    /** By what items are found. Items that lack the attribute are not in the index. Required. */
    public abstract @Nullable KeyAttribute partitionKey();

    /** By what the items of a partition are sorted. Default: by nothing. */
    public abstract @Nullable KeyAttribute sortKey();

    /** What the index holds of each item. Default: all of it. */
    @Value.Default
    public Projection projection() {
        return Projection.ALL;
    }

    /** What the index can read and write. Default: as much as the table. It is paid for like the table. */
    public abstract @Nullable TableCapacity capacity();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link GlobalSecondaryIndexArgs}. */
    public static final class Builder extends ImmutableGlobalSecondaryIndexArgs.Builder {
        Builder() {}

        /** By what items are found. */
        public Builder partitionKey(String name, KeyType type) {
            return partitionKey(new KeyAttribute(name, type));
        }

        /** By what the items of a partition are sorted. */
        public Builder sortKey(String name, KeyType type) {
            return sortKey(new KeyAttribute(name, type));
        }
    }
}
