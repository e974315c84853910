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
    void rejects_a_capacity_that_aurora_lacks() {
        assertThat(faults(valid().minCapacity(0).maxCapacity(0.25)))
                .containsExactly(
                        "AuroraCluster \"database\": maxCapacity is 0.25, but Aurora Serverless v2 scales up to at least 1 and at most 256 ACU in steps of 0.5; use a number in this range.");
        assertThat(faults(valid().minCapacity(0.7))).singleElement(STRING).contains("minCapacity is 0.7");
        assertThat(faults(valid().minCapacity(-0.5))).singleElement(STRING).contains("minCapacity is -0.5");
        assertThat(faults(valid().maxCapacity(256.5))).singleElement(STRING).contains("maxCapacity is 256.5");
    }

    @Test
    void rejects_a_maximum_below_the_minimum() {
        assertThat(faults(valid().minCapacity(8).maxCapacity(4)))
                .containsExactly("AuroraCluster \"database\": maxCapacity is 4, but minCapacity is 8; use 8 or more.");
    }

    @Property
    void accepts_every_capacity_that_aurora_has(
            @ForAll @IntRange(min = 0, max = 512) int one, @ForAll @IntRange(min = 2, max = 512) int other) {
        var args = valid().minCapacity(Math.min(one, other) / 2.0).maxCapacity(Math.max(one, other) / 2.0);

        assertThat(faults(args)).isEmpty();
    }

    @Test
    void rejects_a_pause_with_a_minimum_above_zero() {
        assertThat(faults(valid().minCapacity(0.5).autoPauseAfter(Duration.ofMinutes(10))))
                .containsExactly(
                        "AuroraCluster \"database\": autoPauseAfter is 600 s, but a cluster only pauses with minCapacity 0, and it is 0.5; set minCapacity to 0, or remove autoPauseAfter.");
    }

    @ParameterizedTest
    @ValueSource(longs = {299, 86_401})
    void rejects_a_pause_outside_300_to_86400_seconds(long seconds) {
        assertThat(faults(valid().minCapacity(0).autoPauseAfter(Duration.ofSeconds(seconds))))
                .singleElement(STRING)
                .contains("autoPauseAfter is %d s".formatted(seconds));
    }

    @Test
    void rejects_a_pause_with_fractions_of_a_second() {
        assertThat(faults(valid().minCapacity(0).autoPauseAfter(Duration.ofMillis(300_500))))
                .containsExactly(
                        "AuroraCluster \"database\": autoPauseAfter is PT5M0.5S, but Aurora pauses after 300 to 86400 whole seconds; use a time in this range.");
    }

    @Test
    void rejects_pause_in_an_old_version() {
        assertThat(faults(valid().minCapacity(0)
                        .versionPolicy(VersionPolicy.PIN_MINOR)
                        .engineVersion("15.6")))
                .singleElement(STRING)
                .contains("minCapacity is 0, but version 15.6 cannot pause");
    }

    @Test
    void rejects_pause_with_a_proxy_or_logical_replication() {
        assertThat(faults(valid().minCapacity(0).proxy().clusterParameters(Map.of("rds.logical_replication", "1"))))
                .containsExactly(
                        "AuroraCluster \"database\": minCapacity is 0, but the proxy keeps connections open, so the cluster would never pause; use 0.5 or more, or remove the proxy.",
                        "AuroraCluster \"database\": minCapacity is 0, but with rds.logical_replication 1 the cluster never pauses; use 0.5 or more, or remove the parameter.");
        assertThat(faults(valid().engine(AuroraEngine.MYSQL)
                        .minCapacity(0)
                        .clusterParameters(Map.of("binlog_format", "ROW"))))
                .singleElement(STRING)
                .contains("with binlog_format ROW the cluster never pauses");
    }

    @Test
    void accepts_pause_with_disabled_replication() {
        assertThat(faults(valid().minCapacity(0).clusterParameters(Map.of("rds.logical_replication", "0"))))
                .isEmpty();
        assertThat(faults(valid().engine(AuroraEngine.MYSQL)
                        .minCapacity(0)
                        .clusterParameters(Map.of("binlog_format", "OFF"))))
                .isEmpty();
        assertThat(faults(valid().minCapacity(0.5).proxy())).isEmpty();
    }

    @Test
    void rejects_capacities_that_an_old_version_lacks() {
        var pinned = valid().versionPolicy(VersionPolicy.PIN_MINOR);

        assertThat(faults(pinned.engineVersion("15.4").maxCapacity(128))).isEmpty();
        assertThat(faults(pinned.engineVersion("15.4").maxCapacity(128.5)))
                .containsExactly(
                        "AuroraCluster \"database\": maxCapacity is 128.5, but version 15.4 scales up to 128 ACU; use 13.13, 14.10, 15.5, 16.1, or a later version of these, or change the option.");
        assertThat(faults(pinned.engineVersion("15.1").maxCapacity(8)))
                .singleElement(STRING)
                .contains("instanceClass is db.serverless, but version 15.1 has no serverless instances");
    }

    @Test
    void checks_no_capacity_of_provisioned_instances_and_rejects_their_pause() {
        var provisioned = valid().instanceClass("db.r8g.large");

        assertThat(faults(provisioned.minCapacity(0.7))).isEmpty();
        assertThat(faults(provisioned.minCapacity(0).autoPauseAfter(Duration.ofMinutes(10))))
                .containsExactly(
                        "AuroraCluster \"database\": autoPauseAfter is 600 s, but only serverless instances pause, and the cluster has none; remove autoPauseAfter.");
    }
}
