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

    /** The engine. Default: Valkey. */
    @Value.Default
    public CacheEngine engine() {
        return CacheEngine.VALKEY;
    }

    /**
     * The engine's version, as {@code 8.0}. Default: 8.0 for Valkey, 7.1 for Redis, whatever later releases of this library
     * know. A later version is an update in place; an earlier one replaces the cache.
     */
    @Value.Default
    public String engineVersion() {
        return engine().defaultVersion();
    }

    /**
     * Who moves the cache to later minor versions. Default: you do; patches within a version come from AWS in any case. With
     * {@link VersionPolicy#TRACK_MAJOR} the version counts when the cache is created and is ignored afterwards; to go to a
     * later major version, name it together with {@code PIN_MINOR}.
     */
    @Value.Default
    public VersionPolicy versionPolicy() {
        return VersionPolicy.PIN_MINOR;
    }

    /**
     * The size of each node. Default: {@code cache.t4g.small}, 1.37 GiB. A change is made in place, with a short interruption
     * where there is one node.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html">Supported node
     *     types</a>
     */
    @Value.Default
    public String nodeType() {
        return "cache.t4g.small";
    }

    /**
     * How many nodes hold the data, 1 to 6, the primary included; from 2 on, they stand in several zones and one takes over
     * when the primary fails. Default: 2 when the profile is multi-AZ, 1 otherwise. Not together with {@link #shards}.
     */
    public abstract @Nullable Integer nodes();

    /**
     * Over how many shards the data is spread, 1 to 500: cluster mode, which clients have to know. Default: no cluster mode. It
     * is chosen when the cache is created: ElastiCache does not switch it afterwards in one step.
     */
    public abstract @Nullable Integer shards();

    /**
     * How many replicas each shard has besides its primary, 0 to 5; only with {@link #shards}. Default: 1 when the profile is
     * multi-AZ, 0 otherwise.
     */
    public abstract @Nullable Integer replicasPerShard();

    /**
     * The user as whom services log in, lower-case letters, digits and hyphens; together with the cache's name at most 31
     * characters. Default: {@code app}. A change replaces the user, not the data.
     */
    @Value.Default
    public String user() {
        return "app";
    }

    /**
     * What the user may do, in the words of the engine's access control lists. Default: everything with keys and channels,
     * without the commands that the engine calls dangerous but {@code info} and {@code role}, which clients ask.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html#Access-string">Specifying
     *     permissions using an access string</a>
     */
    @Value.Default
    public String accessString() {
        return "on ~* &* +@all -@dangerous +info +role";
    }

    /** What the cache gives up when its memory is full. Default: ElastiCache's, keys that expire, least recently used first. */
    @Value.Default
    public EvictionPolicy evictionPolicy() {
        return EvictionPolicy.VOLATILE_LRU;
    }

    /** Further parameters of the engine by name. Default: the engine's. */
    public abstract Map<String, String> parameters();

    /**
     * The key that encrypts the data at rest, snapshots and the password. Default: AWS's own key; data is always encrypted. A
     * change replaces the cache.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** The snapshot to create the cache from. Default: none, an empty cache. A change replaces the cache. */
    public abstract @Nullable Output<String> snapshotName();

    /**
     * How long daily snapshots are kept, 0 (none are taken) to 35 whole days. Default: as long as the profile keeps backups,
     * but 7 days at most, since a cache's data is soon of no use.
     */
    @Value.Default
    public Duration snapshotRetention() {
        var week = Duration.ofDays(7);
        return profile().backupRetention().compareTo(week) < 0 ? profile().backupRetention() : week;
    }

    /** When the daily snapshot is taken, in UTC, at least 60 minutes. Default: {@code 03:00-04:00}. */
    @Value.Default
    public String snapshotWindow() {
        return "03:00-04:00";
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Override
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

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link RedisCacheArgs}. */
    public static final class Builder extends ImmutableRedisCacheArgs.Builder {
        Builder() {}

        /** The key that encrypts the data at rest, snapshots and the password. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** The snapshot to create the cache from. */
        public Builder snapshotName(String name) {
            return snapshotName(Output.of(name));
        }
    }
}
