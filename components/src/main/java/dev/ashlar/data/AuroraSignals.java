package dev.ashlar.data;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * By what an Aurora cluster is observed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html">Amazon
 *     CloudWatch metrics for Amazon Aurora</a>
 */
final class AuroraSignals {

    private static final double BYTES_PER_ACU = 2.0 * 1024 * 1024 * 1024;

    private final String source;
    private final Output<String> clusterIdentifier;
    private final MissingData silence;

    private AuroraSignals(String source, Output<String> clusterIdentifier, MissingData silence) {
        this.source = source;
        this.clusterIdentifier = clusterIdentifier;
        this.silence = silence;
    }

    static List<Signal> of(String source, Output<String> clusterIdentifier, AuroraClusterArgs args, AuroraPlan plan) {
        // A paused cluster publishes nothing, and that is as it should be.
        var silence = args.minCapacity() == 0 ? MissingData.NOT_BREACHING : MissingData.BREACHING;
        var signals = new AuroraSignals(source, clusterIdentifier, silence);
        var all = new ArrayList<Signal>();
        all.add(signals.continuous("cpu", "CPUUtilization", Statistic.AVERAGE)
                .objective(Objective.atMost(90))
                .build());
        all.add(signals.continuous("capacity", "ACUUtilization", Statistic.AVERAGE)
                .objective(Objective.atMost(90))
                .build());
        // The metric counts what would be free at the greatest capacity, so it only nears zero when scaling is
        // exhausted.
        all.add(signals.continuous("free-memory", "FreeableMemory", Statistic.MINIMUM)
                .objective(Objective.atLeast(0.05 * args.maxCapacity() * BYTES_PER_ACU))
                .build());
        all.add(signals.continuous("connections", "DatabaseConnections", Statistic.MAXIMUM)
                .build());
        all.add(signals.signal("deadlocks", "Deadlocks", Statistic.SUM)
                .missingData(MissingData.NOT_BREACHING)
                .build());
        if (plan.hasReaders()) {
            all.add(signals.signal("replica-lag", "AuroraReplicaLagMaximum", Statistic.MAXIMUM)
                    .missingData(MissingData.NOT_BREACHING)
                    .objective(Objective.atMost(1000))
                    .build());
        }
        return List.copyOf(all);
    }

    private Signal.Builder continuous(String name, String metric, Statistic statistic) {
        return signal(name, metric, statistic).missingData(silence);
    }

    private Signal.Builder signal(String name, String metric, Statistic statistic) {
        return Signal.builder()
                .source(source)
                .name(name)
                .namespace("AWS/RDS")
                .metric(metric)
                .putDimensions("DBClusterIdentifier", clusterIdentifier)
                .statistic(statistic);
    }
}
