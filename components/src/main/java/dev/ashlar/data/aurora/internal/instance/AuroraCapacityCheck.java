package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.engine.AuroraFeature;
import dev.ashlar.data.aurora.internal.engine.AuroraVersionCheck;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.internal.check.WholeSeconds;
import java.time.Duration;
import java.util.Set;

/**
 * Checks capacity and pause against the rules of Aurora Serverless v2.
 *
 * @see
 *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">Performance
 *     and scaling for Aurora Serverless v2</a>
 */
public final class AuroraCapacityCheck {

    private static final double LARGEST = 256;
    private static final double LARGEST_OF_OLD_VERSIONS = 128;
    private static final double STEP = 0.5;

    private final AuroraClusterArgs args;
    private final Violations violations;

    private AuroraCapacityCheck(AuroraClusterArgs args, Violations violations) {
        this.args = args;
        this.violations = violations;
    }

    public static void check(AuroraClusterArgs args, Violations violations) {
        var check = new AuroraCapacityCheck(args, violations);
        if (InstancePlan.of(args).hasServerless()) {
            check.range();
            check.versions();
            check.blockers();
        }
        check.pause();
    }

    private void range() {
        var min = args.minCapacity();
        var max = args.maxCapacity();
        violations.expect(
                isStep(min) && min >= 0 && min <= LARGEST,
                "minCapacity",
                number(min),
                "Aurora Serverless v2 scales from 0 to 256 ACU in steps of 0.5",
                "use a number in this range");
        violations.expect(
                isStep(max) && max >= 1 && max <= LARGEST,
                "maxCapacity",
                number(max),
                "Aurora Serverless v2 scales up to at least 1 and at most 256 ACU in steps of 0.5",
                "use a number in this range");
        violations.expect(
                max >= min,
                "maxCapacity",
                number(max),
                "minCapacity is %s".formatted(number(min)),
                "use %s or more".formatted(number(min)));
    }

    private void versions() {
        AuroraVersionCheck.check(
                args, AuroraFeature.SERVERLESS, "instanceClass", AuroraInstanceClass.SERVERLESS, violations);
        if (args.maxCapacity() > LARGEST_OF_OLD_VERSIONS) {
            AuroraVersionCheck.check(
                    args, AuroraFeature.LARGE_CAPACITY, "maxCapacity", number(args.maxCapacity()), violations);
        }
        if (args.minCapacity() == 0) {
            AuroraVersionCheck.check(args, AuroraFeature.PAUSE, "minCapacity", "0", violations);
        }
    }

    private void pause() {
        var after = args.autoPauseAfter();
        if (after == null) {
            return;
        }
        violations.expect(
                InstancePlan.of(args).hasServerless(),
                "autoPauseAfter",
                seconds(after),
                "only serverless instances pause, and the cluster has none",
                "remove autoPauseAfter");
        violations.expect(
                args.minCapacity() == 0,
                "autoPauseAfter",
                seconds(after),
                "a cluster only pauses with minCapacity 0, and it is %s".formatted(number(args.minCapacity())),
                "set minCapacity to 0, or remove autoPauseAfter");
        violations.expect(
                WholeSeconds.inRange(after, 300, 86_400),
                "autoPauseAfter",
                seconds(after),
                "Aurora pauses after 300 to 86400 whole seconds",
                "use a time in this range");
    }

    /**
     * Rejects options with which a cluster of capacity 0 never pauses.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html">Scaling
     *     to zero ACUs with automatic pause and resume</a>
     */
    private void blockers() {
        if (args.minCapacity() != 0) {
            return;
        }
        violations.expect(
                args.proxy() == null,
                "minCapacity",
                "0",
                "the proxy keeps connections open, so the cluster would never pause",
                "use 0.5 or more, or remove the proxy");
        var replication = EngineFacts.replicationParameter(args.engine());
        var value = args.clusterParameters().get(replication);
        violations.expect(
                value == null || Set.of("0", "OFF").contains(value),
                "minCapacity",
                "0",
                "with %s %s the cluster never pauses".formatted(replication, value),
                "use 0.5 or more, or remove the parameter");
    }

    private static boolean isStep(double capacity) {
        return capacity % STEP == 0;
    }

    private static String seconds(Duration duration) {
        return duration.toNanosPart() == 0 ? duration.toSeconds() + " s" : duration.toString();
    }

    private static String number(double capacity) {
        return capacity == Math.rint(capacity) ? String.valueOf((long) capacity) : String.valueOf(capacity);
    }
}
