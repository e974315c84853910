package dev.ashlar.data.cache.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * By what a cache is observed: ElastiCache counts everything for each node.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html">Which
 *     metrics should I monitor?</a>
 */
public final class RedisCacheSignals {

    private final String source;
    private final Output<String> node;

    private RedisCacheSignals(String source, Output<String> node) {
        this.source = source;
        this.node = node;
    }

    public static List<Signal> of(String cache, Output<String> replicationGroupId, RedisCachePlan plan) {
        var all = new ArrayList<Signal>();
        for (var suffix : plan.nodeSuffixes()) {
            var signals = new RedisCacheSignals(cache + suffix, replicationGroupId.applyValue(id -> id + suffix));
            signals.addTo(all, plan);
        }
        return List.copyOf(all);
    }

    private void addTo(List<Signal> all, RedisCachePlan plan) {
        all.add(signal("engine-cpu", "EngineCPUUtilization", Statistic.AVERAGE)
                .missingData(MissingData.BREACHING)
                .objective(Objective.atMost(90))
                .build());
        all.add(signal("memory", "DatabaseMemoryUsagePercentage", Statistic.MAXIMUM)
                .missingData(MissingData.BREACHING)
                .objective(Objective.atMost(90))
                .build());
        all.add(signal("evictions", "Evictions", Statistic.SUM)
                .missingData(MissingData.NOT_BREACHING)
                .build());
        all.add(signal("connections", "CurrConnections", Statistic.MAXIMUM)
                .missingData(MissingData.NOT_BREACHING)
                .build());
        if (plan.hasReplicas()) {
            // Only replicas publish it, and any node may become one.
            all.add(signal("replication-lag", "ReplicationLag", Statistic.MAXIMUM)
                    .missingData(MissingData.NOT_BREACHING)
                    .objective(Objective.atMost(10))
                    .build());
        }
    }

    private Signal.Builder signal(String name, String metric, Statistic statistic) {
        return Signal.builder()
                .source(source)
                .name(name)
                .namespace("AWS/ElastiCache")
                .metric(metric)
                .putDimensions("CacheClusterId", node)
                .statistic(statistic);
    }
}
