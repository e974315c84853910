package dev.ashlar.data.aurora;

import dev.ashlar.data.VersionPolicy;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that an {@link AuroraCluster} decides from its options.
 *
 * @param engineVersion the version that is asked of RDS
 * @param followsMinorVersions whether AWS upgrades minor versions, so that the running version drifts from the given one
 * @param ignoresVersion whether the given version counts at creation only
 * @param upgradesMajor whether this update may go to a later major version
 * @param parameterFamily the family of the parameter groups
 * @param instances the writer first, then the readers by name
 * @param serverless whether some instance is
 * @param mostReaders how many readers there may be, those with names and those that come with the load
 * @param logs the exported logs
 * @param restores whether the data of another cluster is what it starts with, as it was at some moment
 * @param secondsUntilAutoPause empty for AWS's default, or when the cluster does not pause
 */
record AuroraPlan(
        String engineVersion,
        boolean followsMinorVersions,
        boolean ignoresVersion,
        boolean upgradesMajor,
        String parameterFamily,
        List<Instance> instances,
        boolean serverless,
        int mostReaders,
        SortedSet<String> logs,
        boolean restores,
        OptionalInt secondsUntilAutoPause) {

    /** The reader of a cluster whose profile wants a second zone and whose options name none. */
    static final String DEFAULT_READER = "standby";

    /**
     * One instance.
     *
     * @param role what it is called after the cluster's name: {@code writer}, {@code reader-standby}
     * @param instanceClass such as {@code db.serverless}
     */
    record Instance(String role, int promotionTier, String instanceClass) {}

    /** Decides; the options must have passed {@link AuroraCheck}. */
    static AuroraPlan of(AuroraClusterArgs args) {
        var upgrade = args.upgradeTo();
        var version = upgrade == null ? args.engineVersion() : upgrade;
        var follows = args.versionPolicy() == VersionPolicy.TRACK_MAJOR;
        return new AuroraPlan(
                version,
                follows,
                follows && upgrade == null,
                upgrade != null,
                AuroraVersion.parse(args.engine(), version).orElseThrow().parameterFamily(),
                instances(args),
                hasServerless(args),
                mostReaders(args),
                new TreeSet<>(args.logExports()),
                args.restoreToPointInTime() != null || args.cloneOf() != null,
                autoPause(args));
    }

    static Map<String, AuroraReaderArgs> readers(AuroraClusterArgs args) {
        var given = args.readers();
        if (given != null) {
            return given;
        }
        return args.profile().multiAz()
                ? Map.of(DEFAULT_READER, AuroraReaderArgs.builder().build())
                : Map.of();
    }

    /** The class of each instance by the option that decides it. */
    static SortedMap<String, String> classes(AuroraClusterArgs args) {
        var classes = new TreeMap<>(Map.of("instanceClass", args.instanceClass()));
        readers(args).forEach((name, reader) -> {
            if (reader.instanceClass() != null) {
                classes.put("readers.%s.instanceClass".formatted(name), reader.instanceClass());
            }
        });
        return classes;
    }

    static boolean hasServerless(AuroraClusterArgs args) {
        return classes(args).containsValue(AuroraInstanceClass.SERVERLESS);
    }

    private static List<Instance> instances(AuroraClusterArgs args) {
        var instances = new ArrayList<Instance>();
        instances.add(new Instance("writer", 0, args.instanceClass()));
        new TreeMap<>(readers(args))
                .forEach((name, reader) -> instances.add(new Instance(
                        readerRole(name),
                        reader.promotionTier(),
                        reader.instanceClass() == null ? args.instanceClass() : reader.instanceClass())));
        return List.copyOf(instances);
    }

    static String readerRole(String reader) {
        return "reader-" + reader;
    }

    /** How many readers there are at any time, those with names and those that the scaling always keeps. */
    static int leastReaders(AuroraClusterArgs args) {
        var scaling = args.readerScaling();
        int named = readers(args).size();
        return scaling == null ? named : Math.max(named, scaling.minCapacity().orElse(0));
    }

    /** What a database needs of its network. */
    static NetworkNeeds networkNeeds(String name, AuroraClusterArgs args) {
        return NetworkNeeds.of("AuroraCluster", name, Tier.ISOLATED, 1 + mostReaders(args));
    }

    static int mostReaders(AuroraClusterArgs args) {
        var scaling = args.readerScaling();
        return scaling == null
                ? readers(args).size()
                : scaling.maxCapacity().orElse(readers(args).size());
    }

    private static OptionalInt autoPause(AuroraClusterArgs args) {
        var after = args.autoPauseAfter();
        return after == null ? OptionalInt.empty() : OptionalInt.of(seconds(after));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    boolean hasReaders() {
        return mostReaders > 0;
    }
}
