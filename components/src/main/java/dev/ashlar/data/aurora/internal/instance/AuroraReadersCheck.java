package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import java.util.TreeSet;

/** Checks the instances of an {@link AuroraCluster} and their endpoints against the rules of RDS. */
public final class AuroraReadersCheck {

    private static final int MAX_READERS = 15;

    /**
     * The maximum length of a reader's name. Instance identifiers have at most 63 characters: the cluster's name, the
     * provider's suffix of 8, {@code -reader-} of 8, and the name.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance,
     *     {@code DBInstanceIdentifier}</a>
     */
    private static final int MAX_LABEL = 63 - Names.MAX_LENGTH - 8 - 8;

    private final AuroraClusterArgs args;
    private final InstancePlan instances;
    private final Check check;

    private AuroraReadersCheck(AuroraClusterArgs args, Violations violations) {
        this.args = args;
        this.instances = InstancePlan.of(args);
        this.check = new Check(violations);
    }

    public static void check(AuroraClusterArgs args, Violations violations) {
        var check = new AuroraReadersCheck(args, violations);
        check.classes();
        check.readers();
        check.scaling();
        check.customEndpoints();
    }

    private void classes() {
        instances.classes().forEach((option, name) -> {
            var provisioned = AuroraInstanceClass.parse(name);
            check.option(option, name)
                    .that(
                            given -> provisioned.isPresent() || given.equals(AuroraInstanceClass.SERVERLESS),
                            "Aurora has db.serverless and the families db.r, db.x and db.t",
                            "use one like \"db.r8g.large\"")
                    .when(args.dataApi())
                    .that(
                            () -> provisioned
                                    .filter(AuroraInstanceClass::isBurstable)
                                    .isEmpty(),
                            "burstable classes have no Data API, and dataApi is true",
                            "use a class of db.r, or set dataApi to false");
        });
    }

    private void readers() {
        var readers = instances.readers();
        check.option("readers", readers.size()).atMost(MAX_READERS, "an Aurora cluster has at most 15", "remove some");
        readers.forEach((name, reader) -> {
            label("readers", "a reader's", name);
            check.option("readers.%s.promotionTier".formatted(name), reader.promotionTier())
                    .within(0, 15, "tiers");
        });
    }

    private void label(String option, String whose, String name) {
        check.option(option, name)
                .that(
                        given -> Names.isLabel(given) && given.length() <= MAX_LABEL,
                        "%s name is lower-case letters, digits and single hyphens, at most %d characters"
                                .formatted(whose, MAX_LABEL),
                        "use a name like \"reports\"");
    }

    private void scaling() {
        var scaling = args.readerScaling();
        if (scaling == null) {
            return;
        }
        check.option("readerScaling.minCapacity", scaling.minCapacity()).within(0, MAX_READERS, "readers");
        check.option("readerScaling.maxCapacity", scaling.maxCapacity())
                .required("the scaling requires a maximum", "set the maximum number of readers")
                .within(1, MAX_READERS, "readers")
                .that(
                        () -> instances.maxReaders() >= instances.minReaders(),
                        "there are at least %d readers".formatted(instances.minReaders()),
                        "use %d or more".formatted(instances.minReaders()));
        check.option("readerScaling.cpuPercent", scaling.cpuPercent()).within(1, 100, "percent");
        check.option("readerScaling.connections", scaling.connections())
                .atLeast(1, "a reader has at least 1 connection on average", "use 1 or more");
        check.option("readerScaling.scaleInCooldown", scaling.scaleInCooldown()).seconds(0, 3600);
        check.option("readerScaling.scaleOutCooldown", scaling.scaleOutCooldown())
                .seconds(0, 3600);
    }

    private void customEndpoints() {
        check.option("customEndpoints", args.customEndpoints().size())
                .atMost(5, "a cluster has at most 5", "remove some");
        args.customEndpoints().forEach((name, members) -> {
            label("customEndpoints", "an endpoint's", name);
            check.option("customEndpoints." + name, members)
                    .required("an endpoint requires at least one reader", "add readers to it");
            var readers = new TreeSet<>(instances.readers().keySet());
            var unknown = new TreeSet<>(members);
            unknown.removeAll(readers);
            check.option("customEndpoints." + name, unknown).absent("the readers are " + readers, "use these");
        });
    }
}
