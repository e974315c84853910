package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraEngine;
import dev.ashlar.data.aurora.DatabaseInsights;
import dev.ashlar.internal.check.Check;

/** The clusters that Performance Insights supports, and those for which AWS advises it. */
public final class AuroraInsights {

    private static final double ADVISED_FROM = 2;

    private AuroraInsights() {}

    /** Returns whether AWS advises it for the class and the capacity of the writer. */
    public static boolean areAdvised(AuroraClusterArgs args) {
        var isLarge =
                !args.instanceClass().equals(AuroraInstanceClass.SERVERLESS) || args.minCapacity() >= ADVISED_FROM;
        return isLarge
                && InstancePlan.of(args).classes().values().stream().allMatch(name -> supports(args.engine(), name));
    }

    public static void check(AuroraClusterArgs args, Violations violations) {
        var check = new Check(violations);
        check.option("databaseInsights", args.databaseInsights())
                .when(!args.performanceInsights())
                .that(
                        insights -> insights == DatabaseInsights.STANDARD,
                        "it requires Performance Insights, and performanceInsights is false",
                        "set performanceInsights to true");
        InstancePlan.of(args).classes().forEach((option, name) -> check.option(option, name)
                .when(args.performanceInsights())
                .that(
                        given -> supports(args.engine(), given),
                        "Performance Insights of %s does not support it"
                                .formatted(args.engine().wireName()),
                        "use a class of db.r, or set performanceInsights to false"));
    }

    /**
     * Returns whether it supports an instance class.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.Overview.Engines.html">Amazon
     *     Aurora DB engine, Region, and instance class support for Performance Insights</a>
     */
    private static boolean supports(AuroraEngine engine, String instanceClass) {
        return engine == AuroraEngine.POSTGRESQL
                || AuroraInstanceClass.parse(instanceClass)
                        .filter(AuroraInstanceClass::isBurstable)
                        .isEmpty();
    }
}
