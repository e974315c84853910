package dev.ashlar.data.cache.internal;

import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The decisions of a {@link RedisCache}.
 *
 * @param network the network whose isolated subnets hold the cache
 * @param needs the addresses that the cache takes of the network
 * @param clusterMode whether clients must know the shards
 * @param shards 1 without cluster mode
 * @param replicas the replicas of each shard, besides its primary
 * @param ignoresVersion whether the version is used at creation only
 * @param parameterFamily the family of the parameter group
 * @param parameters the engine parameters
 * @param transitEncryptionMode whether the version takes a mode of encryption in transit; earlier ones require TLS
 * @param dataTiering whether nodes move the least used data to their disks, which their type requires
 */
public record RedisCachePlan(
        Network network,
        NetworkNeeds needs,
        boolean clusterMode,
        int shards,
        int replicas,
        boolean ignoresVersion,
        String parameterFamily,
        SortedMap<String, String> parameters,
        boolean transitEncryptionMode,
        boolean dataTiering) {

    /** Returns the plan of options that passed {@link RedisCacheCheck}. */
    public static RedisCachePlan of(String name, RedisCacheArgs args) {
        var clusterMode = args.shards() != null;
        var version = new EngineVersion(args.engine(), args.engineVersion());
        return new RedisCachePlan(
                Objects.requireNonNull(args.network()),
                needs(name, args),
                clusterMode,
                Objects.requireNonNullElse(args.shards(), 1),
                replicas(args),
                args.versionPolicy() == VersionPolicy.TRACK_MAJOR,
                version.parameterFamily(),
                parameters(args, clusterMode),
                version.takesTransitEncryptionMode(),
                args.nodeType().startsWith("cache.r6gd."));
    }

    /** Returns the addresses that the cache needs of its network. */
    static NetworkNeeds needs(String name, RedisCacheArgs args) {
        return NetworkNeeds.of("RedisCache", name, Tier.ISOLATED, nodes(args));
    }

    /** Returns the number of nodes of all shards. Bounded, because the options may be out of range. */
    static int nodes(RedisCacheArgs args) {
        var nodes = Objects.requireNonNullElse(args.shards(), 1) * (1L + replicas(args));
        return (int) Math.max(0, Math.min(nodes, Integer.MAX_VALUE));
    }

    /** Returns the number of replicas of each shard, from the options or the profile. */
    static int replicas(RedisCacheArgs args) {
        var standby = args.profile().multiAz() ? 1 : 0;
        return args.shards() != null
                ? Objects.requireNonNullElse(args.replicasPerShard(), standby)
                : Objects.requireNonNullElse(args.nodes(), standby + 1) - 1;
    }

    private static SortedMap<String, String> parameters(RedisCacheArgs args, boolean clusterMode) {
        var parameters = new TreeMap<>(args.parameters());
        parameters.putAll(Map.of("maxmemory-policy", args.evictionPolicy().wireName()));
        if (clusterMode) {
            parameters.put("cluster-enabled", "yes");
        }
        return parameters;
    }

    public int nodes() {
        return shards * (1 + replicas);
    }

    public boolean hasReplicas() {
        return replicas > 0;
    }

    /** Whether ElastiCache fails over: in cluster mode it requires this, even without replicas. */
    public boolean automaticFailover() {
        return clusterMode || hasReplicas();
    }

    /**
     * Returns the suffixes that ElastiCache appends to the replication group's id to name each node: {@code -001}, or
     * {@code -0001-001} for the first node of the first shard.
     */
    List<String> nodeSuffixes() {
        var suffixes = new ArrayList<String>();
        for (int shard = 1; shard <= shards; shard++) {
            for (int node = 1; node <= 1 + replicas; node++) {
                suffixes.add(clusterMode ? "-%04d-%03d".formatted(shard, node) : "-%03d".formatted(node));
            }
        }
        return suffixes;
    }
}
