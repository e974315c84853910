package dev.ashlar.data.aurora.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.engine.AuroraVersionCheck;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.data.aurora.internal.instance.AuroraCapacityCheck;
import dev.ashlar.data.aurora.internal.instance.AuroraInsights;
import dev.ashlar.data.aurora.internal.instance.AuroraReadersCheck;
import dev.ashlar.data.aurora.internal.instance.InstancePlan;
import dev.ashlar.data.aurora.internal.proxy.AuroraProxyCheck;
import dev.ashlar.data.internal.MaintenanceWindows;
import dev.ashlar.internal.check.Check;
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

/**
 * Checks the options of an {@link AuroraCluster} against the rules of RDS, most of which RDS applies only after
 * minutes.
 */
public final class AuroraCheck {

    private static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Set<String> RESERVED_USERS = Set.of("admin", "rdsadmin");

    /**
     * The intervals of Enhanced Monitoring, in which 0 disables it.
     *
     * @see
     *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">CreateDBInstance,
     *     {@code MonitoringInterval}</a>
     */
    private static final Set<Duration> MONITORING_INTERVALS =
            Stream.of(0, 1, 5, 10, 15, 30, 60).map(Duration::ofSeconds).collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final AuroraClusterArgs args;
    private final Violations violations;
    private final Check check;

    private AuroraCheck(String name, AuroraClusterArgs args) {
        this.name = name;
        this.args = args;
        this.violations = Violations.of("AuroraCluster", name);
        this.check = new Check(violations);
    }

    public static Violations check(String name, AuroraClusterArgs args) {
        var check = new AuroraCheck(name, args);
        Names.check(name, check.violations);
        Tags.check(args.tags(), check.violations);
        check.network();
        AuroraVersionCheck.check(args, check.violations);
        check.names();
        check.origin();
        AuroraCapacityCheck.check(args, check.violations);
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
        check.option("network", network)
                .required("a database is placed in a network", "use a Vpc, or Vpc.fromExisting");
        if (network != null) {
            var placement = network.placement();
            placement.checkTwoZones("a DB subnet group requires at least two", "add a zone to the network", violations);
            placement.check(InstancePlan.of(args).networkNeeds(name), violations);
        }
    }

    private void names() {
        check.option("databaseName", args.databaseName())
                .matches(
                        DATABASE_NAME,
                        "a database name is a letter and up to 62 letters, digits and underscores",
                        "use a name like \"orders\"");
        var engine = args.engine().wireName();
        var example = EngineFacts.defaultMasterUsername(args.engine());
        var limit = EngineFacts.maxMasterUsernameLength(args.engine());
        check.option("masterUsername", args.masterUsername())
                .that(
                        user -> DATABASE_NAME.matcher(user).matches() && user.length() <= limit,
                        "a master username of %s is a letter and letters, digits and underscores, at most %d characters"
                                .formatted(engine, limit),
                        "use a name like \"%s\"".formatted(example))
                .that(
                        user -> !RESERVED_USERS.contains(user) || user.equals(example),
                        engine + " reserves that name",
                        "use another, like \"%s\"".formatted(example));
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
                    "given together with " + String.join(" and ", origins.subList(0, last)),
                    "a cluster starts with the data of one source",
                    "keep one of them");
        }
        var pointInTime = args.restoreToPointInTime();
        if (pointInTime != null) {
            check.option("restoreToPointInTime.sourceClusterIdentifier", pointInTime.sourceClusterIdentifier())
                    .required("the data is that of another cluster", "set it to the identifier of the source");
        }
    }

    private void parameters() {
        var tls = EngineFacts.tlsParameter(args.engine());
        check.option("clusterParameters", args.clusterParameters().get(tls))
                .shownAs(tls)
                .absent("the cluster always rejects connections without TLS", "remove it");
    }

    private void logs() {
        var unknown = new TreeSet<>(args.logExports());
        unknown.removeAll(EngineFacts.logs(args.engine()));
        check.option("logExports", unknown)
                .absent(
                        "%s exports %s".formatted(args.engine().wireName(), EngineFacts.logs(args.engine())),
                        "use these");
        LogRetention.check("profile.logRetention", args.profile().logRetention(), violations);
    }

    private void monitoring() {
        check.option("monitoringInterval", args.monitoringInterval())
                .oneOf(
                        MONITORING_INTERVALS,
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
        check.option("backupRetention", args.backupRetention()).days(1, 35);
        check.option("masterPasswordRotation", args.masterPasswordRotation()).days(1, 1000);
    }
}
