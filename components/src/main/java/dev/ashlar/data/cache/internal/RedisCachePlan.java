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
 * Everything that a {@link RedisCache} decides from its options.
 *
 * @param network the network whose isolated subnets hold the cache
 * @param needs what the cache takes of the network
 * @param clusterMode whether clients have to know the shards
 * @param shards 1 without cluster mode
 * @param replicas besides each shard's primary
 * @param ignoresVersion whether the given version counts at creation only
 * @param transitEncryptionMode whether the version can be told that clients must use TLS; earlier ones only ever demand it
 * @param dataTiering whether nodes keep what is used least on their disks, which their type demands
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

    /** Decides; the options must have passed {@link RedisCacheCheck}. */
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

    /** What the cache needs of its network. */
    static NetworkNeeds needs(String name, RedisCacheArgs args) {
        return NetworkNeeds.of("RedisCache", name, Tier.ISOLATED, nodes(args));
    }

    /** The nodes of all shards. Bounded, because the numbers may be out of range. */
    static int nodes(RedisCacheArgs args) {
        var nodes = Objects.requireNonNullElse(args.shards(), 1) * (1L + replicas(args));
        return (int) Math.max(0, Math.min(nodes, Integer.MAX_VALUE));
    }

    /** The replicas of each shard, given or by the profile. */
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

    /** Cluster mode always fails over, although without replicas there is nothing to fail over to. */
    public boolean automaticFailover() {
        return clusterMode || hasReplicas();
    }

    /**
     * What ElastiCache appends to the replication group's id to name each node: {@code -001}, or {@code -0001-001} for the
     * first node of the first shard.
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
