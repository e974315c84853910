package dev.ashlar.data.aurora.internal.engine;

import dev.ashlar.core.Violations;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.check.Check;

/** Checks the version of a cluster and the features that its options require. */
public final class AuroraVersionCheck {

    private AuroraVersionCheck() {}

    public static void check(AuroraClusterArgs args, Violations violations) {
        var full = args.versionPolicy() == VersionPolicy.PIN_MINOR;
        new Check(violations)
                .option("engineVersion", args.engineVersion())
                .that(
                        version -> AuroraVersion.parse(args.engine(), version)
                                .filter(parsed -> parsed.isFull() == full)
                                .isPresent(),
                        "%s requires %s of %s"
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
        var current = AuroraVersion.parse(args.engine(), args.engineVersion());
        new Check(violations)
                .option("upgradeTo", args.upgradeTo())
                .that(
                        upgrade -> AuroraVersion.parse(args.engine(), upgrade)
                                .filter(target -> target.isFull() == full)
                                .filter(target ->
                                        current.map(target::isLaterMajorThan).orElse(true))
                                .isPresent(),
                        "an upgrade requires a later major version than engineVersion, %s, in the same form"
                                .formatted(args.engineVersion()),
                        "use a later version, or remove upgradeTo after the upgrade");
    }

    /** Adds a violation if an option requires a feature that the version lacks. An invalid version is another violation. */
    public static void check(
            AuroraClusterArgs args, AuroraFeature feature, String option, Object got, Violations violations) {
        violations.expect(
                AuroraVersion.parse(args.engine(), args.engineVersion())
                        .map(feature::isIn)
                        .orElse(true),
                option,
                got,
                "version %s %s".formatted(args.engineVersion(), feature.absence()),
                "use %s, or a later version of these, or change the option"
                        .formatted(feature.firstVersions(args.engine())));
    }
}
