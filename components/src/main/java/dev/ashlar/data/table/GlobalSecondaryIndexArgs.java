package dev.ashlar.data.table;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a global secondary index, which finds the items of a table by another key. */
@Value.Immutable
@ArgsStyle
public abstract class GlobalSecondaryIndexArgs {

    /** The partition key of the index. Items without the attribute are not in the index. Required. */
    public abstract @Nullable KeyAttribute partitionKey();

    /** The sort key of the index. Default: none. */
    public abstract @Nullable KeyAttribute sortKey();

    /** The attributes in the index. Default: {@link Projection#ALL}. */
    @Value.Default
    public Projection projection() {
        return Projection.ALL;
    }

    /** The read and write capacity, with the billing mode of the table. Default: the table's capacity. */
    public abstract @Nullable TableCapacity capacity();

    /** Returns a new builder. */
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

        /** Sets the partition key. */
        public Builder partitionKey(String name, KeyType type) {
            return partitionKey(new KeyAttribute(name, type));
        }

        /** Sets the sort key. */
        public Builder sortKey(String name, KeyType type) {
            return sortKey(new KeyAttribute(name, type));
        }
    }
}
