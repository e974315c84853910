package dev.ashlar.data.aurora.internal;

import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.engine.AuroraVersion;
import dev.ashlar.data.aurora.internal.instance.InstancePlan;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The decisions that an {@link AuroraCluster} makes from its options.
 *
 * @param network the network whose isolated subnets hold the instances
 * @param engineVersion the version that is requested from RDS
 * @param followsMinorVersions whether AWS upgrades minor versions, so that the running version becomes newer than the
 *     given one
 * @param ignoresVersion whether the given version applies at creation only
 * @param upgradesMajor whether this update may upgrade to a later major version
 * @param parameterFamily the family of the parameter groups
 * @param instances the writer and the readers
 * @param logs the exported logs
 * @param restores whether the cluster starts with the data of another cluster at some point in time
 * @param secondsUntilAutoPause empty for AWS's default, or if the cluster does not pause
 */
public record AuroraPlan(
        Network network,
        String engineVersion,
        boolean followsMinorVersions,
        boolean ignoresVersion,
        boolean upgradesMajor,
        String parameterFamily,
        InstancePlan instances,
        SortedSet<String> logs,
        boolean restores,
        OptionalInt secondsUntilAutoPause) {

    /** Returns the plan of options without violations, see {@link AuroraCheck}. */
    public static AuroraPlan of(AuroraClusterArgs args) {
        var upgrade = args.upgradeTo();
        var version = upgrade == null ? args.engineVersion() : upgrade;
        var follows = args.versionPolicy() == VersionPolicy.TRACK_MAJOR;
        return new AuroraPlan(
                Objects.requireNonNull(args.network()),
                version,
                follows,
                follows && upgrade == null,
                upgrade != null,
                AuroraVersion.parse(args.engine(), version).orElseThrow().parameterFamily(),
                InstancePlan.of(args),
                new TreeSet<>(args.logExports()),
                args.restoreToPointInTime() != null || args.cloneOf() != null,
                autoPause(args));
    }

    private static OptionalInt autoPause(AuroraClusterArgs args) {
        var after = args.autoPauseAfter();
        return after == null ? OptionalInt.empty() : OptionalInt.of(seconds(after));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
