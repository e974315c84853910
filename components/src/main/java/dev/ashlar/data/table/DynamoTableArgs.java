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
 * The options of a {@link DynamoTable}. Limits not said to be ours are those of AWS's <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas in Amazon
 * DynamoDB</a>.
 */
@Value.Immutable
@ArgsStyle
public abstract class DynamoTableArgs {

    /** By what items are found. Required. It cannot be changed: see {@link DynamoTable}. */
    public abstract @Nullable KeyAttribute partitionKey();

    /** By what the items of a partition are sorted and told apart. Default: by nothing, a partition is one item. It cannot
     * be changed: see {@link DynamoTable}. */
    public abstract @Nullable KeyAttribute sortKey();

    /**
     * Further ways to find items, by their names: up to 20. They come and go without harm to the table, and DynamoDB builds
     * one at a time, which takes minutes to hours by the table's size; their own keys change by replacing the index.
     */
    public abstract Map<String, GlobalSecondaryIndexArgs> globalSecondaryIndexes();

    /**
     * Further orders of the items of a partition, by their names: up to 5. They exist from the table's creation on and cannot
     * be changed (see {@link DynamoTable}); with them, the items of one partition take 10 GB at most. A global secondary index
     * has neither limit.
     */
    public abstract Map<String, LocalSecondaryIndexArgs> localSecondaryIndexes();

    /** What the table can read and write, and how it is paid for. Default: on demand, without limits of its own. */
    @Value.Default
    public TableCapacity capacity() {
        return TableCapacity.onDemand();
    }

    /** Whether the table can be restored as of any second of {@link #recoveryPeriod}. Default: true, for 0.20 USD a GB and
     * month. */
    @Value.Default
    public boolean pointInTimeRecovery() {
        return true;
    }

    /** How far back the table can be restored, 1 to 35 whole days. Default: 35 days, which cost the same as one. */
    @Value.Default
    public Duration recoveryPeriod() {
        return Duration.ofDays(35);
    }

    /**
     * Whether DynamoDB and Pulumi refuse to delete the table. Default: the profile's data protection. To delete a table,
     * first update with {@code false}.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /** Whose key encrypts the table. Default: yours when {@link #kmsKeyArn} is given, DynamoDB's own otherwise. Changed in
     * place. */
    @Value.Default
    public TableEncryption encryption() {
        return kmsKeyArn() == null ? TableEncryption.AWS_OWNED : TableEncryption.CUSTOMER_MANAGED;
    }

    /** The customer managed key that encrypts the table, its indexes, its stream and its backups. Default: none. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /**
     * The attribute whose time, in seconds since 1970, ends an item's life; DynamoDB deletes it within days, free of charge.
     * Default: none. Another attribute, or none again, takes two updates: the first with {@link #timeToLiveEnabled} false
     * and this option as it was, the second an hour later. Anything else fails the preview, since DynamoDB would go on
     * deleting items.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to Live</a>
     */
    public abstract @Nullable String timeToLiveAttribute();

    /** Whether DynamoDB deletes the items whose time by {@link #timeToLiveAttribute} has come. Default: true. */
    @Value.Default
    public boolean timeToLiveEnabled() {
        return true;
    }

    /** What the table's stream tells of each change. Default: no stream. A change makes a new stream. */
    public abstract @Nullable StreamView stream();

    /** Whether the table is cheaper to use or cheaper to keep. Default: to use. Changed in place, twice in 30 days. */
    @Value.Default
    public TableClass tableClass() {
        return TableClass.STANDARD;
    }

    /** Whether CloudWatch counts which keys of the table and its global indexes are used most, which is paid for by event.
     * Default: false. */
    @Value.Default
    public boolean contributorInsights() {
        return false;
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
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

        /** By what items are found. */
        public Builder partitionKey(String name, KeyType type) {
            return partitionKey(new KeyAttribute(name, type));
        }

        /** By what the items of a partition are sorted and told apart. */
        public Builder sortKey(String name, KeyType type) {
            return sortKey(new KeyAttribute(name, type));
        }

        /** Adds a further way to find items. */
        public Builder globalSecondaryIndex(String name, Consumer<GlobalSecondaryIndexArgs.Builder> options) {
            var index = GlobalSecondaryIndexArgs.builder();
            options.accept(index);
            return putGlobalSecondaryIndexes(keys.take("globalSecondaryIndexes", name), index.build());
        }

        /** Adds a further order of the items of a partition. */
        public Builder localSecondaryIndex(String name, Consumer<LocalSecondaryIndexArgs.Builder> options) {
            var index = LocalSecondaryIndexArgs.builder();
            options.accept(index);
            return putLocalSecondaryIndexes(keys.take("localSecondaryIndexes", name), index.build());
        }

        /** The customer managed key that encrypts the table. */
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
