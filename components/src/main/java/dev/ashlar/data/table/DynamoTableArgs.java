package dev.ashlar.data.table;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link DynamoTable}. The limits are those of <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas in Amazon
 * DynamoDB</a>.
 */
@Value.Immutable
@ArgsStyle
public abstract class DynamoTableArgs {

    /** The partition key. Required. It cannot be changed: see {@link DynamoTable}. */
    public abstract @Nullable KeyAttribute partitionKey();

    /**
     * The sort key, which sorts and distinguishes the items of a partition. It cannot be changed: see
     * {@link DynamoTable}. Default: none, a partition has one item.
     */
    public abstract @Nullable KeyAttribute sortKey();

    /**
     * The global secondary indexes, by name: up to 20. They can be added and removed at any time. DynamoDB builds one
     * at a time, which takes minutes to hours, depending on the table's size. A change of an index's key replaces the
     * index. Default: none.
     */
    public abstract Map<String, GlobalSecondaryIndexArgs> globalSecondaryIndexes();

    /**
     * The local secondary indexes, by name: up to 5. They are created with the table and cannot be changed: see
     * {@link DynamoTable}. They limit the items of one partition to 10 GB. A global secondary index has neither limit.
     * Default: none.
     */
    public abstract Map<String, LocalSecondaryIndexArgs> localSecondaryIndexes();

    /** The read and write capacity and the billing mode. Default: on demand, without limits. */
    @Value.Default
    public TableCapacity capacity() {
        return TableCapacity.onDemand();
    }

    /**
     * Whether the table can be restored to any second of the {@link #recoveryPeriod}, for 0.20 USD a GB and month.
     * Default: {@code true}.
     */
    @Value.Default
    public boolean pointInTimeRecovery() {
        return true;
    }

    /**
     * The period that the table can be restored within, 1 to 35 whole days. Default: 35 days, which cost the same as 1.
     */
    @Value.Default
    public Duration recoveryPeriod() {
        return Duration.ofDays(35);
    }

    /**
     * Whether DynamoDB and Pulumi reject the deletion of the table. To delete a table, first update with {@code false}.
     * Default: the profile's data protection.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /**
     * The kind of key that encrypts the table. Changed in place. Default: {@code CUSTOMER_MANAGED} if
     * {@link #kmsKeyArn} is set, {@code AWS_OWNED} otherwise.
     */
    @Value.Default
    public TableEncryption encryption() {
        return kmsKeyArn() == null ? TableEncryption.AWS_OWNED : TableEncryption.CUSTOMER_MANAGED;
    }

    /** The customer managed key that encrypts the table, its indexes, its stream and its backups. Default: none. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * The attribute with an item's expiration time in seconds since 1970; DynamoDB deletes expired items within days,
     * free of charge. A change to another attribute or to none requires two updates: the first with
     * {@link #timeToLiveEnabled} {@code false} and this option unchanged, the second an hour later. Any other change
     * fails the preview, because DynamoDB would continue to delete items. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to Live</a>
     */
    public abstract @Nullable String timeToLiveAttribute();

    /** Whether DynamoDB deletes items that expired by {@link #timeToLiveAttribute}. Default: {@code true}. */
    @Value.Default
    public boolean timeToLiveEnabled() {
        return true;
    }

    /**
     * The content of the table's stream for each change of an item. A change creates a new stream. Default: no stream.
     */
    public abstract @Nullable StreamView stream();

    /** The table class. Changed in place, at most twice in 30 days. Default: {@link TableClass#STANDARD}. */
    @Value.Default
    public TableClass tableClass() {
        return TableClass.STANDARD;
    }

    /**
     * Whether CloudWatch reports the most used keys of the table and its global indexes, billed by event. Default:
     * {@code false}.
     */
    @Value.Default
    public boolean contributorInsights() {
        return false;
    }

    /** The profile that sets the defaults of other options. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link DynamoTableArgs}. */
    public static final class Builder extends ImmutableDynamoTableArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets the partition key. */
        public Builder partitionKey(String name, KeyType type) {
            return partitionKey(new KeyAttribute(name, type));
        }

        /** Sets the sort key. */
        public Builder sortKey(String name, KeyType type) {
            return sortKey(new KeyAttribute(name, type));
        }

        /** Adds a global secondary index. */
        public Builder globalSecondaryIndex(String name, Consumer<GlobalSecondaryIndexArgs.Builder> options) {
            var index = GlobalSecondaryIndexArgs.builder();
            options.accept(index);
            return putGlobalSecondaryIndexes(keys.take("globalSecondaryIndexes", name), index.build());
        }

        /** Adds a local secondary index. */
        public Builder localSecondaryIndex(String name, Consumer<LocalSecondaryIndexArgs.Builder> options) {
            var index = LocalSecondaryIndexArgs.builder();
            options.accept(index);
            return putLocalSecondaryIndexes(keys.take("localSecondaryIndexes", name), index.build());
        }

        /** Sets the customer managed key that encrypts the table. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        @Override
        public DynamoTableArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
