package dev.ashlar.data.cache;

import dev.ashlar.data.VersionPolicy;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a {@link RedisCache} decides from its options.
 *
 * @param clusterMode whether clients have to know the shards
 * @param shards 1 without cluster mode
 * @param replicas besides each shard's primary
 * @param ignoresVersion whether the given version counts at creation only
 * @param transitEncryptionMode whether the version can be told that clients must use TLS; earlier ones only ever demand it
 * @param dataTiering whether nodes keep what is used least on their disks, which their type demands
 */
record RedisCachePlan(
        boolean clusterMode,
        int shards,
        int replicas,
        boolean ignoresVersion,
        String parameterFamily,
        SortedMap<String, String> parameters,
        boolean transitEncryptionMode,
        boolean dataTiering) {

    /** Decides; the options must have passed {@link RedisCacheCheck}. */
    static RedisCachePlan of(RedisCacheArgs args) {
        var clusterMode = args.shards().isPresent();
        return new RedisCachePlan(
                clusterMode,
                args.shards().orElse(1),
                replicas(args),
                args.versionPolicy() == VersionPolicy.TRACK_MAJOR,
                args.engine().parameterFamily(args.engineVersion()),
                parameters(args, clusterMode),
                args.engine().knowsTransitEncryptionMode(args.engineVersion()),
                args.nodeType().startsWith("cache.r6gd."));
    }

    /** The replicas of each shard, given or by the profile. */
    static int replicas(RedisCacheArgs args) {
        var standby = args.profile().multiAz() ? 1 : 0;
        return args.shards().isPresent()
                ? args.replicasPerShard().orElse(standby)
                : args.nodes().map(nodes -> nodes - 1).orElse(standby);
    }

    /** The nodes of all shards. Bounded, since the numbers may be out of range. */
    static int nodesInAll(RedisCacheArgs args) {
        var nodes = args.shards().orElse(1) * (1L + replicas(args));
        return (int) Math.max(0, Math.min(nodes, Integer.MAX_VALUE));
    }

    /** What a cache needs of its network. */
    static NetworkNeeds networkNeeds(String name, RedisCacheArgs args) {
        return NetworkNeeds.of("RedisCache", name, Tier.ISOLATED, nodesInAll(args));
    }

    private static SortedMap<String, String> parameters(RedisCacheArgs args, boolean clusterMode) {
        var parameters = new TreeMap<>(args.parameters());
        parameters.putAll(Map.of("maxmemory-policy", args.evictionPolicy().wireName()));
        if (clusterMode) {
            parameters.put("cluster-enabled", "yes");
        }
        return parameters;
    }

    int nodes() {
        return shards * (1 + replicas);
    }

    boolean hasReplicas() {
        return replicas > 0;
    }

    /** Cluster mode always fails over, although without replicas there is nothing to fail over to. */
    boolean automaticFailover() {
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
