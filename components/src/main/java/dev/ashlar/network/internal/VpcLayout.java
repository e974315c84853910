package dev.ashlar.network.internal;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.EgressOnlyInternetGateway;
import com.pulumi.aws.ec2.EgressOnlyInternetGatewayArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.Tier;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.egress.Endpoints;
import dev.ashlar.network.internal.egress.NatDevices;
import dev.ashlar.network.internal.egress.NatGateways;
import dev.ashlar.network.internal.egress.NatInstance;
import dev.ashlar.network.internal.plan.VpcPlan;
import org.jspecify.annotations.Nullable;

/** Creates the resources of a {@link dev.ashlar.network.Vpc} from its plan. */
public final class VpcLayout {

    private final Children network;
    private final VpcArgs args;
    private final VpcPlan plan;
    private final Vpc vpc;

    private VpcLayout(Children network, VpcArgs args) {
        this.network = network;
        this.args = args;
        this.plan = VpcPlan.of(args);
        this.vpc = createVpc();
    }

    /**
     * Creates the resources.
     *
     * @param args options without faults
     */
    public static VpcResources create(Children network, VpcArgs args) {
        return new VpcLayout(network, args).create();
    }

    private VpcResources create() {
        createDefaultSecurityGroup();
        var subnets = new Subnets(network, args, plan, vpc);
        var routeTables = new RouteTables(network, plan, vpc);
        routeTables.associate(subnets.byTier());
        if (!plan.tier(Tier.PUBLIC).isEmpty()) {
            routeTables.routePublic(createInternetGateway(), args.ipv6());
        }
        var nat = createNat(subnets, routeTables);
        createPrivateRoutes(routeTables, nat);
        var environment = network.environment();
        var endpoints = createEndpoints(subnets, routeTables, environment);
        if (args.flowLogs().enabled()) {
            FlowLogs.create(network, vpc, environment.applyValue(AwsEnvironment::accountId), args);
        }
        return new VpcResources(plan, vpc, subnets, routeTables, nat, endpoints);
    }

    private Vpc createVpc() {
        var builder = com.pulumi.aws.ec2.VpcArgs.builder()
                // Private DNS names of endpoints require both.
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(network.tags());
        var pool = args.ipv4IpamPoolId();
        if (pool == null) {
            builder.cidrBlock(args.cidrBlock());
        } else {
            builder.ipv4IpamPoolId(pool).ipv4NetmaskLength(plan.network().prefixLength());
        }
        if (args.ipv6()) {
            builder.assignGeneratedIpv6CidrBlock(true);
        }
        return new Vpc(network.name(), builder.build(), network.options());
    }

    /** Takes the rules away from the default security group, which otherwise allows all traffic between its members. */
    private void createDefaultSecurityGroup() {
        var group = network.scope("default");
        new DefaultSecurityGroup(
                group.name(),
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpc.id())
                        .tags(group.tags())
                        .build(),
                group.options());
    }

    private InternetGateway createInternetGateway() {
        var gateway = network.scope("internet");
        return new InternetGateway(
                gateway.name(),
                InternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(gateway.tags())
                        .build(),
                gateway.options());
    }

    private @Nullable NatDevices createNat(Subnets subnets, RouteTables routeTables) {
        if (args.natStrategy() == NatStrategy.NONE) {
            return null;
        }
        var dependencies = routeTables.publicRoutes();
        if (args.natStrategy().usesGateways()) {
            return new NatGateways(network, plan, args, subnets.in(Tier.PUBLIC), dependencies);
        }
        var subnet = subnets.get(Tier.PUBLIC, plan.natZones().get(0));
        return new NatInstance(network.scope("nat-instance"), network.name(), args, vpc, subnet, dependencies);
    }

    private void createPrivateRoutes(RouteTables routeTables, @Nullable NatDevices nat) {
        if (nat != null) {
            routeTables.routePrivate(nat);
        }
        if (args.ipv6() && !plan.tier(Tier.PRIVATE).isEmpty()) {
            routeTables.routePrivateIpv6(createEgressOnlyGateway());
            if (nat != null && args.natStrategy().usesGateways()) {
                routeTables.routeNat64(nat);
            }
        }
    }

    private EgressOnlyInternetGateway createEgressOnlyGateway() {
        var gateway = network.scope("egress-only");
        return new EgressOnlyInternetGateway(
                gateway.name(),
                EgressOnlyInternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(gateway.tags())
                        .build(),
                gateway.options());
    }

    private Endpoints createEndpoints(Subnets subnets, RouteTables routeTables, Output<AwsEnvironment> environment) {
        var endpoints = new Endpoints(network, vpc, environment.applyValue(AwsEnvironment::region), args);
        endpoints.addGateways(args.gatewayEndpoints(), routeTables.ids());
        endpoints.addInterfaces(plan.reach().listed(), subnets.ids(Tier.PRIVATE));
        return endpoints;
    }
}
