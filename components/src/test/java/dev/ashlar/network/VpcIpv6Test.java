package dev.ashlar.network;

import static dev.ashlar.network.Networks.graph;
import static dev.ashlar.network.Networks.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.preflight.testkit.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VpcIpv6Test {

    private static final String SUBNET = "aws:ec2/subnet:Subnet";
    private static final String ROUTE = "aws:ec2/route:Route";
    private static final String EGRESS_ONLY = "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";

    @Test
    void assigns_each_subnet_a_64_by_its_tier_and_slot() {
        var graph = graph(valid().ipv6(true));

        assertThat(graph.resource("aws:ec2/vpc:Vpc", "main").input("assignGeneratedIpv6CidrBlock"))
                .isEqualTo(true);
        var expected = Map.of(
                "main-private-a", "2001:db8:1234:1a00::/64",
                "main-private-b", "2001:db8:1234:1a01::/64",
                "main-isolated-a", "2001:db8:1234:1a04::/64",
                "main-isolated-b", "2001:db8:1234:1a05::/64",
                "main-public-a", "2001:db8:1234:1a08::/64",
                "main-public-b", "2001:db8:1234:1a09::/64");
        assertThat(graph.ofType(SUBNET)).hasSize(6).allSatisfy(subnet -> {
            assertThat(subnet.input("ipv6CidrBlock")).isEqualTo(expected.get(subnet.name()));
            assertThat(subnet.input("assignIpv6AddressOnCreation")).isEqualTo(true);
        });
    }

    @Test
    void routes_public_subnets_both_ways_and_private_ones_outbound_only() {
        var graph = graph(valid().ipv6(true).natStrategy(NatStrategy.NONE));

        var internet = graph.resource("aws:ec2/internetGateway:InternetGateway", "main-internet");
        var open = graph.resource(ROUTE, "main-public-internet-ipv6");
        assertThat(open.input("destinationIpv6CidrBlock")).isEqualTo("::/0");
        assertThat(open.input("gatewayId")).isEqualTo(internet.output("id"));
        var egressOnly = graph.resource(EGRESS_ONLY, "main-egress-only");
        for (var zone : new String[] {"a", "b"}) {
            var out = graph.resource(ROUTE, "main-private-%s-internet-ipv6".formatted(zone));
            assertThat(out.input("destinationIpv6CidrBlock")).isEqualTo("::/0");
            assertThat(out.input("egressOnlyGatewayId")).isEqualTo(egressOnly.output("id"));
        }
    }

    @Test
    void adds_no_ipv6_route_to_isolated_subnets() {
        var graph = graph(valid().ipv6(true));

        var isolated =
                graph.resource("aws:ec2/routeTable:RouteTable", "main-isolated").output("id");
        assertThat(graph.ofType(ROUTE))
                .extracting(route -> route.input("routeTableId"))
                .doesNotContain(isolated);
    }

    @Test
    void adds_nat64_routes_with_nat_gateways_only() {
        var gateways = graph(valid().ipv6(true).natStrategy(NatStrategy.PER_ZONE));
        var instance = graph(valid().ipv6(true).natStrategy(NatStrategy.INSTANCE));

        var route = gateways.resource(ROUTE, "main-private-b-nat64");
        assertThat(route.input("destinationIpv6CidrBlock")).isEqualTo("64:ff9b::/96");
        assertThat(route.input("natGatewayId"))
                .isEqualTo(gateways.resource("aws:ec2/natGateway:NatGateway", "main-nat-b")
                        .output("id"));
        assertThat(instance.names(ROUTE)).noneMatch(name -> name.endsWith("nat64"));
    }

    @Test
    void enables_dns64_in_private_subnets_on_request() {
        var with = graph(valid().ipv6(true).enableDns64(true));
        var without = graph(valid().ipv6(true));

        assertThat(with.ofType(SUBNET))
                .filteredOn(VpcIpv6Test::resolves)
                .extracting(GraphResource::name)
                .containsExactly("main-private-a", "main-private-b");
        assertThat(without.ofType(SUBNET)).noneMatch(VpcIpv6Test::resolves);
    }

    private static boolean resolves(GraphResource subnet) {
        return Boolean.TRUE.equals(subnet.input("enableDns64"));
    }

    private static void letOut(Vpc vpc) {
        vpc.placement().allowHttpsEgress("api", Output.of("sg-1"), Map.of(), CustomResourceOptions.Empty);
    }

    @Test
    void allows_https_egress_over_ipv4_and_ipv6() {
        var both = graph(valid().ipv6(true), VpcIpv6Test::letOut);
        var one = graph(valid(), VpcIpv6Test::letOut);

        var type = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
        assertThat(both.names(type)).containsExactly("api-https-out", "api-https-out-ipv6");
        assertThat(both.resource(type, "api-https-out-ipv6").input("cidrIpv6")).isEqualTo("::/0");
        assertThat(one.names(type)).containsExactly("api-https-out");
    }

    @Test
    void previews_without_the_ipv6_blocks() {
        var graph = Recording.preview(
                        context -> new Vpc("main", valid().ipv6(true).build()))
                .graph();

        assertThat(graph.names(SUBNET)).hasSize(6);
    }
}
