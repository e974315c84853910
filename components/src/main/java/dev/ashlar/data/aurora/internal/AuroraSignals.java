package dev.ashlar.data.aurora.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.instance.AuroraMemory;
import dev.ashlar.data.aurora.internal.instance.InstancePlan;
import dev.ashlar.internal.aws.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The signals of an Aurora cluster. Both engines publish all of these metrics; those of instances are also aggregated
 * for the cluster.
 *
 * @see
 *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html">Amazon
 *     CloudWatch metrics for Amazon Aurora</a>
 */
public final class AuroraSignals {

    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;
    private static final double MIN_FREE_SHARE = 0.05;
    private static final double MAX_CONNECTIONS_SHARE = 0.8;
    private static final double ONE_A_MINUTE = 1.0 / 60;

    private final Signals signals;
    private final MissingData silence;

    private AuroraSignals(Signals signals, MissingData silence) {
        this.signals = signals;
        this.silence = silence;
    }

    public static List<Signal> of(String source, Output<String> clusterIdentifier, AuroraClusterArgs args) {
        var instances = InstancePlan.of(args);
        // A paused cluster publishes no metrics.
        var silence = instances.hasServerless() && args.minCapacity() == 0
                ? MissingData.NOT_BREACHING
                : MissingData.BREACHING;
        var signals = new AuroraSignals(
                new Signals(source, "AWS/RDS", Map.of("DBClusterIdentifier", clusterIdentifier)), silence);
        var size = AuroraMemory.smallest(args);
        var all = new ArrayList<Signal>();
        // The maximum: an average would let an idle standby mask an overloaded writer.
        all.add(signals.continuous("cpu", "CPUUtilization", Statistic.MAXIMUM)
                .objective(Objective.atMost(90))
                .build());
        if (instances.hasServerless()) {
            all.add(signals.continuous("capacity", "ACUUtilization", Statistic.MAXIMUM)
                    .objective(Objective.atMost(90))
                    .build());
        }
        // For a serverless instance it is the memory that would be free at the maximum capacity, so it only nears zero
        // when scaling is exhausted.
        all.add(signals.continuous("free-memory", "FreeableMemory", Statistic.MINIMUM)
                .objective(Objective.atLeast(MIN_FREE_SHARE * size.gibibytes() * BYTES_PER_GIB))
                .build());
        all.add(signals.connections(args, size));
        all.add(signals.signals
                .onEvents("deadlocks", "Deadlocks", Statistic.MAXIMUM)
                .objective(Objective.atMost(ONE_A_MINUTE))
                .build());
        if (instances.hasReaders()) {
            all.add(signals.signals
                    .onEvents("replica-lag", "AuroraReplicaLagMaximum", Statistic.MAXIMUM)
                    .objective(Objective.atMost(1000))
                    .build());
        }
        return List.copyOf(all);
    }

    private Signal connections(AuroraClusterArgs args, AuroraMemory size) {
        var connections = continuous("connections", "DatabaseConnections", Statistic.MAXIMUM);
        size.maxConnections(args)
                .ifPresent(most -> connections.objective(Objective.atMost(most * MAX_CONNECTIONS_SHARE)));
        return connections.build();
    }

    private Signal.Builder continuous(String name, String metric, Statistic statistic) {
        return signals.signal(name, metric, statistic, silence);
    }
}
