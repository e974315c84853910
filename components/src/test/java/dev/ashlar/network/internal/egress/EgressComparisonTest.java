package dev.ashlar.network.internal.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.network.EgressPlan;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EgressComparisonTest {

    private static final Set<AwsService> FOUR =
            EnumSet.of(AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.CLOUDWATCH_LOGS, AwsService.SQS);

    private static double cost(EgressPlan plan, NatStrategy strategy, int endpoints) {
        return plan.options().stream()
                .filter(option -> option.natStrategy() == strategy && option.endpoints() == endpoints)
                .findFirst()
                .orElseThrow()
                .monthlyUsd();
    }

    @Test
    void compares_gateways_with_endpoints() {
        var plan = EgressComparison.compare("Vpc \"main\"", 3, NatStrategy.PER_ZONE, FOUR, FOUR);

        assertThat(cost(plan, NatStrategy.NONE, 4)).isCloseTo(87.60, within(0.005));
        assertThat(cost(plan, NatStrategy.INSTANCE, 0)).isCloseTo(7.36, within(0.005));
        assertThat(cost(plan, NatStrategy.SINGLE, 0)).isCloseTo(36.50, within(0.005));
        assertThat(cost(plan, NatStrategy.PER_ZONE, 0)).isCloseTo(109.50, within(0.005));
        assertThat(plan.chosen().monthlyUsd()).isCloseTo(197.10, within(0.005));
        assertThat(plan.gigabytesFromWhichEndpointsPay()).isCloseTo(2503, within(1.0));
    }

    @Test
    void formats_the_comparison_as_text() {
        var plan = EgressComparison.compare("Vpc \"main\"", 2, NatStrategy.SINGLE, Set.of(), Set.of(AwsService.SQS));

        assertThat(plan).hasToString("""
                        Vpc "main": egress of the private subnets a month without traffic (us-east-1 list prices of 2026-08), 2 zones, for sqs
                              7.36 USD  natStrategy INSTANCE, 0 endpoints
                             14.60 USD  natStrategy NONE, 1 endpoint, no internet
                             21.96 USD  natStrategy INSTANCE, 1 endpoint
                             36.50 USD  natStrategy SINGLE, 0 endpoints (chosen)
                             51.10 USD  natStrategy SINGLE, 1 endpoint
                             73.00 USD  natStrategy PER_ZONE, 0 endpoints
                             87.60 USD  natStrategy PER_ZONE, 1 endpoint
                        cheapest: natStrategy INSTANCE, 0 endpoints
                        cheapest that survives the loss of a zone: natStrategy NONE, 1 endpoint, no internet
                        beside a NAT gateway, these endpoints pay from 417 GB a month on""");
    }

    @Test
    void counts_no_endpoint_if_no_service_is_needed() {
        var plan = EgressComparison.compare("Vpc \"main\"", 2, NatStrategy.NONE, Set.of(), Set.of());

        assertThat(plan.cheapest().monthlyUsd()).isZero();
        assertThat(plan.toString())
                .contains("no service that needs an endpoint")
                .doesNotContain("GB a month");
    }

    @Test
    void omits_the_option_without_nat_if_a_service_has_no_endpoint() {
        var needed = EnumSet.of(AwsService.SQS, AwsService.DYNAMODB_STREAMS);

        var plan = EgressComparison.compare("Vpc \"main\"", 2, NatStrategy.SINGLE, Set.of(), needed);

        assertThat(plan.options()).noneMatch(option -> option.natStrategy() == NatStrategy.NONE);
        assertThat(cost(plan, NatStrategy.SINGLE, 1)).isCloseTo(51.10, within(0.005));
        assertThat(plan.gigabytesFromWhichEndpointsPay()).isCloseTo(417, within(1.0));
    }

    @Property
    void sorts_the_options_and_includes_the_chosen_one(
            @ForAll NatStrategy chosen,
            @ForAll Set<AwsService> needed,
            @ForAll boolean built,
            @ForAll @IntRange(min = 1, max = 8) int zones) {
        var endpoints = built || chosen == NatStrategy.NONE ? needed : Set.<AwsService>of();

        var plan = EgressComparison.compare("Vpc \"main\"", zones, chosen, endpoints, needed);

        assertThat(plan.options())
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(EgressPlan.Option::monthlyUsd));
        assertThat(plan.options()).filteredOn(EgressPlan.Option::chosen).hasSize(1);
        assertThat(plan.chosen().natStrategy()).isEqualTo(chosen);
        assertThat(plan.chosen().endpoints()).isEqualTo(endpoints.size());
        assertThat(plan.cheapest().monthlyUsd())
                .isLessThanOrEqualTo(plan.cheapestThatSurvivesZone().monthlyUsd());
    }
}
