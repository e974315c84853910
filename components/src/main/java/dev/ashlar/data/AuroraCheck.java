package dev.ashlar.data;

import dev.ashlar.core.LogRetention;
import dev.ashlar.core.Names;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What RDS would refuse of an {@link AuroraCluster}, most of it only after minutes. */
final class AuroraCheck {

    /**
     * Instance identifiers have 63 characters: the cluster's name, the provider's suffix of 8, {@code -reader-} of 8.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance,
     *     {@code DBInstanceIdentifier}</a>
     */
    private static final int MAX_READER_NAME = 63 - Names.MAX_LENGTH - 8 - 8;

    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Set<String> RESERVED_USERS = Set.of("admin", "rdsadmin");

    private final AuroraClusterArgs args;
    private final Violations violations;

    private AuroraCheck(String name, AuroraClusterArgs args) {
        this.args = args;
        this.violations = Violations.of("AuroraCluster", name);
    }

    static Violations check(String name, AuroraClusterArgs args) {
        var check = new AuroraCheck(name, args);
        Names.check(name, check.violations);
        check.network();
        check.version();
        check.upgrade();
        check.names();
        AuroraCapacity.check(args, check.violations);
        check.readers();
        check.parameters();
        check.logs();
        check.durations();
        new MaintenanceWindows(30, check.violations)
                .check("backupWindow", args.backupWindow(), "maintenanceWindow", args.maintenanceWindow());
        return check.violations;
    }

    private void network() {
        var network = args.network();
        violations.require("network", network, "a database stands in a network", "give a Vpc or an ExistingNetwork");
        if (network != null) {
            violations.expect(
                    network.zoneCount().orElse(2) >= 2,
                    "network",
                    network.label() + " with one zone",
                    "a DB subnet group covers at least two",
                    "add a zone to the network");
        }
    }

    private void version() {
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
    }

    private void upgrade() {
        var upgrade = args.upgradeTo();
        if (upgrade == null) {
            return;
        }
        var full = args.versionPolicy() == VersionPolicy.PIN_MINOR;
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

    private void names() {
        violations.expect(
                DATABASE_NAME.matcher(args.databaseName()).matches(),
                "databaseName",
                '"' + args.databaseName() + '"',
                "a database's name is a letter and up to 62 letters, digits and underscores",
                "use such a name, like \"orders\"");
        var user = args.masterUsername();
        var limit = args.engine().maxUsernameLength();
        violations.expect(
                DATABASE_NAME.matcher(user).matches() && user.length() <= limit,
                "masterUsername",
                '"' + user + '"',
                "%s takes a letter and letters, digits and underscores, %d characters at most"
                        .formatted(args.engine().wireName(), limit),
                "use such a name, like \"%s\"".formatted(args.engine().defaultMasterUsername()));
        violations.expect(
                !RESERVED_USERS.contains(user) || user.equals(args.engine().defaultMasterUsername()),
                "masterUsername",
                '"' + user + '"',
                "%s reserves that name".formatted(args.engine().wireName()),
                "use another, like \"%s\"".formatted(args.engine().defaultMasterUsername()));
    }

    private void readers() {
        var readers = AuroraPlan.readers(args);
        violations.expect(
                readers.size() <= 15, "readers", readers.size(), "an Aurora cluster has at most 15", "take some away");
        readers.forEach((name, reader) -> {
            violations.expect(
                    Names.isLabel(name) && name.length() <= MAX_READER_NAME,
                    "readers",
                    '"' + name + '"',
                    "a reader's name is lower-case letters, digits and single hyphens, %d characters at most"
                            .formatted(MAX_READER_NAME),
                    "use such a name, like \"reports\"");
            violations.expect(
                    reader.promotionTier() >= 0 && reader.promotionTier() <= 15,
                    "readers.%s.promotionTier".formatted(name),
                    reader.promotionTier(),
                    "tiers go from 0 to 15",
                    "use one of these");
        });
    }

    private void parameters() {
        var tls = args.engine().tlsParameter();
        violations.expect(
                !args.clusterParameters().containsKey(tls),
                "clusterParameters",
                tls,
                "the cluster always refuses connections without TLS",
                "take it away");
    }

    private void logs() {
        var unknown = new TreeSet<>(args.logExports());
        unknown.removeAll(args.engine().logs());
        violations.expect(
                unknown.isEmpty(),
                "logExports",
                unknown,
                "%s exports %s"
                        .formatted(args.engine().wireName(), args.engine().logs()),
                "use these");
        LogRetention.check("profile.logRetention", args.profile().logRetention(), violations);
    }

    private void durations() {
        wholeDays("backupRetention", args.backupRetention(), 35);
        wholeDays("masterPasswordRotation", args.masterPasswordRotation(), 1000);
    }

    private void wholeDays(String option, Duration duration, int maximum) {
        var days = duration.toDays();
        violations.expect(
                duration.equals(Duration.ofDays(days)) && days >= 1 && days <= maximum,
                option,
                duration,
                "AWS takes 1 to %d whole days".formatted(maximum),
                "use Duration.ofDays with such a number");
    }
}
