package dev.ashlar.network.internal;

import com.pulumi.aws.ec2.EgressOnlyInternetGateway;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.egress.NatDevices;
import dev.ashlar.network.internal.plan.VpcPlan;
import dev.ashlar.network.internal.plan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The route tables of a network: one for all public subnets, one for all isolated ones, and one for each private
 * subnet, so that a change of the NAT strategy changes routes while tables and associations stay.
 */
final class RouteTables {

    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final String EVERYWHERE_IPV6 = "::/0";
    // The prefix of IPv4 addresses in NAT64:
    // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
    private static final String IPV4_WITHIN_IPV6 = "64:ff9b::/96";

    private final Children network;
    private final Vpc vpc;
    private final Map<Zone, RouteTable> privateByZone = new LinkedHashMap<>();
    private final Map<Tier, RouteTable> shared = new LinkedHashMap<>();
    /** Returns the resources between public subnets and the internet: the gateway, the routes and the associations. */
    private final List<Resource> publicRoutes = new ArrayList<>();
    /** Returns the resources between private subnets and the internet besides NAT: the routes and the associations. */
    private final List<Resource> privateRoutes = new ArrayList<>();

    RouteTables(Children network, VpcPlan plan, Vpc vpc) {
        this.network = network;
        this.vpc = vpc;
        for (var tier : List.of(Tier.PUBLIC, Tier.ISOLATED)) {
            if (!plan.tier(tier).isEmpty()) {
                shared.put(tier, create(network.scope(tier.label())));
            }
        }
        for (var subnet : plan.tier(Tier.PRIVATE)) {
            privateByZone.put(subnet.zone(), create(privatePlace(subnet.zone())));
        }
    }

    private RouteTable create(Children place) {
        return new RouteTable(
                place.name(),
                RouteTableArgs.builder().vpcId(vpc.id()).tags(place.tags()).build(),
                place.options());
    }

    private RouteTable of(Tier tier, Zone zone) {
        return Objects.requireNonNull(tier == Tier.PRIVATE ? privateByZone.get(zone) : shared.get(tier));
    }

    /** Associates each subnet with its table. */
    void associate(Map<Tier, Map<Zone, Subnet>> subnets) {
        subnets.forEach((tier, byZone) -> byZone.forEach((zone, subnet) -> {
            var association = new RouteTableAssociation(
                    network.name(tier.label(), zone.label()),
                    RouteTableAssociationArgs.builder()
                            .subnetId(subnet.id())
                            .routeTableId(of(tier, zone).id())
                            .build(),
                    network.options());
            if (tier == Tier.PRIVATE) {
                privateRoutes.add(association);
            } else if (tier == Tier.PUBLIC) {
                publicRoutes.add(association);
            }
        }));
    }

    /** Routes public subnets to the internet gateway. */
    void routePublic(InternetGateway gateway, boolean ipv6) {
        var place = network.scope(Tier.PUBLIC.label(), "internet");
        var table = Objects.requireNonNull(shared.get(Tier.PUBLIC));
        publicRoutes.add(gateway);
        publicRoutes.add(route(
                place, table, route -> route.destinationCidrBlock(EVERYWHERE).gatewayId(gateway.id())));
        if (ipv6) {
            publicRoutes.add(route(place.scope("ipv6"), table, route -> route.destinationIpv6CidrBlock(EVERYWHERE_IPV6)
                    .gatewayId(gateway.id())));
        }
    }

    /** Routes private subnets to the NAT devices. */
    void routePrivate(NatDevices devices) {
        privateByZone.forEach((zone, table) -> privateRoutes.add(route(
                privatePlace(zone).scope("nat"),
                table,
                route -> devices.lead(route.destinationCidrBlock(EVERYWHERE), zone))));
    }

    /** Routes IPv6 traffic of private subnets to IPv4 addresses through the gateways, which translate it. */
    void routeNat64(NatDevices gateways) {
        privateByZone.forEach((zone, table) -> privateRoutes.add(route(
                privatePlace(zone).scope("nat64"),
                table,
                route -> gateways.lead(route.destinationIpv6CidrBlock(IPV4_WITHIN_IPV6), zone))));
    }

    /** Routes private subnets to the internet over IPv6. */
    void routePrivateIpv6(EgressOnlyInternetGateway gateway) {
        privateByZone.forEach((zone, table) -> privateRoutes.add(
                route(privatePlace(zone).scope("internet", "ipv6"), table, route -> route.destinationIpv6CidrBlock(
                                EVERYWHERE_IPV6)
                        .egressOnlyGatewayId(gateway.id()))));
    }

    private static Route route(Children place, RouteTable table, UnaryOperator<RouteArgs.Builder> destination) {
        return new Route(
                place.name(),
                destination.apply(RouteArgs.builder().routeTableId(table.id())).build(),
                place.options());
    }

    /** What public subnets and the internet reach each other by: the gateway, attached, and what leads to it. */
    List<Resource> publicRoutes() {
        return List.copyOf(publicRoutes);
    }

    /** What private subnets reach the internet by. */
    List<Resource> privateRoutes() {
        return List.copyOf(privateRoutes);
    }

    /** Returns the IDs of all tables. */
    Output<List<String>> ids() {
        var ids = new ArrayList<Output<String>>();
        shared.values().forEach(table -> ids.add(table.id()));
        privateByZone.values().forEach(table -> ids.add(table.id()));
        return Output.all(ids);
    }

    private Children privatePlace(Zone zone) {
        return network.scope(Tier.PRIVATE.label(), zone.label());
    }
}
