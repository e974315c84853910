package dev.ashlar.data.cache.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The signals of a cache. ElastiCache publishes its metrics for each node.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html">Which
 *     metrics should I monitor?</a>
 */
public final class RedisCacheSignals {

    private RedisCacheSignals() {}

    public static List<Signal> of(String cache, Output<String> replicationGroupId, RedisCachePlan plan) {
        return plan.nodeSuffixes().stream()
                .map(suffix -> new Signals(
                        cache + suffix,
                        "AWS/ElastiCache",
                        Map.of("CacheClusterId", replicationGroupId.applyValue(id -> id + suffix))))
                .flatMap(node -> of(node, plan).stream())
                .toList();
    }

    private static List<Signal> of(Signals node, RedisCachePlan plan) {
        var all = new ArrayList<Signal>();
        all.add(node.continuous("engine-cpu", "EngineCPUUtilization", Statistic.AVERAGE)
                .objective(Objective.atMost(90))
                .build());
        all.add(node.continuous("memory", "DatabaseMemoryUsagePercentage", Statistic.MAXIMUM)
                .objective(Objective.atMost(90))
                .build());
        all.add(node.onEvents("evictions", "Evictions", Statistic.SUM).build());
        all.add(node.onEvents("connections", "CurrConnections", Statistic.MAXIMUM)
                .build());
        if (plan.hasReplicas()) {
            // Only replicas publish it, and any node may become one.
            all.add(node.onEvents("replication-lag", "ReplicationLag", Statistic.MAXIMUM)
                    .objective(Objective.atMost(10))
                    .build());
        }
        return all;
    }
}
