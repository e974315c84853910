package dev.ashlar.data.cache;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.data.DataStoreOptions;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link RedisCache}. */
@Value.Immutable
@ArgsStyle
public abstract class RedisCacheArgs implements DataStoreOptions {

    /** The network whose isolated subnets hold the cache. Required. */
    public abstract @Nullable Network network();

    /** The engine. Redis changes to Valkey in place; Valkey to Redis replaces the cache. Default: Valkey. */
    @Value.Default
    public CacheEngine engine() {
        return CacheEngine.VALKEY;
    }

    /**
     * The engine's version, such as {@code 8.0}. A later version is an update in place; an earlier one replaces the
     * cache. Default: 8.0 for Valkey, 7.1 for Redis, which later releases of this library do not change.
     */
    @Value.Default
    public String engineVersion() {
        return engine().defaultVersion();
    }

    /**
     * Whether AWS upgrades the cache to later minor versions; it applies patches in any case. With
     * {@link VersionPolicy#TRACK_MAJOR} the version is used when the cache is created and ignored afterwards; to
     * upgrade to a later major version, set the version together with {@code PIN_MINOR}. Default:
     * {@link VersionPolicy#PIN_MINOR}.
     */
    @Value.Default
    public VersionPolicy versionPolicy() {
        return VersionPolicy.PIN_MINOR;
    }

    /**
     * The instance type of each node. A change is made in place, with a short interruption if there is one node.
     * Default: {@code cache.t4g.small}, 1.37 GiB.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html">Supported node
     *     types</a>
     */
    @Value.Default
    public String nodeType() {
        return "cache.t4g.small";
    }

    /**
     * The number of nodes, 1 to 6, including the primary. Two or more run in several zones, and a replica is promoted
     * when the primary fails. Excludes {@link #shards}. Default: 2 when the profile is multi-AZ, 1 otherwise.
     */
    public abstract @Nullable Integer nodes();

    /**
     * The number of shards, 1 to 500. Enables cluster mode, which clients must support. It is set when the cache is
     * created, because ElastiCache cannot switch it afterwards in one step. Default: no cluster mode.
     */
    public abstract @Nullable Integer shards();

    /**
     * The number of replicas of each shard besides its primary, 0 to 5. Requires {@link #shards}. Default: 1 when the
     * profile is multi-AZ, 0 otherwise.
     */
    public abstract @Nullable Integer replicasPerShard();

    /**
     * The user that services log in as: lower-case letters, digits and hyphens, together with the cache's name at most
     * 31 characters. A change replaces the user, not the data. Default: {@code app}.
     */
    @Value.Default
    public String user() {
        return "app";
    }

    /**
     * The permissions of the user, as an access control list of the engine. Default: all keys and channels, and all
     * commands except those of the category {@code dangerous}, of which {@code info} and {@code role} are allowed
     * because clients use them.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html#Access-string">Specifying
     *     permissions using an access string</a>
     */
    @Value.Default
    public String accessString() {
        return "on ~* &* +@all -@dangerous +info +role";
    }

    /**
     * Which keys are evicted when the memory is full. Default: {@link EvictionPolicy#VOLATILE_LRU}, as ElastiCache's.
     */
    @Value.Default
    public EvictionPolicy evictionPolicy() {
        return EvictionPolicy.VOLATILE_LRU;
    }

    /** Further engine parameters by name. Default: none, the engine's own values. */
    public abstract Map<String, String> parameters();

    /**
     * The customer managed key that encrypts the data at rest, the snapshots and the password. A change replaces the
     * cache. Default: none, the AWS managed key; data is always encrypted.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** The snapshot to create the cache from. A change replaces the cache. Default: none, an empty cache. */
    public abstract @Nullable Output<String> snapshotName();

    /**
     * How long daily snapshots are kept, 0 (no snapshots) to 35 whole days. Default: the profile's backup retention,
     * but at most 7 days, because the data of a cache is soon out of date.
     */
    @Value.Default
    public Duration snapshotRetention() {
        var week = Duration.ofDays(7);
        return profile().backupRetention().compareTo(week) < 0 ? profile().backupRetention() : week;
    }

    /** The window of the daily snapshot, in UTC, at least 60 minutes. Default: {@code 03:00-04:00}. */
    @Value.Default
    public String snapshotWindow() {
        return "03:00-04:00";
    }

    /** The profile that sets the defaults of other options. Default: {@link Profile#PROD}. */
    @Override
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

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link RedisCacheArgs}. */
    public static final class Builder extends ImmutableRedisCacheArgs.Builder {
        Builder() {}

        /** Sets the key that encrypts the data at rest, the snapshots and the password. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** Sets the snapshot to create the cache from. */
        public Builder snapshotName(String name) {
            return snapshotName(Output.of(name));
        }
    }
}
