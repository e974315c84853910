package dev.ashlar.data;

import dev.ashlar.core.Violations;
import java.time.Duration;

/**
 * What Aurora Serverless v2 allows as capacity.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">
 *     Performance and scaling for Aurora Serverless v2</a>
 */
final class AuroraCapacity {

    private static final double LARGEST = 256;
    private static final double STEP = 0.5;

    private AuroraCapacity() {}

    static void check(AuroraClusterArgs args, Violations violations) {
        var min = args.minCapacity();
        var max = args.maxCapacity();
        violations.expect(
                isStep(min) && min >= 0 && min <= LARGEST,
                "minCapacity",
                number(min),
                "Aurora Serverless v2 scales from 0 to 256 ACU in steps of 0.5",
                "use such a number");
        violations.expect(
                isStep(max) && max >= 1 && max <= LARGEST,
                "maxCapacity",
                number(max),
                "Aurora Serverless v2 scales up to at least 1 and at most 256 ACU in steps of 0.5",
                "use such a number");
        violations.expect(
                max >= min,
                "maxCapacity",
                number(max),
                "minCapacity is %s".formatted(number(min)),
                "use at least that");
        checkPause(args, violations);
    }

    private static void checkPause(AuroraClusterArgs args, Violations violations) {
        var after = args.autoPauseAfter();
        if (after != null) {
            violations.expect(
                    args.minCapacity() == 0,
                    "autoPauseAfter",
                    seconds(after),
                    "a cluster only pauses with minCapacity 0, and it is %s".formatted(number(args.minCapacity())),
                    "set minCapacity to 0, or take autoPauseAfter away");
            violations.expect(
                    after.compareTo(Duration.ofMinutes(5)) >= 0 && after.compareTo(Duration.ofDays(1)) <= 0,
                    "autoPauseAfter",
                    seconds(after),
                    "Aurora pauses after 300 to 86400 seconds",
                    "use such a time");
        }
        if (args.minCapacity() == 0) {
            violations.expect(
                    AuroraVersion.parse(args.engine(), args.engineVersion())
                            .map(AuroraVersion::canPause)
                            .orElse(true),
                    "minCapacity",
                    "0",
                    "version %s cannot pause".formatted(args.engineVersion()),
                    "use 0.5, or a later version (13.15, 14.12, 15.7, 16.3; mysql_aurora.3.08.0)");
        }
    }

    private static boolean isStep(double capacity) {
        return capacity % STEP == 0;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }

    private static String number(double capacity) {
        return capacity == Math.rint(capacity) ? String.valueOf((long) capacity) : String.valueOf(capacity);
    }
}
