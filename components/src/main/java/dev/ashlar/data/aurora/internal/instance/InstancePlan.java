package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraReaderArgs;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The instances of an {@link AuroraCluster}. It can be made from faulty options, so the checks use it, too.
 *
 * @param readers the options of the readers by name, with the default reader
 * @param classes the instance classes by the option that sets them
 * @param all the writer first, then the readers by name
 * @param minReaders the number of readers at any time: those with names, or the minimum of the scaling if that is more
 * @param maxReaders the maximum number of readers, those that the scaling adds included
 */
public record InstancePlan(
        SortedMap<String, AuroraReaderArgs> readers,
        SortedMap<String, String> classes,
        List<Instance> all,
        int minReaders,
        int maxReaders) {

    /** The name of the reader of a multi-AZ cluster whose options name none. */
    private static final String DEFAULT_READER = "standby";

    /**
     * One instance.
     *
     * @param role the part of its name after the cluster's: {@code writer}, {@code reader-standby}
     * @param promotionTier the order in which it takes over, 0 (first) to 15
     * @param instanceClass such as {@code db.serverless}
     */
    public record Instance(String role, int promotionTier, String instanceClass) {}

    public static InstancePlan of(AuroraClusterArgs args) {
        var readers = readers(args);
        var scaling = args.readerScaling();
        int named = readers.size();
        return new InstancePlan(
                readers,
                classes(args, readers),
                instances(args, readers),
                scaling == null || scaling.minCapacity() == null ? named : Math.max(named, scaling.minCapacity()),
                scaling == null || scaling.maxCapacity() == null ? named : scaling.maxCapacity());
    }

    private static SortedMap<String, AuroraReaderArgs> readers(AuroraClusterArgs args) {
        if (args.readers() != null) {
            return new TreeMap<>(args.readers());
        }
        return args.profile().multiAz()
                ? new TreeMap<>(
                        Map.of(DEFAULT_READER, AuroraReaderArgs.builder().build()))
                : new TreeMap<>();
    }

    private static SortedMap<String, String> classes(AuroraClusterArgs args, Map<String, AuroraReaderArgs> readers) {
        var classes = new TreeMap<>(Map.of("instanceClass", args.instanceClass()));
        readers.forEach((name, reader) -> {
            if (reader.instanceClass() != null) {
                classes.put("readers.%s.instanceClass".formatted(name), reader.instanceClass());
            }
        });
        return classes;
    }

    private static List<Instance> instances(AuroraClusterArgs args, Map<String, AuroraReaderArgs> readers) {
        var instances = new ArrayList<Instance>();
        instances.add(new Instance("writer", 0, args.instanceClass()));
        readers.forEach((name, reader) -> instances.add(new Instance(
                readerRole(name),
                reader.promotionTier(),
                reader.instanceClass() == null ? args.instanceClass() : reader.instanceClass())));
        return List.copyOf(instances);
    }

    public static String readerRole(String reader) {
        return "reader-" + reader;
    }

    /** Returns what the instances need of their network: an address each. */
    public NetworkNeeds networkNeeds(String cluster) {
        return NetworkNeeds.of("AuroraCluster", cluster, Tier.ISOLATED, 1 + maxReaders);
    }

    public boolean hasServerless() {
        return classes.containsValue(AuroraInstanceClass.SERVERLESS);
    }

    /** Whether there may be readers at some time. */
    public boolean hasReaders() {
        return maxReaders > 0;
    }
}
