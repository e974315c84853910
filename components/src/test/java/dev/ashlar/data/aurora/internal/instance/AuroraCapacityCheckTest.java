package dev.ashlar.data.aurora.internal.instance;

import static dev.ashlar.data.aurora.Databases.faults;
import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.AuroraEngine;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraCapacityCheckTest {

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
    void pauses_after_whole_seconds() {
        assertThat(faults(valid().minCapacity(0).autoPauseAfter(Duration.ofMillis(300_500))))
                .containsExactly(
                        "AuroraCluster \"database\": autoPauseAfter is PT5M0.5S, but Aurora pauses after 300 to 86400 whole seconds; use such a time.");
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
    void a_proxy_and_logical_replication_keep_a_cluster_awake() {
        assertThat(faults(valid().minCapacity(0).proxy().clusterParameters(Map.of("rds.logical_replication", "1"))))
                .containsExactly(
                        "AuroraCluster \"database\": minCapacity is 0, but the proxy keeps connections open, so the cluster would never pause; use 0.5 or more, or take the proxy away.",
                        "AuroraCluster \"database\": minCapacity is 0, but with rds.logical_replication 1 the cluster never pauses; use 0.5 or more, or take the parameter away.");
        assertThat(faults(valid().engine(AuroraEngine.MYSQL)
                        .minCapacity(0)
                        .clusterParameters(Map.of("binlog_format", "ROW"))))
                .singleElement(STRING)
                .contains("with binlog_format ROW the cluster never pauses");
    }

    @Test
    void what_is_switched_off_keeps_nobody_awake() {
        assertThat(faults(valid().minCapacity(0).clusterParameters(Map.of("rds.logical_replication", "0"))))
                .isEmpty();
        assertThat(faults(valid().engine(AuroraEngine.MYSQL)
                        .minCapacity(0)
                        .clusterParameters(Map.of("binlog_format", "OFF"))))
                .isEmpty();
        assertThat(faults(valid().minCapacity(0.5).proxy())).isEmpty();
    }

    @Test
    void an_old_version_scales_less_far_or_not_at_all() {
        var pinned = valid().versionPolicy(VersionPolicy.PIN_MINOR);

        assertThat(faults(pinned.engineVersion("15.4").maxCapacity(128))).isEmpty();
        assertThat(faults(pinned.engineVersion("15.4").maxCapacity(128.5)))
                .containsExactly(
                        "AuroraCluster \"database\": maxCapacity is 128.5, but version 15.4 scales up to 128 ACU; use 13.13, 14.10, 15.5, 16.1, or a later version of these, or do without.");
        assertThat(faults(pinned.engineVersion("15.1").maxCapacity(8)))
                .singleElement(STRING)
                .contains("instanceClass is db.serverless, but version 15.1 has no serverless instances");
    }

    @Test
    void provisioned_instances_have_no_capacity_to_check_and_never_pause() {
        var provisioned = valid().instanceClass("db.r8g.large");

        assertThat(faults(provisioned.minCapacity(0.7))).isEmpty();
        assertThat(faults(provisioned.minCapacity(0).autoPauseAfter(Duration.ofMinutes(10))))
                .containsExactly(
                        "AuroraCluster \"database\": autoPauseAfter is 600 s, but only serverless instances pause, and there is none; take autoPauseAfter away.");
    }
}
