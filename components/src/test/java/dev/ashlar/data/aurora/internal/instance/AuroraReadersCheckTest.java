package dev.ashlar.data.aurora.internal.instance;

import static dev.ashlar.data.aurora.Databases.faults;
import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.data.aurora.AuroraEngine;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuroraReadersCheckTest {

    @Test
    void accepts_serverless_and_provisioned_instances_together() {
        assertThat(faults(valid().instanceClass("db.r8g.large")
                        .reader("reports", reader -> reader.instanceClass("db.serverless"))
                        .reader("api")))
                .isEmpty();
    }

    @Test
    void rejects_classes_that_aurora_lacks() {
        assertThat(faults(valid().instanceClass("db.m6g.large")))
                .containsExactly(
                        "AuroraCluster \"database\": instanceClass is \"db.m6g.large\", but Aurora has db.serverless and the families db.r, db.x and db.t; use one like \"db.r8g.large\".");
        assertThat(faults(valid().reader("reports", reader -> reader.instanceClass("large"))))
                .singleElement(STRING)
                .contains("readers.reports.instanceClass is \"large\"");
    }

    @Test
    void rejects_burstable_classes_with_features_that_they_lack() {
        assertThat(faults(valid().dataApi(true).instanceClass("db.t4g.medium")))
                .singleElement(STRING)
                .contains("burstable classes have no Data API");
        assertThat(faults(valid().engine(AuroraEngine.MYSQL)
                        .performanceInsights(true)
                        .instanceClass("db.t3.medium")))
                .singleElement(STRING)
                .contains("Performance Insights of aurora-mysql does not support it");
        assertThat(faults(valid().performanceInsights(true).instanceClass("db.t3.medium")))
                .isEmpty();
    }

    @Test
    void requires_a_maximum_of_the_scaling_that_covers_the_named_readers() {
        assertThat(faults(valid().readerScaling(scaling -> {})))
                .containsExactly(
                        "AuroraCluster \"database\": readerScaling.maxCapacity is missing, but the scaling requires a maximum; set the maximum number of readers.");
        assertThat(faults(valid().reader("a").reader("b").readerScaling(scaling -> scaling.maxCapacity(1))))
                .containsExactly(
                        "AuroraCluster \"database\": readerScaling.maxCapacity is 1, but there are at least 2 readers; use 2 or more.");
        assertThat(faults(
                        valid().readerScaling(scaling -> scaling.minCapacity(3).maxCapacity(2))))
                .singleElement(STRING)
                .contains("there are at least 3 readers");
        assertThat(faults(valid().readerScaling(scaling -> scaling.maxCapacity(16))))
                .singleElement(STRING)
                .contains("readerScaling.maxCapacity is 16, but 1 to 15 readers are allowed");
    }

    @Test
    void rejects_scaling_targets_and_cooldowns_outside_their_ranges() {
        assertThat(faults(valid().readerScaling(scaling ->
                        scaling.maxCapacity(4).cpuPercent(101).connections(0).scaleInCooldown(Duration.ofHours(2)))))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).contains("readerScaling.cpuPercent is 101"))
                .anySatisfy(fault -> assertThat(fault).contains("readerScaling.connections is 0"))
                .anySatisfy(fault -> assertThat(fault).contains("readerScaling.scaleInCooldown is PT2H"));
    }

    @Test
    void rejects_custom_endpoints_without_readers_or_with_unknown_ones() {
        assertThat(faults(valid().reader("a").customEndpoint("reports", "a", "b")))
                .containsExactly(
                        "AuroraCluster \"database\": customEndpoints.reports is [b], but the readers are [a]; use these.");
        assertThat(faults(valid().putCustomEndpoints("reports", Set.of())))
                .singleElement(STRING)
                .contains("an endpoint requires at least one reader");
        assertThat(faults(valid().reader("a").customEndpoint("a".repeat(16), "a")))
                .singleElement(STRING)
                .contains("an endpoint's name is lower-case letters");
    }

    @Test
    void rejects_more_than_five_custom_endpoints() {
        var args = valid().reader("a");
        for (int i = 0; i < 6; i++) {
            args.customEndpoint("endpoint" + i, "a");
        }

        assertThat(faults(args)).singleElement(STRING).contains("customEndpoints is 6, but a cluster has at most 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reports", "-reports", "a_b"})
    void rejects_names_of_readers_and_endpoints_that_hosts_cannot_have(String name) {
        assertThat(faults(valid().reader(name))).singleElement(STRING).contains("readers is \"" + name + '"');
        assertThat(faults(valid().reader("a").customEndpoint(name, "a")))
                .singleElement(STRING)
                .contains("customEndpoints is \"" + name + '"');
    }

    @Test
    void rejects_invalid_names_and_promotion_tiers_of_readers() {
        assertThat(faults(valid().reader("Reports"))).singleElement(STRING).contains("readers is \"Reports\"");
        assertThat(faults(valid().reader("a".repeat(15)))).isEmpty();
        assertThat(faults(valid().reader("a".repeat(16)))).singleElement(STRING).contains("at most 15 characters");
        assertThat(faults(valid().reader("reports", reader -> reader.promotionTier(16))))
                .singleElement(STRING)
                .contains("readers.reports.promotionTier is 16");
    }

    @Test
    void rejects_more_than_fifteen_readers() {
        var args = valid();
        for (int i = 0; i < 16; i++) {
            args.reader("reader" + i);
        }

        assertThat(faults(args)).singleElement(STRING).contains("readers is 16, but an Aurora cluster has at most 15");
    }

    @Test
    void rejects_a_reader_or_an_endpoint_given_twice() {
        var args = valid().reader("reports")
                .reader("reports")
                .customEndpoint("slow", "reports")
                .customEndpoint("slow", "reports");

        assertThat(faults(args))
                .containsExactly(
                        "AuroraCluster \"database\": readers is \"reports\" a second time, but it would replace the first; use another name.",
                        "AuroraCluster \"database\": customEndpoints is \"slow\" a second time, but it would replace the first; use another name.");
        assertThat(faults(args.build().toBuilder())).hasSize(2);
    }

    @Test
    void allows_replacing_a_reader_of_earlier_options() {
        var earlier = valid().reader("reports").build();

        assertThat(faults(earlier.toBuilder().reader("reports", reader -> reader.promotionTier(15))))
                .isEmpty();
    }

    @Test
    void accepts_a_member_or_a_user_given_twice() {
        assertThat(faults(valid().reader("reports").customEndpoint("slow", "reports", "reports")))
                .isEmpty();
        assertThat(AuroraProxyArgs.builder().users("app", "app").build().users())
                .containsExactly("app");
    }
}
