package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.EipAssociation;
import com.pulumi.aws.ec2.EipAssociationArgs;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.NetworkInterface;
import com.pulumi.aws.ec2.NetworkInterfaceArgs;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.inputs.InstanceCreditSpecificationArgs;
import com.pulumi.aws.ec2.inputs.InstanceMaintenanceOptionsArgs;
import com.pulumi.aws.ec2.inputs.InstanceMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.InstanceNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.InstanceRootBlockDeviceArgs;
import com.pulumi.aws.ssm.SsmFunctions;
import com.pulumi.aws.ssm.inputs.GetParameterArgs;
import com.pulumi.aws.ssm.outputs.GetParameterResult;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Signal;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One instance that translates addresses for all zones.
 *
 * <p>Routes lead to a network interface, not to the instance: the interface keeps its address and its place in the routes
 * when the instance is replaced. An Auto Scaling group of one would also replace an instance that hangs, but the instance
 * would have to attach the interface itself, with a role and a script for it; for an environment that may be offline, EC2's
 * own recovery is enough.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html">NAT instances</a>
 */
public final class NatInstance implements NatDevices {

    private static final String INSTANCE_TYPE = "t4g.nano";

    /**
     * The newest Amazon Linux 2023 for this processor.
     *
     * @see <a href="https://docs.aws.amazon.com/linux/al2023/ug/ec2.html#launch-via-aws-cli">AL2023 on Amazon EC2</a>
     */
    private static final String IMAGE_PARAMETER =
            "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

    private final String name;
    private final Map<String, String> tags;
    private final Resource parent;
    private final CustomResourceOptions child;
    private final NetworkInterface networkInterface;
    private final EipAssociation address;
    private final Instance instance;

    public NatInstance(
            String networkName,
            VpcArgs args,
            com.pulumi.aws.ec2.Vpc vpc,
            Subnet publicSubnet,
            Resource parent,
            List<Resource> ingressDependencies) {
        this.name = Names.child(networkName, "nat-instance");
        this.tags = args.tags();
        this.parent = parent;
        this.child = CustomResourceOptions.builder().parent(parent).build();
        var securityGroup = SecurityGroups.withoutRules(name, vpc.id(), "NAT instance of " + networkName, tags, child);
        letThrough(securityGroup, NetworkBlocks.of(args, vpc));
        this.networkInterface = new NetworkInterface(
                name,
                NetworkInterfaceArgs.builder()
                        .subnetId(publicSubnet.id())
                        .securityGroups(securityGroup.id().applyValue(List::of))
                        // What it forwards is neither from it nor for it.
                        .sourceDestCheck(false)
                        .description("NAT instance of " + networkName)
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
        this.address = new EipAssociation(
                name,
                EipAssociationArgs.builder()
                        .allocationId(
                                args.natAllocationIds().isEmpty()
                                        ? allocate()
                                        : args.natAllocationIds().get(0))
                        .networkInterfaceId(networkInterface.id())
                        .build(),
                // AWS gives no public address to what has no attached internet gateway.
                CustomResourceOptions.builder()
                        .parent(parent)
                        .dependsOn(ingressDependencies)
                        .build());
        this.instance = createInstance();
    }

    private void letThrough(SecurityGroup securityGroup, Map<String, Output<String>> blocks) {
        blocks.forEach((label, block) -> {
            var ruleName = Names.child(name, "from", label);
            new SecurityGroupIngressRule(
                    ruleName,
                    SecurityGroupIngressRuleArgs.builder()
                            .securityGroupId(securityGroup.id())
                            .cidrIpv4(block)
                            .ipProtocol("-1")
                            .description("What the network sends to the internet")
                            .tags(Tags.named(ruleName, tags))
                            .build(),
                    child);
        });
        var ruleName = Names.child(name, "out");
        new SecurityGroupEgressRule(
                ruleName,
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(securityGroup.id())
                        .cidrIpv4("0.0.0.0/0")
                        .ipProtocol("-1")
                        .description("What the network sends to the internet")
                        .tags(Tags.named(ruleName, tags))
                        .build(),
                child);
    }

    // Not the address of a NAT gateway: while strategies are switched, both exist.
    private Output<String> allocate() {
        return new Eip(
                        name,
                        EipArgs.builder()
                                .domain("vpc")
                                .tags(Tags.named(name, tags))
                                .build(),
                        child)
                .allocationId();
    }

    private Instance createInstance() {
        return new Instance(
                name,
                InstanceArgs.builder()
                        .ami(image())
                        .instanceType(INSTANCE_TYPE)
                        .networkInterfaces(InstanceNetworkInterfaceArgs.builder()
                                .deviceIndex(0)
                                .networkInterfaceId(networkInterface.id())
                                .build())
                        .userData(script())
                        .userDataReplaceOnChange(true)
                        .metadataOptions(InstanceMetadataOptionsArgs.builder()
                                .httpEndpoint("enabled")
                                .httpTokens("required")
                                .httpPutResponseHopLimit(1)
                                .build())
                        .rootBlockDevice(InstanceRootBlockDeviceArgs.builder()
                                .encrypted(true)
                                .volumeType("gp3")
                                .tags(Tags.named(name, tags))
                                .build())
                        // Runs slower when its credits are used up, instead of costing more.
                        .creditSpecification(InstanceCreditSpecificationArgs.builder()
                                .cpuCredits("standard")
                                .build())
                        .maintenanceOptions(InstanceMaintenanceOptionsArgs.builder()
                                .autoRecovery("default")
                                .build())
                        .tags(Tags.named(name, tags))
                        .build(),
                CustomResourceOptions.builder()
                        .parent(parent)
                        // The script loads packages as soon as the instance starts.
                        .dependsOn(address)
                        // A newer image must not replace an instance that works.
                        .ignoreChanges("ami")
                        // The interface can only be attached to one instance.
                        .deleteBeforeReplace(true)
                        .build());
    }

    private Output<String> image() {
        return SsmFunctions.getParameter(
                        GetParameterArgs.builder().name(IMAGE_PARAMETER).build(),
                        InvokeOptions.builder().parent(parent).build())
                // The provider takes the value of every parameter for a secret; the id of a public image is none.
                .applyValue(GetParameterResult::insecureValue);
    }

    private static String script() {
        try (var script = NatInstance.class.getResourceAsStream("nat-instance.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RouteArgs.Builder lead(RouteArgs.Builder route, Zone zone) {
        return route.networkInterfaceId(networkInterface.id());
    }

    @Override
    public Output<List<String>> publicIps() {
        return address.publicIp().applyValue(List::of);
    }

    /** What stands between private subnets and the internet besides their routes. */
    public Resource running() {
        return instance;
    }

    /**
     * Tells both an instance that hangs and one that EC2 recovers.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html">CloudWatch
     *     metrics that are available for your instances</a>
     */
    @Override
    public List<Signal> signals() {
        return List.of(Signal.builder()
                .source(name)
                .name("status-check")
                .namespace("AWS/EC2")
                .metric("StatusCheckFailed")
                .putDimensions("InstanceId", instance.id())
                .statistic(Signal.Statistic.MAXIMUM)
                .missingData(Signal.MissingData.BREACHING)
                .objective(Signal.Objective.atMost(0))
                .build());
    }
}
