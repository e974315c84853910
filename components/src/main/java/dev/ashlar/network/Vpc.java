package dev.ashlar.network;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Created;
import dev.ashlar.network.internal.ExistingNetwork;
import dev.ashlar.network.internal.NetworkPlacement;
import dev.ashlar.network.internal.VpcLayout;
import dev.ashlar.network.internal.VpcPlacement;
import dev.ashlar.network.internal.VpcResources;
import dev.ashlar.network.internal.address.SubnetCapacity;
import dev.ashlar.network.internal.plan.VpcCheck;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Creates a VPC with three tiers of subnets in each availability zone: public subnets for load balancers, private ones
 * for workloads, isolated ones for databases. Also creates route tables, an internet gateway, NAT gateways, endpoints
 * for AWS services and flow logs, and removes the rules of the default security group, which otherwise allows all
 * traffic between its members.
 *
 * <p>NAT gateways cost about 36 USD a month each, with their address, and interface endpoints 7.30 USD a month in each
 * zone; their traffic is extra. {@link #egressPlan} compares the alternatives. Flow logs cost what they store, and the
 * rest is free.
 *
 * <p>A change of {@code cidrBlock}, of the IPAM pool or of {@code zoneSlots} replaces the network or its subnets, and
 * everything in them; {@code layoutLock} rejects it. Adding a zone, a tier, an endpoint, NAT gateways or IPv6, or
 * changing {@code natStrategy}, replaces no existing resource.
 *
 * <pre>{@code
 * var network = new Vpc("main", VpcArgs.builder()
 *         .cidrBlock("10.20.0.0/16")
 *         .zones("eu-central-1a", "eu-central-1b")
 *         .build());
 * }</pre>
 */
public final class Vpc extends Component implements Network, Observable {

    private static final String TYPE = "ashlar:network:Vpc";

    private final VpcArgs args;
    private final Created<VpcResources> created;
    private final VpcPlacement placement;

    /**
     * Creates a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public Vpc(String name, VpcArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public Vpc(String name, VpcArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.args = args;
        this.created = create(() -> VpcLayout.create(children(args.tags()), args));
        var capacity = created.get(resources -> resources.plan().capacity(), SubnetCapacity.UNKNOWN);
        this.placement = new VpcPlacement("Vpc \"%s\"".formatted(name), args, capacity, created);
        registerOutputs(Map.of(
                "vpcId", vpcId(),
                "publicSubnetIds", publicSubnetIds(),
                "privateSubnetIds", privateSubnetIds(),
                "isolatedSubnetIds", isolatedSubnetIds(),
                "subnetLayout", subnetLayout()));
    }

    /** Returns every violation in the options; empty if the network can be created. */
    public static Violations check(String name, VpcArgs args) {
        var violations = VpcCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        return violations;
    }

    /**
     * Returns a network that exists already: one that was created by hand, by another stack or by another library. Creates
     * nothing.
     *
     * @param name the network's name in messages
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public static Network fromExisting(String name, ExistingNetworkArgs args) {
        return ExistingNetwork.of(name, args);
    }

    @Override
    public Output<String> vpcId() {
        return created.output(resources -> resources.vpc().id());
    }

    @Override
    public Output<List<String>> publicSubnetIds() {
        return subnetIds(Tier.PUBLIC);
    }

    @Override
    public Output<List<String>> privateSubnetIds() {
        return subnetIds(Tier.PRIVATE);
    }

    @Override
    public Output<List<String>> isolatedSubnetIds() {
        return subnetIds(Tier.ISOLATED);
    }

    /**
     * Returns the address block of each subnet by its label, such as {@code private-a}. It is the value for
     * {@link VpcArgs#layoutLock}.
     */
    public Output<Map<String, String>> subnetLayout() {
        return created.output(VpcResources::layout);
    }

    /**
     * Returns the public addresses of the NAT gateways or of the NAT instance, for partners with an allowlist; empty
     * without NAT.
     */
    public Output<List<String>> natPublicIps() {
        return created.output(VpcResources::natPublicIps);
    }

    /**
     * Compares the cost of the network's egress with the alternatives, for the services that components need so far.
     * Call it after they are created, and log the result: {@code context.log().info(network.egressPlan().toString())}.
     */
    public EgressPlan egressPlan() {
        return placement.egressPlan();
    }

    @Override
    public boolean ipv6() {
        return args.ipv6();
    }

    @Override
    public boolean reachesInternet() {
        return placement.reachesInternet();
    }

    @Override
    public OptionalInt usableAddresses(Tier tier) {
        return placement.usableAddresses(tier);
    }

    @Override
    public OptionalInt zoneCount() {
        return placement.zoneCount();
    }

    @Override
    public NetworkPlacement placement() {
        return placement;
    }

    private Output<List<String>> subnetIds(Tier tier) {
        return created.output(resources -> resources.subnetIds(tier));
    }

    @Override
    public List<Signal> signals() {
        return created.get(VpcResources::signals, List.of());
    }
}
