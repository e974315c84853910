package dev.ashlar.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
 * @param logs the exported logs
 * @param secondsUntilAutoPause empty for AWS's default, or when the cluster does not pause
 */
record AuroraPlan(
        String engineVersion,
        boolean followsMinorVersions,
        boolean ignoresVersion,
        boolean upgradesMajor,
        String parameterFamily,
        List<Instance> instances,
        SortedSet<String> logs,
        OptionalInt secondsUntilAutoPause) {

    /** The reader of a cluster whose profile wants a second zone and whose options name none. */
    static final String DEFAULT_READER = "standby";

    /**
     * One instance.
     *
     * @param role what it is called after the cluster's name: {@code writer}, {@code reader-standby}
     */
    record Instance(String role, int promotionTier) {}

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
                instances(readers(args)),
                new TreeSet<>(args.logExports()),
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

    private static List<Instance> instances(Map<String, AuroraReaderArgs> readers) {
        var instances = new ArrayList<Instance>();
        instances.add(new Instance("writer", 0));
        new TreeMap<>(readers)
                .forEach((name, reader) -> instances.add(new Instance("reader-" + name, reader.promotionTier())));
        return List.copyOf(instances);
    }

    private static OptionalInt autoPause(AuroraClusterArgs args) {
        var after = args.autoPauseAfter();
        return after == null ? OptionalInt.empty() : OptionalInt.of(seconds(after));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    boolean hasReaders() {
        return instances.size() > 1;
    }
}
