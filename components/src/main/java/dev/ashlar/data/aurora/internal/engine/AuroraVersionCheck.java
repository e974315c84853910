package dev.ashlar.data.aurora.internal.engine;

import dev.ashlar.core.Violations;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.AuroraClusterArgs;

/** Whether a cluster is of the version that its options name and need. */
public final class AuroraVersionCheck {

    private AuroraVersionCheck() {}

    public static void check(AuroraClusterArgs args, Violations violations) {
        var full = args.versionPolicy() == VersionPolicy.PIN_MINOR;
        violations.expect(
                AuroraVersion.parse(args.engine(), args.engineVersion())
                        .filter(version -> version.isFull() == full)
                        .isPresent(),
                "engineVersion",
                args.engineVersion(),
                "%s takes %s of %s"
                        .formatted(
                                args.versionPolicy(),
                                full ? "a full version" : "a major version",
                                args.engine().wireName()),
                "use one like " + AuroraVersion.example(args.engine(), full));
        checkUpgrade(args, full, violations);
        if (args.dataApi()) {
            check(args, AuroraFeature.DATA_API, "dataApi", true, violations);
        }
        if (args.ioOptimized()) {
            check(args, AuroraFeature.IO_OPTIMIZED, "ioOptimized", true, violations);
        }
    }

    private static void checkUpgrade(AuroraClusterArgs args, boolean full, Violations violations) {
        var upgrade = args.upgradeTo();
        if (upgrade == null) {
            return;
        }
        var current = AuroraVersion.parse(args.engine(), args.engineVersion());
        var target = AuroraVersion.parse(args.engine(), upgrade).filter(version -> version.isFull() == full);
        violations.expect(
                target.isPresent()
                        && current.map(target.get()::isLaterMajorThan).orElse(true),
                "upgradeTo",
                upgrade,
                "it names a later major version than engineVersion, %s, in the same form"
                        .formatted(args.engineVersion()),
                "use such a version, or take upgradeTo away when the upgrade is done");
    }

    /** Adds a fault if an option needs what the version does not have; a version that cannot be read has its own. */
    public static void check(
            AuroraClusterArgs args, AuroraFeature feature, String option, Object got, Violations violations) {
        violations.expect(
                AuroraVersion.parse(args.engine(), args.engineVersion())
                        .map(feature::isIn)
                        .orElse(true),
                option,
                got,
                "version %s %s".formatted(args.engineVersion(), feature.absence()),
                "use %s, or a later version of these, or do without".formatted(feature.firstVersions(args.engine())));
    }
}
