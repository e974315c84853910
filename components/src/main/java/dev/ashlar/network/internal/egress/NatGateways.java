package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Signal;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.VpcPlan;
import dev.ashlar.network.internal.plan.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The NAT gateways of a network, each named after the zone it stands in. */
public final class NatGateways implements NatDevices {

    private final String networkName;
    private final VpcPlan plan;
    private final Map<Zone, NatGateway> byZone = new LinkedHashMap<>();

    public NatGateways(
            String networkName,
            VpcPlan plan,
            VpcArgs args,
            Map<Zone, Subnet> publicSubnets,
            Resource parent,
            List<Resource> ingressDependencies) {
        this.networkName = networkName;
        this.plan = plan;
        var child = CustomResourceOptions.builder().parent(parent).build();
        var connected = CustomResourceOptions.builder()
                .parent(parent)
                .dependsOn(ingressDependencies)
                .build();
        var given = args.natAllocationIds().iterator();
        for (var zone : plan.natZones()) {
            var name = Names.child(networkName, "nat", zone.label());
            var allocationId = given.hasNext() ? given.next() : allocate(name, args, child);
            byZone.put(
                    zone,
                    new NatGateway(
                            name,
                            NatGatewayArgs.builder()
                                    .allocationId(allocationId)
                                    .subnetId(Objects.requireNonNull(publicSubnets.get(zone))
                                            .id())
                                    .tags(Tags.named(name, args.tags()))
                                    .build(),
                            // Fails in a network whose internet gateway is not attached yet.
                            connected));
        }
    }

    private static Output<String> allocate(String name, VpcArgs args, CustomResourceOptions child) {
        return new Eip(
                        name,
                        EipArgs.builder()
                                .domain("vpc")
                                .tags(Tags.named(name, args.tags()))
                                .build(),
                        child)
                .allocationId();
    }

    /** The gateway of a zone is its own, or the one that all share. */
    @Override
    public RouteArgs.Builder lead(RouteArgs.Builder route, Zone zone) {
        return route.natGatewayId(
                Objects.requireNonNull(byZone.get(plan.natZoneFor(zone))).id());
    }

    @Override
    public Output<List<String>> publicIps() {
        return Output.all(byZone.values().stream().map(NatGateway::publicIp).toList());
    }

    /**
     * A gateway that runs out of ports drops connections without a word.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html">NAT gateway metrics</a>
     */
    @Override
    public List<Signal> signals() {
        return byZone.entrySet().stream()
                .map(entry -> Signal.builder()
                        .source(Names.child(networkName, "nat", entry.getKey().label()))
                        .name("port-allocation-errors")
                        .namespace("AWS/NATGateway")
                        .metric("ErrorPortAllocation")
                        .putDimensions("NatGatewayId", entry.getValue().id())
                        .statistic(Signal.Statistic.SUM)
                        .missingData(Signal.MissingData.NOT_BREACHING)
                        .objective(Signal.Objective.atMost(0))
                        .build())
                .toList();
    }
}
