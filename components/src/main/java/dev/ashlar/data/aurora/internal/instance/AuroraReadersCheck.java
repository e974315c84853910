package dev.ashlar.data.aurora.internal.instance;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What RDS would refuse of the instances of an {@link AuroraCluster}. */
public final class AuroraReadersCheck {

    private static final int MAX_READERS = 15;

    /**
     * Instance identifiers have 63 characters: the cluster's name, the provider's suffix of 8, {@code -reader-} of 8.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance,
     *     {@code DBInstanceIdentifier}</a>
     */
    private static final int MAX_LABEL = 63 - Names.MAX_LENGTH - 8 - 8;

    private final AuroraClusterArgs args;
    private final InstancePlan instances;
    private final Violations violations;

    private AuroraReadersCheck(AuroraClusterArgs args, Violations violations) {
        this.args = args;
        this.instances = InstancePlan.of(args);
        this.violations = violations;
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
            violations.expect(
                    provisioned.isPresent() || name.equals(AuroraInstanceClass.SERVERLESS),
                    option,
                    '"' + name + '"',
                    "Aurora has db.serverless and the families db.r, db.x and db.t",
                    "use one like \"db.r8g.large\"");
            violations.expect(
                    !args.dataApi()
                            || provisioned
                                    .filter(AuroraInstanceClass::isBurstable)
                                    .isEmpty(),
                    option,
                    name,
                    "burstable classes have no Data API, and dataApi is true",
                    "use a class of db.r, or set dataApi to false");
        });
    }

    private void readers() {
        var readers = instances.readers();
        violations.expect(
                readers.size() <= MAX_READERS,
                "readers",
                readers.size(),
                "an Aurora cluster has at most 15",
                "take some away");
        readers.forEach((name, reader) -> {
            label("readers", "a reader's", name);
            violations.expect(
                    reader.promotionTier() >= 0 && reader.promotionTier() <= 15,
                    "readers.%s.promotionTier".formatted(name),
                    reader.promotionTier(),
                    "tiers go from 0 to 15",
                    "use one of these");
        });
    }

    private void label(String option, String whose, String name) {
        violations.expect(
                Names.isLabel(name) && name.length() <= MAX_LABEL,
                option,
                '"' + name + '"',
                "%s name is lower-case letters, digits and single hyphens, %d characters at most"
                        .formatted(whose, MAX_LABEL),
                "use such a name, like \"reports\"");
    }

    private void scaling() {
        var scaling = args.readerScaling();
        if (scaling == null) {
            return;
        }
        range("readerScaling.minCapacity", scaling.minCapacity(), 0, MAX_READERS, "readers");
        range("readerScaling.maxCapacity", scaling.maxCapacity(), 1, MAX_READERS, "readers");
        var most = scaling.maxCapacity();
        if (most == null) {
            violations.add(
                    "readerScaling.maxCapacity",
                    null,
                    "growth needs a limit",
                    "give the most readers you would pay for");
        } else {
            int least = instances.minReaders();
            violations.expect(
                    most >= least,
                    "readerScaling.maxCapacity",
                    most,
                    "there are at least %d readers".formatted(least),
                    "use %d or more".formatted(least));
        }
        range("readerScaling.cpuPercent", scaling.cpuPercent(), 1, 100, "percent");
        range("readerScaling.connections", scaling.connections(), 1, Integer.MAX_VALUE, "connections");
        WholeSeconds.check("readerScaling.scaleInCooldown", scaling.scaleInCooldown(), 0, 3600, violations);
        WholeSeconds.check("readerScaling.scaleOutCooldown", scaling.scaleOutCooldown(), 0, 3600, violations);
    }

    private void range(String option, @Nullable Integer number, int least, int most, String unit) {
        if (number != null) {
            violations.expect(
                    number >= least && number <= most,
                    option,
                    number,
                    most == Integer.MAX_VALUE
                            ? "%d %s are the least".formatted(least, unit)
                            : "it takes %d to %d %s".formatted(least, most, unit),
                    "use such a number");
        }
    }

    private void customEndpoints() {
        violations.expect(
                args.customEndpoints().size() <= 5,
                "customEndpoints",
                args.customEndpoints().size(),
                "a cluster has at most 5",
                "take some away");
        args.customEndpoints().forEach((name, members) -> {
            label("customEndpoints", "an endpoint's", name);
            violations.expect(
                    !members.isEmpty(),
                    "customEndpoints." + name,
                    members,
                    "it would lead nowhere",
                    "name some readers");
            var unknown = new TreeSet<>(members);
            unknown.removeAll(instances.readers().keySet());
            violations.expect(
                    unknown.isEmpty(),
                    "customEndpoints." + name,
                    unknown,
                    "the readers are %s"
                            .formatted(new TreeSet<>(instances.readers().keySet())),
                    "use these");
        });
    }
}
