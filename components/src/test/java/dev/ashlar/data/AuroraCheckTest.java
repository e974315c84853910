package dev.ashlar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraCheckTest {

    static Network network(int zones) {
        return Vpc.fromExisting(ExistingNetworkArgs.builder()
                .vpcId("vpc-1")
                .isolatedSubnetIds("subnet-1", "subnet-2")
                .zoneCount(zones)
                .build());
    }

    private static AuroraClusterArgs.Builder valid() {
        return AuroraClusterArgs.builder().network(network(2));
    }

    private static List<String> faults(AuroraClusterArgs.Builder args) {
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
                        "AuroraCluster \"database\": network is missing, but a database stands in a network; give a Vpc or an ExistingNetwork.");
    }

    @Test
    void a_network_of_one_zone_is_not_enough() {
        assertThat(faults(valid().network(network(1))))
                .containsExactly(
                        "AuroraCluster \"database\": network is ExistingNetwork \"existing\" with one zone, but a DB subnet group covers at least two; add a zone to the network.");
    }

    @Test
    void a_network_of_unknown_zones_is_believed() {
        var network =
                Vpc.fromExisting(ExistingNetworkArgs.builder().vpcId("vpc-1").build());

        assertThat(faults(valid().network(network))).isEmpty();
    }

    @Test
    void refuses_a_capacity_that_aurora_does_not_have() {
        assertThat(faults(valid().minCapacity(0).maxCapacity(0.25)))
                .containsExactly(
                        "AuroraCluster \"database\": maxCapacity is 0.25, but Aurora Serverless v2 scales up to at least 1 and at most 256 ACU in steps of 0.5; use such a number.");
        assertThat(faults(valid().minCapacity(0.7))).singleElement(STRING).contains("minCapacity is 0.7");
        assertThat(faults(valid().minCapacity(-0.5))).singleElement(STRING).contains("minCapacity is -0.5");
        assertThat(faults(valid().maxCapacity(256.5))).singleElement(STRING).contains("maxCapacity is 256.5");
    }

    @Test
    void refuses_a_range_upside_down() {
        assertThat(faults(valid().minCapacity(8).maxCapacity(4)))
                .containsExactly(
                        "AuroraCluster \"database\": maxCapacity is 4, but minCapacity is 8; use at least that.");
    }

    @Property
    void accepts_every_capacity_that_aurora_has(
            @ForAll @IntRange(min = 0, max = 512) int one, @ForAll @IntRange(min = 2, max = 512) int other) {
        var args = valid().minCapacity(Math.min(one, other) / 2.0).maxCapacity(Math.max(one, other) / 2.0);

        assertThat(faults(args)).isEmpty();
    }

    @Test
    void only_a_cluster_that_may_go_to_zero_pauses() {
        assertThat(faults(valid().minCapacity(0.5).autoPauseAfter(Duration.ofMinutes(10))))
                .containsExactly(
                        "AuroraCluster \"database\": autoPauseAfter is 600 s, but a cluster only pauses with minCapacity 0, and it is 0.5; set minCapacity to 0, or take autoPauseAfter away.");
    }

    @ParameterizedTest
    @ValueSource(longs = {299, 86_401})
    void pauses_neither_too_soon_nor_too_late(long seconds) {
        assertThat(faults(valid().minCapacity(0).autoPauseAfter(Duration.ofSeconds(seconds))))
                .singleElement(STRING)
                .contains("autoPauseAfter is %d s".formatted(seconds));
    }

    @Test
    void an_old_version_cannot_pause() {
        assertThat(faults(valid().minCapacity(0)
                        .versionPolicy(VersionPolicy.PIN_MINOR)
                        .engineVersion("15.6")))
                .singleElement(STRING)
                .contains("minCapacity is 0, but version 15.6 cannot pause");
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
    void refuses_readers_that_cannot_be_named_or_promoted() {
        assertThat(faults(valid().reader("Reports"))).singleElement(STRING).contains("readers is \"Reports\"");
        assertThat(faults(valid().reader("a".repeat(15)))).isEmpty();
        assertThat(faults(valid().reader("a".repeat(16)))).singleElement(STRING).contains("15 characters at most");
        assertThat(faults(valid().reader("reports", reader -> reader.promotionTier(16))))
                .singleElement(STRING)
                .contains("readers.reports.promotionTier is 16");
    }

    @Test
    void refuses_more_readers_than_aurora_has() {
        var args = valid();
        for (int i = 0; i < 16; i++) {
            args.reader("reader" + i);
        }

        assertThat(faults(args)).singleElement(STRING).contains("readers is 16, but an Aurora cluster has at most 15");
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
    void reports_all_faults_together() {
        assertThat(faults(
                        "Database!", AuroraClusterArgs.builder().maxCapacity(0).databaseName("")))
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
