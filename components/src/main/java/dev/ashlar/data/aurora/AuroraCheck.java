package dev.ashlar.data.aurora;

import dev.ashlar.core.Violations;
import dev.ashlar.data.internal.MaintenanceWindows;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What RDS would refuse of an {@link AuroraCluster}, most of it only after minutes. */
final class AuroraCheck {

    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Set<String> RESERVED_USERS = Set.of("admin", "rdsadmin");

    /**
     * How often Enhanced Monitoring can look.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance,
     *     {@code MonitoringInterval}</a>
     */
    private static final Set<Duration> MONITORING_INTERVALS =
            Stream.of(0, 1, 5, 10, 15, 30, 60).map(Duration::ofSeconds).collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final AuroraClusterArgs args;
    private final Violations violations;

    private AuroraCheck(String name, AuroraClusterArgs args) {
        this.name = name;
        this.args = args;
        this.violations = Violations.of("AuroraCluster", name);
    }

    static Violations check(String name, AuroraClusterArgs args) {
        var check = new AuroraCheck(name, args);
        Names.check(name, check.violations);
        Tags.check(args.tags(), check.violations);
        check.network();
        AuroraVersions.check(args, check.violations);
        check.names();
        check.origin();
        AuroraCapacity.check(args, check.violations);
        AuroraReadersCheck.check(args, check.violations);
        check.parameters();
        check.logs();
        AuroraInsights.check(args, check.violations);
        check.monitoring();
        check.proxy();
        check.durations();
        new MaintenanceWindows(30, check.violations)
                .check("backupWindow", args.backupWindow(), "maintenanceWindow", args.maintenanceWindow());
        return check.violations;
    }

    private void network() {
        var network = args.network();
        violations.require("network", network, "a database stands in a network", "give a Vpc, or Vpc.fromExisting");
        if (network != null) {
            var placement = network.placement();
            placement.checkTwoZones("a DB subnet group covers at least two", "add a zone to the network", violations);
            placement.check(AuroraPlan.networkNeeds(name, args), violations);
        }
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

    private void origin() {
        var origins = Stream.of(
                        args.snapshotIdentifier() == null ? null : "snapshotIdentifier",
                        args.restoreToPointInTime() == null ? null : "restoreToPointInTime",
                        args.cloneOf() == null ? null : "cloneOf")
                .filter(Objects::nonNull)
                .toList();
        if (origins.size() > 1) {
            int last = origins.size() - 1;
            violations.add(
                    origins.get(last),
                    "given beside " + String.join(" and ", origins.subList(0, last)),
                    "a cluster starts with the data of one",
                    "keep one of them");
        }
        var pointInTime = args.restoreToPointInTime();
        if (pointInTime != null) {
            violations.require(
                    "restoreToPointInTime.sourceClusterIdentifier",
                    pointInTime.sourceClusterIdentifier(),
                    "the data comes from another cluster",
                    "give its identifier");
        }
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

    private void monitoring() {
        violations.expect(
                MONITORING_INTERVALS.contains(args.monitoringInterval()),
                "monitoringInterval",
                args.monitoringInterval(),
                "Enhanced Monitoring records every 1, 5, 10, 15, 30 or 60 seconds, or with 0 never",
                "use one of these");
    }

    private void proxy() {
        var proxy = args.proxy();
        if (proxy != null) {
            AuroraProxyCheck.check(proxy, args.engine(), violations);
        }
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
