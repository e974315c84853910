package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Signal;
import dev.ashlar.internal.aws.Signals;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.VpcPlan;
import dev.ashlar.network.internal.plan.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The NAT gateways of a network, each named after its zone. */
public final class NatGateways implements NatDevices {

    private final Children network;
    private final VpcPlan plan;
    private final Map<Zone, NatGateway> byZone = new LinkedHashMap<>();

    /**
     * Creates the gateways.
     *
     * @param ingressDependencies the internet gateway and its routes, because a NAT gateway fails without them
     */
    public NatGateways(
            Children network,
            VpcPlan plan,
            VpcArgs args,
            Map<Zone, Subnet> publicSubnets,
            List<Resource> ingressDependencies) {
        this.network = network;
        this.plan = plan;
        var given = args.natAllocationIds().iterator();
        for (var zone : plan.natZones()) {
            var place = network.scope("nat", zone.label());
            var allocationId = given.hasNext() ? given.next() : allocate(place);
            byZone.put(
                    zone,
                    new NatGateway(
                            place.name(),
                            NatGatewayArgs.builder()
                                    .allocationId(allocationId)
                                    .subnetId(Objects.requireNonNull(publicSubnets.get(zone))
                                            .id())
                                    .tags(place.tags())
                                    .build(),
                            place.options(more -> more.dependsOn(ingressDependencies))));
        }
    }

    private static Output<String> allocate(Children place) {
        return new Eip(
                        place.name(),
                        EipArgs.builder().domain("vpc").tags(place.tags()).build(),
                        place.options())
                .allocationId();
    }

    /** The gateway of the zone, or the one that all zones share. */
    @Override
    public RouteArgs.Builder lead(RouteArgs.Builder route, Zone zone) {
        return route.natGatewayId(
                Objects.requireNonNull(byZone.get(plan.natZoneFor(zone))).id());
    }

    @Override
    public Output<List<String>> publicIps() {
        return Output.all(byZone.values().stream().map(NatGateway::publicIp).toList());
    }

    @Override
    public List<Resource> dependencies() {
        return List.of();
    }

    /**
     * A gateway that runs out of ports drops connections silently.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html">NAT gateway
     *     metrics</a>
     */
    @Override
    public List<Signal> signals() {
        return byZone.entrySet().stream()
                .map(entry -> new Signals(
                                network.name("nat", entry.getKey().label()),
                                "AWS/NATGateway",
                                Map.of("NatGatewayId", entry.getValue().id()))
                        .onEvents("port-allocation-errors", "ErrorPortAllocation", Signal.Statistic.SUM)
                        .objective(Signal.Objective.atMost(0))
                        .build())
                .toList();
    }
}
