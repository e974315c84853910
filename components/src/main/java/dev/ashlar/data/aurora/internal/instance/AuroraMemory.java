package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraEngine;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The memory of an instance, and the limits that result from it.
 *
 * @param gibibytes the memory; for a serverless instance that of its maximum capacity
 */
public record AuroraMemory(double gibibytes) {

    private static final double GIBIBYTES_PER_ACU = 2;
    private static final String MAX_CONNECTIONS = "max_connections";

    /** The number of connections that an instance accepts by default, by its memory in ACU and above. */
    private static final SortedMap<Double, Integer> POSTGRESQL_CONNECTIONS =
            new TreeMap<>(Map.of(0.0, 189, 4.0, 823, 8.0, 1669, 16.0, 3360, 32.0, 5000));

    private static final SortedMap<Double, Integer> MYSQL_CONNECTIONS =
            new TreeMap<>(Map.of(0.0, 90, 4.0, 135, 8.0, 1000, 16.0, 2000, 32.0, 3000, 64.0, 4000, 128.0, 5000));

    /**
     * With a minimum capacity up to this, PostgreSQL accepts fewer connections than its maximum capacity would allow.
     */
    private static final double CAPPED_UP_TO_ACU = 0.5;

    private static final int CAPPED_CONNECTIONS = 2000;

    /** Returns the memory of the cluster's smallest instance. */
    public static AuroraMemory smallest(AuroraClusterArgs args) {
        var gibibytes = InstancePlan.of(args).all().stream()
                .map(InstancePlan.Instance::instanceClass)
                .mapToDouble(name -> AuroraInstanceClass.parse(name)
                        .map(AuroraInstanceClass::memory)
                        .orElse(args.maxCapacity() * GIBIBYTES_PER_ACU))
                .min()
                .orElseThrow();
        return new AuroraMemory(gibibytes);
    }

    /** Returns the number of connections that an instance of this memory accepts; empty if a parameter sets it. */
    public OptionalInt maxConnections(AuroraClusterArgs args) {
        if (args.clusterParameters().containsKey(MAX_CONNECTIONS)
                || args.instanceParameters().containsKey(MAX_CONNECTIONS)) {
            return OptionalInt.empty();
        }
        int most = defaultConnections(args.engine());
        var capped = args.engine() == AuroraEngine.POSTGRESQL
                && InstancePlan.of(args).hasServerless()
                && args.minCapacity() <= CAPPED_UP_TO_ACU;
        return OptionalInt.of(capped ? Math.min(most, CAPPED_CONNECTIONS) : most);
    }

    /**
     * Returns the default of the engine's {@code max_connections}. AWS documents it by ACU; provisioned classes of the same
     * memory have the same numbers.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">
     *     Performance and scaling for Aurora Serverless v2: maximum connections</a>
     */
    private int defaultConnections(AuroraEngine engine) {
        var byCapacity =
                switch (engine) {
                    case POSTGRESQL -> POSTGRESQL_CONNECTIONS;
                    case MYSQL -> MYSQL_CONNECTIONS;
                };
        // The numbers grow with the memory, so the greatest is that of the instance.
        return byCapacity.headMap(Math.nextUp(gibibytes / GIBIBYTES_PER_ACU)).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
