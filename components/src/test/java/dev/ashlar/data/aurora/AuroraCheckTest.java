package dev.ashlar.data.aurora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.data.Networks;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraCheckTest {

    static AuroraClusterArgs.Builder valid() {
        return AuroraClusterArgs.builder().network(Networks.of(2));
    }

    static List<String> faults(AuroraClusterArgs.Builder args) {
        return faults("database", args);
    }

    private static List<String> faults(String name, AuroraClusterArgs.Builder args) {
        return AuroraCluster.check(name, args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void accepts_the_defaults_of_every_profile_and_engine() {
        for (var profile : List.of(Profile.DEV, Profile.STAGING, Profile.PROD)) {
            for (var engine : AuroraEngine.values()) {
                assertThat(faults(valid().profile(profile).engine(engine))).isEmpty();
            }
        }
    }

    @Test
    void a_network_is_needed() {
        assertThat(faults(AuroraClusterArgs.builder()))
                .containsExactly(
                        "AuroraCluster \"database\": network is missing, but a database stands in a network; give a Vpc, or Vpc.fromExisting.");
    }

    @Test
    void a_network_of_one_zone_is_not_enough() {
        assertThat(faults(valid().network(Networks.of(1))))
                .containsExactly(
                        "AuroraCluster \"database\": network is Vpc.fromExisting \"existing\" with one zone, but a DB subnet group covers at least two; add a zone to the network.");
    }

    @Test
    void a_network_of_unknown_zones_is_believed() {
        var network = Vpc.fromExisting(
                "existing",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .build());

        assertThat(faults(valid().network(network))).isEmpty();
    }

    @Test
    void each_policy_takes_its_form_of_version() {
        assertThat(faults(valid().engineVersion("16.6")))
                .containsExactly(
                        "AuroraCluster \"database\": engineVersion is 16.6, but TRACK_MAJOR takes a major version of aurora-postgresql; use one like 17.");
        assertThat(faults(valid().versionPolicy(VersionPolicy.PIN_MINOR)))
                .singleElement(STRING)
                .endsWith("use one like 17.4.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "15", "17.4", "eighteen"})
    void an_upgrade_goes_to_a_later_major_version(String target) {
        assertThat(faults(valid().engineVersion("16").upgradeTo(target)))
                .singleElement(STRING)
                .contains("upgradeTo is " + target);
    }

    @Test
    void accepts_an_upgrade() {
        assertThat(faults(valid().engineVersion("16").upgradeTo("17"))).isEmpty();
    }

    @Test
    void refuses_names_that_the_engine_does_not_take() {
        assertThat(faults(valid().databaseName("my-app"))).singleElement(STRING).contains("databaseName is \"my-app\"");
        assertThat(faults(valid().masterUsername("1st"))).singleElement(STRING).contains("masterUsername is \"1st\"");
        assertThat(faults(valid().masterUsername("admin")))
                .singleElement(STRING)
                .contains("aurora-postgresql reserves that name");
        assertThat(faults(valid().engine(AuroraEngine.MYSQL).masterUsername("a".repeat(17))))
                .singleElement(STRING)
                .contains("16 characters at most");
    }

    @Test
    void tls_cannot_be_switched_off() {
        assertThat(faults(valid().clusterParameters(Map.of("rds.force_ssl", "0"))))
                .containsExactly(
                        "AuroraCluster \"database\": clusterParameters is rds.force_ssl, but the cluster always refuses connections without TLS; take it away.");
    }

    @Test
    void refuses_logs_of_another_engine() {
        assertThat(faults(valid().logExports(Set.of("slowquery", "postgresql"))))
                .singleElement(STRING)
                .contains("logExports is [slowquery], but aurora-postgresql exports [iam-db-auth-error, postgresql]");
    }

    @Test
    void refuses_days_that_aws_does_not_take() {
        assertThat(faults(valid().backupRetention(Duration.ofDays(36))))
                .singleElement(STRING)
                .contains("1 to 35");
        assertThat(faults(valid().backupRetention(Duration.ZERO)))
                .singleElement(STRING)
                .contains("1 to 35");
        assertThat(faults(valid().backupRetention(Duration.ofHours(36))))
                .singleElement(STRING)
                .contains("whole days");
        assertThat(faults(valid().masterPasswordRotation(Duration.ofDays(1001))))
                .singleElement(STRING)
                .contains("1 to 1000");
        assertThat(faults(valid().profile(Profile.builder()
                        .from(Profile.DEV)
                        .logRetention(Duration.ofDays(8))
                        .build())))
                .singleElement(STRING)
                .contains("profile.logRetention");
    }

    @Test
    void refuses_windows_that_overlap_are_short_or_unreadable() {
        assertThat(faults(valid().backupWindow("05:30-06:30")))
                .containsExactly(
                        "AuroraCluster \"database\": maintenanceWindow is sun:05:00-sun:06:00, but it overlaps backupWindow, 05:30-06:30; move one of them.");
        assertThat(faults(valid().backupWindow("03:00-03:29")))
                .singleElement(STRING)
                .contains("at least 30 minutes");
        assertThat(faults(valid().maintenanceWindow("sunday")))
                .singleElement(STRING)
                .contains("ddd:hh:mm-ddd:hh:mm");
    }

    @Test
    void a_cluster_starts_with_the_data_of_one_other_at_most() {
        assertThat(faults(valid().snapshotIdentifier("before").cloneOf("production")))
                .containsExactly(
                        "AuroraCluster \"database\": cloneOf is given beside snapshotIdentifier, but a cluster starts with the data of one; keep one of them.");
        assertThat(faults(valid().cloneOf("production")
                        .restoreToPointInTime(restore -> restore.sourceClusterIdentifier("production"))))
                .singleElement(STRING)
                .contains("cloneOf is given beside restoreToPointInTime");
        assertThat(faults(valid().cloneOf("production"))).isEmpty();
    }

    @Test
    void a_point_in_time_is_one_of_another_cluster() {
        assertThat(faults(valid().restoreToPointInTime(restore -> {})))
                .containsExactly(
                        "AuroraCluster \"database\": restoreToPointInTime.sourceClusterIdentifier is missing, but the data comes from another cluster; give its identifier.");
    }

    @Test
    void refuses_what_the_version_does_not_have() {
        var old = valid().versionPolicy(VersionPolicy.PIN_MINOR).engineVersion("14.6");

        assertThat(faults(old.dataApi(true).ioOptimized(true)))
                .containsExactly(
                        "AuroraCluster \"database\": dataApi is true, but version 14.6 has no Data API; use 13.11, 14.8, 15.3, 16.1, 17.4, or a later version of these, or do without.",
                        "AuroraCluster \"database\": ioOptimized is true, but version 14.6 has no I/O-Optimized storage; use 13.10, 14.7, 15.2, or a later version of these, or do without.");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 45, 61})
    void refuses_an_interval_at_which_nobody_looks(long seconds) {
        assertThat(faults(valid().monitoringInterval(Duration.ofSeconds(seconds))))
                .singleElement(STRING)
                .contains("but Enhanced Monitoring records every 1, 5, 10, 15, 30 or 60 seconds, or with 0 never");
    }

    @Test
    void advanced_insights_need_performance_insights() {
        assertThat(faults(valid().databaseInsights(DatabaseInsights.ADVANCED).performanceInsights(false)))
                .containsExactly(
                        "AuroraCluster \"database\": databaseInsights is ADVANCED, but it is made of what Performance Insights records, and performanceInsights is false; set performanceInsights to true.");
        assertThat(faults(valid().databaseInsights(DatabaseInsights.ADVANCED))).isEmpty();
    }

    @Test
    void reports_all_faults_together() {
        assertThat(faults(
                        "Database!",
                        AuroraClusterArgs.builder()
                                .engineVersion("fifteen")
                                .minCapacity(0.7)
                                .maxCapacity(300)
                                .autoPauseAfter(Duration.ofSeconds(1))
                                .instanceClass("large")
                                .reader("Reports", reader -> reader.instanceClass("db.serverless"))
                                .readerScaling(scaling -> scaling.maxCapacity(16))
                                .proxy(proxy -> proxy.maxConnectionsPercent(0))
                                .monitoringInterval(Duration.ofSeconds(2))
                                .backupRetention(Duration.ofDays(36))
                                .backupWindow("05:30-06:30")
                                .databaseName("")
                                .masterUsername("rdsadmin")
                                .cloneOf("production")
                                .snapshotIdentifier("before")))
                .hasSizeGreaterThanOrEqualTo(17);
    }
}
