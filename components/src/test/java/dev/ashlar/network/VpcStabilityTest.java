package dev.ashlar.network;

import static dev.ashlar.network.Networks.between;
import static dev.ashlar.network.Networks.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.preflight.sandbox.ReplacedResources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that must leave what exists alone. */
class VpcStabilityTest {

    private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private static Set<String> changed(GraphDifference difference) {
        return difference.changed().stream()
                .map(change -> change.after().type() + " " + String.join(", ", change.properties()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"3, eu-central-1c", "4, eu-central-1d"})
    void adding_a_zone_only_adds_and_shows_endpoints_the_new_places(int slot, String zone) {
        var before = valid().addInterfaceEndpoints(AwsService.SQS).natStrategy(NatStrategy.PER_ZONE);
        var after = valid().addInterfaceEndpoints(AwsService.SQS)
                .natStrategy(NatStrategy.PER_ZONE)
                .putZones(slot, zone);

        var difference = between(before, after);

        assertThat(difference.removed()).isEmpty();
        assertThat(changed(difference)).containsExactlyInAnyOrder(ENDPOINT + " routeTableIds", ENDPOINT + " subnetIds");
        assertThat(ReplacedResources.of(difference)).isEmpty();
        assertThat(difference.added()).isNotEmpty();
    }

    @Test
    void removing_a_middle_zone_takes_that_zone_alone() {
        var before = valid().putZones(3, "eu-central-1c").natStrategy(NatStrategy.PER_ZONE);
        var after = VpcArgs.builder()
                .from(valid().build())
                .zones(java.util.Map.of(1, "eu-central-1a", 3, "eu-central-1c"))
                .natStrategy(NatStrategy.PER_ZONE);

        var difference = between(before, after);

        assertThat(difference.added()).isEmpty();
        assertThat(difference.removed()).extracting(GraphResource::name).allMatch(name -> name.contains("-b"));
        assertThat(changed(difference)).containsExactly(ENDPOINT + " routeTableIds");
        assertThat(ReplacedResources.of(difference)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, INSTANCE", "NONE, SINGLE", "NONE, PER_ZONE", "INSTANCE, NONE", "INSTANCE, SINGLE", "INSTANCE, PER_ZONE",
        "SINGLE, NONE", "SINGLE, INSTANCE", "SINGLE, PER_ZONE", "PER_ZONE, NONE", "PER_ZONE, INSTANCE",
                "PER_ZONE, SINGLE"
    })
    void another_nat_strategy_changes_routes_in_place_and_replaces_nothing(NatStrategy from, NatStrategy to) {
        var difference = between(valid().natStrategy(from), valid().natStrategy(to));

        assertThat(ReplacedResources.of(difference)).isEmpty();
        assertThat(difference.changed())
                .extracting(change -> change.after().type())
                .allMatch("aws:ec2/route:Route"::equals);
        var touched = List.of(
                "aws:ec2/subnet:Subnet",
                "aws:ec2/routeTable:RouteTable",
                "aws:ec2/routeTableAssociation:RouteTableAssociation");
        assertThat(difference.added()).extracting(GraphResource::type).doesNotContainAnyElementsOf(touched);
        assertThat(difference.removed()).extracting(GraphResource::type).doesNotContainAnyElementsOf(touched);
    }

    @Test
    void switching_ipv6_on_adds_and_updates_in_place() {
        var difference = between(valid(), valid().ipv6(true));

        assertThat(difference.removed()).isEmpty();
        assertThat(changed(difference))
                .containsExactlyInAnyOrder(
                        "aws:ec2/vpc:Vpc assignGeneratedIpv6CidrBlock",
                        "aws:ec2/subnet:Subnet assignIpv6AddressOnCreation, ipv6CidrBlock");
        assertThat(ReplacedResources.of(difference)).isEmpty();
    }

    @Test
    void adding_a_tier_or_a_block_moves_nothing() {
        var two = Set.of(Tier.PUBLIC, Tier.PRIVATE);

        var tier = between(valid().tiers(two), valid());
        var block = between(valid(), valid().addSecondaryCidrBlocks("100.64.0.0/16"));

        assertThat(tier.removed()).isEmpty();
        assertThat(ReplacedResources.of(tier)).isEmpty();
        assertThat(block.onlyAdds()).isTrue();
    }
}
