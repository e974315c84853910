package dev.ashlar.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.EgressOnlyInternetGateway;
import com.pulumi.aws.ec2.EgressOnlyInternetGatewayArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.internal.ExistingNetwork;
import dev.ashlar.network.internal.FlowLogs;
import dev.ashlar.network.internal.NetworkPlacement;
import dev.ashlar.network.internal.RouteTables;
import dev.ashlar.network.internal.Subnets;
import dev.ashlar.network.internal.VpcPlacement;
import dev.ashlar.network.internal.VpcResources;
import dev.ashlar.network.internal.address.SubnetCapacity;
import dev.ashlar.network.internal.egress.Endpoints;
import dev.ashlar.network.internal.egress.NatDevices;
import dev.ashlar.network.internal.egress.NatGateways;
import dev.ashlar.network.internal.egress.NatInstance;
import dev.ashlar.network.internal.plan.VpcCheck;
import dev.ashlar.network.internal.plan.VpcPlan;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A network of three tiers in each availability zone: public subnets for load balancers, private ones for workloads,
 * isolated ones for databases. It creates the VPC, its subnets and route tables, an internet gateway, NAT gateways, endpoints
 * for AWS services, flow logs, and empties the default security group, which otherwise lets everything in it talk.
 *
 * <p>It costs what its NAT gateways and interface endpoints cost: about 36 USD a month for each gateway with its address and
 * 7.30 USD for each endpoint in each zone, and the traffic through them; {@link #egressPlan} compares. Everything else is
 * free but the flow logs.
 *
 * <p>Changing {@code cidrBlock}, the IPAM pool or {@code zoneSlots} replaces the network or its subnets, and with them what
 * runs in them; a {@code layoutLock} refuses it. Adding a zone, a tier, an endpoint or NAT gateways, another
 * {@code natStrategy}, and IPv6 replace nothing that exists.
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
    private final String name;
    private final Created<VpcResources> created;
    private final VpcPlacement placement;

    /**
     * Creates a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public Vpc(String name, VpcArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public Vpc(String name, VpcArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.args = args;
        this.name = name;
        this.created = create(() -> {
            var plan = VpcPlan.of(args);
            var vpc = createVpc(plan);
            lockDefaultSecurityGroup(vpc);
            var subnets = new Subnets(name, args, plan, vpc, this);
            var routeTables = createRouteTables(plan, vpc, subnets);
            var nat = createNat(plan, vpc, subnets, routeTables);
            routeOut(plan, vpc, routeTables, nat);
            var place = awsEnvironment();
            var endpoints = createEndpoints(plan, vpc, subnets, routeTables, place);
            if (args.flowLogs().enabled()) {
                FlowLogs.record(name, vpc, place.applyValue(AwsEnvironment::accountId), args, this);
            }
            return new VpcResources(plan, vpc, subnets, routeTables, nat, endpoints);
        });
        var capacity = created.get(resources -> resources.plan().capacity(), SubnetCapacity.UNKNOWN);
        this.placement = new VpcPlacement(label(name), args, capacity, created);
        registerOutputs(Map.of(
                "vpcId", vpcId(),
                "publicSubnetIds", publicSubnetIds(),
                "privateSubnetIds", privateSubnetIds(),
                "isolatedSubnetIds", isolatedSubnetIds(),
                "subnetLayout", subnetLayout()));
    }

    /** Every fault of the options; empty when the network can be created. */
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

    private static String label(String name) {
        return "Vpc \"%s\"".formatted(name);
    }

    private com.pulumi.aws.ec2.Vpc createVpc(VpcPlan plan) {
        var builder = com.pulumi.aws.ec2.VpcArgs.builder()
                // Private DNS names of endpoints need both.
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(Tags.named(name, args.tags()));
        var pool = args.ipv4IpamPoolId();
        if (pool == null) {
            builder.cidrBlock(args.cidrBlock());
        } else {
            builder.ipv4IpamPoolId(pool).ipv4NetmaskLength(plan.network().prefixLength());
        }
        if (args.ipv6()) {
            builder.assignGeneratedIpv6CidrBlock(true);
        }
        return new com.pulumi.aws.ec2.Vpc(name, builder.build(), child());
    }

    private void lockDefaultSecurityGroup(com.pulumi.aws.ec2.Vpc vpc) {
        var group = childName("default");
        new DefaultSecurityGroup(
                group,
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Tags.named(group, args.tags()))
                        .build(),
                child());
    }

    private RouteTables createRouteTables(VpcPlan plan, com.pulumi.aws.ec2.Vpc vpc, Subnets subnets) {
        var routeTables = new RouteTables(name, plan, vpc, args.tags(), child());
        routeTables.associate(subnets.byTier());
        if (!plan.tier(Tier.PUBLIC).isEmpty()) {
            routeTables.routePublic(createInternetGateway(vpc), args.ipv6());
        }
        return routeTables;
    }

    private @Nullable NatDevices createNat(
            VpcPlan plan, com.pulumi.aws.ec2.Vpc vpc, Subnets subnets, RouteTables routeTables) {
        if (args.natStrategy() == NatStrategy.NONE) {
            return null;
        }
        var connected = routeTables.publicRoutes();
        if (args.natStrategy().usesGateways()) {
            return new NatGateways(name, plan, args, subnets.in(Tier.PUBLIC), this, connected);
        }
        var zone = plan.natZones().get(0);
        return new NatInstance(name, args, vpc, subnets.get(Tier.PUBLIC, zone), this, connected);
    }

    private void routeOut(VpcPlan plan, com.pulumi.aws.ec2.Vpc vpc, RouteTables routeTables, @Nullable NatDevices nat) {
        if (nat != null) {
            routeTables.routePrivate(nat);
        }
        if (args.ipv6() && !plan.tier(Tier.PRIVATE).isEmpty()) {
            routeTables.routePrivateIpv6(createEgressOnlyGateway(vpc));
            if (nat != null && args.natStrategy().usesGateways()) {
                routeTables.routeNat64(nat);
            }
        }
    }

    private Endpoints createEndpoints(
            VpcPlan plan,
            com.pulumi.aws.ec2.Vpc vpc,
            Subnets subnets,
            RouteTables routeTables,
            Output<AwsEnvironment> place) {
        var endpoints = new Endpoints(name, vpc, place.applyValue(AwsEnvironment::region), args, child());
        endpoints.addGateways(args.gatewayEndpoints(), routeTables.ids());
        endpoints.addInterfaces(plan.reach().listed(), subnets.ids(Tier.PRIVATE));
        return endpoints;
    }

    private InternetGateway createInternetGateway(com.pulumi.aws.ec2.Vpc vpc) {
        var gateway = childName("internet");
        return new InternetGateway(
                gateway,
                InternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Tags.named(gateway, args.tags()))
                        .build(),
                child());
    }

    private EgressOnlyInternetGateway createEgressOnlyGateway(com.pulumi.aws.ec2.Vpc vpc) {
        var gateway = childName("egress-only");
        return new EgressOnlyInternetGateway(
                gateway,
                EgressOnlyInternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Tags.named(gateway, args.tags()))
                        .build(),
                child());
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
     * The address block of each subnet, by its name, such as {@code private-a}: what must not change, and what
     * {@link VpcArgs#layoutLock} takes.
     */
    public Output<Map<String, String>> subnetLayout() {
        return created.output(VpcResources::layout);
    }

    /** The public addresses of the NAT gateways or of the instance, for partners that admit known addresses only. */
    public Output<List<String>> natPublicIps() {
        return created.output(VpcResources::natPublicIps);
    }

    /**
     * What the ways out cost and what others would, for what the network's users have said they need so far. Ask after
     * they are created, and log it: {@code context.log().info(network.egressPlan().toString())}.
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
        return created.output(resources -> resources.subnets().ids(tier));
    }

    @Override
    public List<Signal> signals() {
        return created.get(VpcResources::signals, List.of());
    }
}
