package dev.ashlar.data.aurora.internal;

import static dev.ashlar.data.aurora.Databases.faults;
import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Profile;
import dev.ashlar.data.Networks;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraEngine;
import dev.ashlar.data.aurora.DatabaseInsights;
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

    @Test
    void accepts_the_defaults_of_every_profile_and_engine() {
        for (var profile : List.of(Profile.DEV, Profile.STAGING, Profile.PROD)) {
            for (var engine : AuroraEngine.values()) {
                assertThat(faults(valid().profile(profile).engine(engine))).isEmpty();
            }
        }
    }

    @Test
    void requires_a_network() {
        assertThat(faults(AuroraClusterArgs.builder()))
                .containsExactly(
                        "AuroraCluster \"database\": network is missing, but a database is placed in a network; use a Vpc, or Vpc.fromExisting.");
    }

    @Test
    void rejects_a_network_with_one_zone() {
        assertThat(faults(valid().network(Networks.of(1))))
                .containsExactly(
                        "AuroraCluster \"database\": network is Vpc.fromExisting \"existing\" with one zone, but a DB subnet group requires at least two; add a zone to the network.");
    }

    @Test
    void accepts_a_network_with_an_unknown_number_of_zones() {
        var network = Vpc.fromExisting(
                "existing",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .build());

        assertThat(faults(valid().network(network))).isEmpty();
    }

    @Test
    void requires_the_format_of_version_that_the_policy_defines() {
        assertThat(faults(valid().engineVersion("16.6")))
                .containsExactly(
                        "AuroraCluster \"database\": engineVersion is \"16.6\", but TRACK_MAJOR requires a major version of aurora-postgresql; use one like 17.");
        assertThat(faults(valid().versionPolicy(VersionPolicy.PIN_MINOR)))
                .singleElement(STRING)
                .endsWith("use one like 17.4.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "15", "17.4", "eighteen"})
    void rejects_an_upgrade_to_anything_but_a_later_major_version(String target) {
        assertThat(faults(valid().engineVersion("16").upgradeTo(target)))
                .singleElement(STRING)
                .contains("upgradeTo is \"" + target + '"');
    }

    @Test
    void accepts_an_upgrade() {
        assertThat(faults(valid().engineVersion("16").upgradeTo("17"))).isEmpty();
    }

    @Test
    void rejects_names_that_the_engine_rejects() {
        assertThat(faults(valid().databaseName("my-app"))).singleElement(STRING).contains("databaseName is \"my-app\"");
        assertThat(faults(valid().masterUsername("1st"))).singleElement(STRING).contains("masterUsername is \"1st\"");
        assertThat(faults(valid().masterUsername("admin")))
                .singleElement(STRING)
                .contains("aurora-postgresql reserves that name");
        assertThat(faults(valid().engine(AuroraEngine.MYSQL).masterUsername("a".repeat(17))))
                .singleElement(STRING)
                .contains("at most 16 characters");
    }

    @Test
    void rejects_a_parameter_that_disables_tls() {
        assertThat(faults(valid().clusterParameters(Map.of("rds.force_ssl", "0"))))
                .containsExactly(
                        "AuroraCluster \"database\": clusterParameters is rds.force_ssl, but the cluster always rejects connections without TLS; remove it.");
    }

    @Test
    void rejects_logs_of_another_engine() {
        assertThat(faults(valid().logExports(Set.of("slowquery", "postgresql"))))
                .singleElement(STRING)
                .contains("logExports is [slowquery], but aurora-postgresql exports [iam-db-auth-error, postgresql]");
    }

    @Test
    void rejects_retentions_and_intervals_outside_the_limits() {
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
    void rejects_windows_that_overlap_or_are_too_short_or_malformed() {
        assertThat(faults(valid().backupWindow("05:30-06:30")))
                .containsExactly(
                        "AuroraCluster \"database\": maintenanceWindow is \"sun:05:00-sun:06:00\", but it overlaps backupWindow, 05:30-06:30; move one of them.");
        assertThat(faults(valid().backupWindow("03:00-03:29")))
                .singleElement(STRING)
                .contains("at least 30 minutes");
        assertThat(faults(valid().maintenanceWindow("sunday")))
                .singleElement(STRING)
                .contains("ddd:hh:mm-ddd:hh:mm");
    }

    @Test
    void rejects_two_sources_of_data() {
        assertThat(faults(valid().snapshotIdentifier("before").cloneOf("production")))
                .containsExactly(
                        "AuroraCluster \"database\": cloneOf is given together with snapshotIdentifier, but a cluster starts with the data of one source; keep one of them.");
        assertThat(faults(valid().cloneOf("production")
                        .restoreToPointInTime(restore -> restore.sourceClusterIdentifier("production"))))
                .singleElement(STRING)
                .contains("cloneOf is given together with restoreToPointInTime");
        assertThat(faults(valid().cloneOf("production"))).isEmpty();
    }

    @Test
    void requires_the_source_of_a_point_in_time() {
        assertThat(faults(valid().restoreToPointInTime(restore -> {})))
                .containsExactly(
                        "AuroraCluster \"database\": restoreToPointInTime.sourceClusterIdentifier is missing, but the data is that of another cluster; set it to the identifier of the source.");
    }

    @Test
    void rejects_features_that_the_version_lacks() {
        var old = valid().versionPolicy(VersionPolicy.PIN_MINOR).engineVersion("14.6");

        assertThat(faults(old.dataApi(true).ioOptimized(true)))
                .containsExactly(
                        "AuroraCluster \"database\": dataApi is true, but version 14.6 has no Data API; use 13.11, 14.8, 15.3, 16.1, 17.4, or a later version of these, or change the option.",
                        "AuroraCluster \"database\": ioOptimized is true, but version 14.6 has no I/O-Optimized storage; use 13.10, 14.7, 15.2, or a later version of these, or change the option.");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 45, 61})
    void rejects_an_interval_that_enhanced_monitoring_lacks(long seconds) {
        assertThat(faults(valid().monitoringInterval(Duration.ofSeconds(seconds))))
                .singleElement(STRING)
                .contains("but Enhanced Monitoring records every 1, 5, 10, 15, 30 or 60 seconds, or with 0 never");
    }

    @Test
    void requires_performance_insights_for_advanced_insights() {
        assertThat(faults(valid().databaseInsights(DatabaseInsights.ADVANCED).performanceInsights(false)))
                .containsExactly(
                        "AuroraCluster \"database\": databaseInsights is ADVANCED, but it requires Performance Insights, and performanceInsights is false; set performanceInsights to true.");
        assertThat(faults(valid().databaseInsights(DatabaseInsights.ADVANCED))).isEmpty();
    }

    @Test
    void reports_all_violations_together() {
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
