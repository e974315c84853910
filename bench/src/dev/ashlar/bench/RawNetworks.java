package dev.ashlar.bench;

import com.pulumi.Pulumi;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.inputs.GetRegionArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The resources of {@link ComponentNetworks}, with the same inputs, declared one by one with plain Pulumi. */
public final class RawNetworks {

    private RawNetworks() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        Pulumi.run(context -> {
            int count = context.config().requireInteger("count");
            for (int i = 0; i < count; i++) {
                network("network-" + i, i);
            }
        });
    }

    private static void network(String name, int number) {
        var vpc = new Vpc(
                name,
                VpcArgs.builder()
                        .cidrBlock("10." + number + ".0.0/16")
                        .enableDnsSupport(true)
                        .enableDnsHostnames(true)
                        .tags(Map.of("Name", name))
                        .build());
        new DefaultSecurityGroup(
                name + "-default",
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Map.of("Name", name + "-default"))
                        .build());
        var internet = new InternetGateway(
                name + "-internet",
                InternetGatewayArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Map.of("Name", name + "-internet"))
                        .build());
        var publicTable = table(name + "-public", vpc);
        var isolatedTable = table(name + "-isolated", vpc);
        new Route(
                name + "-public-internet",
                RouteArgs.builder()
                        .routeTableId(publicTable.id())
                        .destinationCidrBlock("0.0.0.0/0")
                        .gatewayId(internet.id())
                        .build());
        var tables = new ArrayList<>(List.of(publicTable.id(), isolatedTable.id()));
        for (int zone = 0; zone < 2; zone++) {
            tables.add(zone(name, number, zone, vpc, publicTable, isolatedTable));
        }
        endpoints(name, vpc, Output.all(tables));
        flowLogs(name, vpc);
    }

    private static Output<String> zone(
            String name, int number, int zone, Vpc vpc, RouteTable publicTable, RouteTable isolatedTable) {
        var label = zone == 0 ? "a" : "b";
        var publicSubnet = subnet(name + "-public-" + label, vpc, label, "10.%d.%d.0/24".formatted(number, 192 + zone));
        var privateSubnet = subnet(name + "-private-" + label, vpc, label, "10.%d.%d.0/19".formatted(number, 32 * zone));
        var isolated = subnet(name + "-isolated-" + label, vpc, label, "10.%d.%d.0/24".formatted(number, 224 + zone));
        var privateTable = table(name + "-private-" + label, vpc);
        associate(name + "-public-" + label, publicSubnet, publicTable);
        associate(name + "-private-" + label, privateSubnet, privateTable);
        associate(name + "-isolated-" + label, isolated, isolatedTable);
        var nat = name + "-nat-" + label;
        var address =
                new Eip(nat, EipArgs.builder().domain("vpc").tags(Map.of("Name", nat)).build());
        var gateway = new NatGateway(
                nat,
                NatGatewayArgs.builder()
                        .allocationId(address.allocationId())
                        .subnetId(publicSubnet.id())
                        .tags(Map.of("Name", nat))
                        .build());
        new Route(
                name + "-private-" + label + "-nat",
                RouteArgs.builder()
                        .routeTableId(privateTable.id())
                        .destinationCidrBlock("0.0.0.0/0")
                        .natGatewayId(gateway.id())
                        .build());
        return privateTable.id();
    }

    private static Subnet subnet(String name, Vpc vpc, String zone, String block) {
        return new Subnet(
                name,
                SubnetArgs.builder()
                        .vpcId(vpc.id())
                        .cidrBlock(block)
                        .availabilityZone("eu-central-1" + zone)
                        .mapPublicIpOnLaunch(false)
                        .tags(Map.of("Name", name))
                        .build());
    }

    private static RouteTable table(String name, Vpc vpc) {
        return new RouteTable(
                name,
                RouteTableArgs.builder()
                        .vpcId(vpc.id())
                        .tags(Map.of("Name", name))
                        .build());
    }

    private static void associate(String name, Subnet subnet, RouteTable table) {
        new RouteTableAssociation(
                name,
                RouteTableAssociationArgs.builder()
                        .subnetId(subnet.id())
                        .routeTableId(table.id())
                        .build());
    }

    private static void endpoints(String name, Vpc vpc, Output<List<String>> tables) {
        var region = AwsFunctions.getRegion(GetRegionArgs.Empty).applyValue(here -> here.name());
        for (var service : List.of("s3", "dynamodb")) {
            new VpcEndpoint(
                    name + "-endpoint-" + service,
                    VpcEndpointArgs.builder()
                            .vpcId(vpc.id())
                            .serviceName(region.applyValue(here -> "com.amazonaws." + here + "." + service))
                            .vpcEndpointType("Gateway")
                            .routeTableIds(tables)
                            .tags(Map.of("Name", name + "-endpoint-" + service))
                            .build());
        }
    }

    private static void flowLogs(String vpcName, Vpc vpc) {
        var name = vpcName + "-flow-logs";
        var tags = Map.of("Name", name);
        var group = new LogGroup(
                name, LogGroupArgs.builder().retentionInDays(365).tags(tags).build());
        var role = new Role(
                name,
                RoleArgs.builder()
                        .assumeRolePolicy("""
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
                                "Principal":{"Service":"vpc-flow-logs.amazonaws.com"}}]}""")
                        .description("Writes the flow logs of " + vpcName)
                        .tags(tags)
                        .build());
        new RolePolicy(
                name,
                RolePolicyArgs.builder()
                        .role(role.id())
                        .policy(group.arn().applyValue("""
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["logs:CreateLogStream",\
                                "logs:PutLogEvents","logs:DescribeLogStreams"],"Resource":"%s:*"}]}"""::formatted))
                        .build());
        new FlowLog(
                name,
                FlowLogArgs.builder()
                        .vpcId(vpc.id())
                        .logDestinationType("cloud-watch-logs")
                        .logDestination(group.arn())
                        .iamRoleArn(role.arn())
                        .trafficType("REJECT")
                        .maxAggregationInterval(600)
                        .tags(tags)
                        .build());
    }
}
