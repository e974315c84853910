package dev.ashlar.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsPlace;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Tags;
import dev.ashlar.core.Violations;
import dev.ashlar.network.VpcPlan.Zone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A network of three tiers in each availability zone: public subnets for load balancers, private ones for workloads,
 * isolated ones for databases. It creates the VPC, its subnets and route tables, an internet gateway, NAT gateways, endpoints
 * for AWS services, flow logs, and empties the default security group, which otherwise lets everything in it talk.
 *
 * <p>It costs what its NAT gateways and interface endpoints cost: about 33 USD a month for each gateway and 7.30 USD for
 * each endpoint in each zone, and the traffic through them. Everything else is free but the flow logs.
 *
 * <p>Changing {@code cidrBlock} or {@code zoneSlots} replaces the network or its subnets, and with them what runs in them.
 * Adding a zone, a tier, an endpoint or NAT gateways changes nothing that exists.
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
    private final String label;
    private final VpcPlan plan;
    private final com.pulumi.aws.ec2.Vpc vpc;
    private final Map<Tier, Map<Zone, Subnet>> subnets = new EnumMap<>(Tier.class);
    private final NatGateways nat;
    private final RouteTables routeTables;
    private final Endpoints endpoints;

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
        super(TYPE, name, check(name, args), options);
        this.args = args;
        this.label = label(name);
        this.plan = VpcPlan.of(args);
        this.vpc = createVpc(name);
        lockDefaultSecurityGroup();
        createSubnets();
        this.nat = new NatGateways(name, plan, args, subnets.getOrDefault(Tier.PUBLIC, Map.of()), child());
        this.routeTables = new RouteTables(name, plan, vpc, args.tags(), child());
        routeTables.associate(subnets);
        routeTables.routePublic(internetGateway());
        routeTables.routePrivate(nat);
        var place = AwsPlace.of(InvokeOptions.builder().parent(this).build());
        this.endpoints = new Endpoints(name, vpc, place.applyValue(AwsPlace::region), args.tags(), child());
        endpoints.addGateways(args.gatewayEndpoints(), routeTables.ids());
        endpoints.addInterfaces(args.interfaceEndpoints(), privateSubnetIds());
        if (args.flowLogs().enabled()) {
            FlowLogs.record(name, vpc, place.applyValue(AwsPlace::accountId), args, child());
        }
        registerOutputs(Map.of(
                "vpcId", vpcId(),
                "publicSubnetIds", publicSubnetIds(),
                "privateSubnetIds", privateSubnetIds(),
                "isolatedSubnetIds", isolatedSubnetIds(),
                "subnetLayout", Output.of(subnetLayout())));
    }

    /** Every fault of the options; empty when the network can be created. */
    public static Violations check(String name, VpcArgs args) {
        return VpcCheck.check(name, args);
    }

    /** A network that exists already, made by hand, by another stack or by another library. */
    public static Network fromExisting(ExistingNetworkArgs args) {
        return ExistingNetwork.of(args);
    }

    /**
     * What the network will be, for checking the options of its users before it is created. The options may be faulty; the
     * ids are made up.
     */
    public static Network planned(String name, VpcArgs args) {
        return new PlannedNetwork(
                label(name), VpcPlan.Reach.of(args), args.zones().size());
    }

    private static String label(String name) {
        return "Vpc \"%s\"".formatted(name);
    }

    private com.pulumi.aws.ec2.Vpc createVpc(String name) {
        return new com.pulumi.aws.ec2.Vpc(
                name,
                com.pulumi.aws.ec2.VpcArgs.builder()
                        .cidrBlock(args.cidrBlock())
                        // Private DNS names of endpoints need both.
                        .enableDnsSupport(true)
                        .enableDnsHostnames(true)
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    private void lockDefaultSecurityGroup() {
        var name = childName("default");
        new DefaultSecurityGroup(
                name,
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    private void createSubnets() {
        for (var planned : plan.subnets()) {
            var name = childName(planned.tier().label(), planned.zone().label());
            var subnet = new Subnet(
                    name,
                    SubnetArgs.builder()
                            .vpcId(vpc.id())
                            .cidrBlock(planned.block().toString())
                            .availabilityZone(planned.zone().name())
                            .mapPublicIpOnLaunch(false)
                            .tags(Tags.named(name, args.tags()))
                            .build(),
                    child());
            subnets.computeIfAbsent(planned.tier(), tier -> new LinkedHashMap<>())
                    .put(planned.zone(), subnet);
        }
    }

    private @Nullable InternetGateway internetGateway() {
        if (plan.tier(Tier.PUBLIC).isEmpty()) {
            return null;
        }
        var name = childName("internet");
        return new InternetGateway(
                name,
                InternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Output<String> vpcId() {
        return vpc.id();
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

    private Output<List<String>> subnetIds(Tier tier) {
        return Output.all(subnets.getOrDefault(tier, Map.of()).values().stream()
                .map(Subnet::id)
                .toList());
    }

    /** The address block of each subnet, by its name, such as {@code private-a}: what must not change. */
    public Map<String, String> subnetLayout() {
        var layout = new TreeMap<String, String>();
        for (var subnet : plan.subnets()) {
            layout.put(
                    subnet.tier().label() + "-" + subnet.zone().label(),
                    subnet.block().toString());
        }
        return layout;
    }

    /** The public addresses of the NAT gateways, for partners that admit known addresses only. */
    public Output<List<String>> natPublicIps() {
        return nat.publicIps();
    }

    @Override
    public OptionalInt zoneCount() {
        return OptionalInt.of(plan.zones().size());
    }

    @Override
    public Set<AwsService> unreachable(Set<AwsService> services) {
        return plan.reach().unreachable(services);
    }

    @Override
    public void reach(Set<AwsService> services) {
        services.stream()
                .filter(plan.reach()::addsEndpoint)
                .forEach(service -> endpoints.addInterfaces(Set.of(service), privateSubnetIds()));
    }

    @Override
    public List<Resource> waysOut() {
        var ways = new ArrayList<>(routeTables.privateRoutes());
        ways.addAll(endpoints.all());
        return ways;
    }

    @Override
    public List<Signal> signals() {
        return nat.signals();
    }
}
