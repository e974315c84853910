package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.engine.AuroraFeature;
import dev.ashlar.data.aurora.internal.engine.AuroraVersionCheck;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.internal.check.Check;
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
    private final Check check;

    private AuroraCapacityCheck(AuroraClusterArgs args, Violations violations) {
        this.args = args;
        this.violations = violations;
        this.check = new Check(violations);
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
        check.option("minCapacity", min)
                .shownAs(number(min))
                .that(
                        () -> isStep(min) && min >= 0 && min <= LARGEST,
                        "Aurora Serverless v2 scales from 0 to 256 ACU in steps of 0.5",
                        "use a number in this range");
        check.option("maxCapacity", max)
                .shownAs(number(max))
                .that(
                        () -> isStep(max) && max >= 1 && max <= LARGEST,
                        "Aurora Serverless v2 scales up to at least 1 and at most 256 ACU in steps of 0.5",
                        "use a number in this range")
                .that(
                        () -> max >= min,
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
        check.option("autoPauseAfter", after)
                .shownAs(seconds(after))
                .that(
                        () -> InstancePlan.of(args).hasServerless(),
                        "only serverless instances pause, and the cluster has none",
                        "remove autoPauseAfter")
                .that(
                        () -> args.minCapacity() == 0,
                        "a cluster only pauses with minCapacity 0, and it is %s".formatted(number(args.minCapacity())),
                        "set minCapacity to 0, or remove autoPauseAfter")
                .seconds(300, 86_400, "Aurora pauses after 300 to 86400 whole seconds", "use a time in this range");
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
        var replication = EngineFacts.replicationParameter(args.engine());
        var value = args.clusterParameters().get(replication);
        check.option("minCapacity", 0)
                .that(
                        () -> args.proxy() == null,
                        "the proxy keeps connections open, so the cluster would never pause",
                        "use 0.5 or more, or remove the proxy")
                .that(
                        () -> value == null || Set.of("0", "OFF").contains(value),
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
