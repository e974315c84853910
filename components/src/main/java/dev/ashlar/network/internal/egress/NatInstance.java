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
import com.pulumi.aws.ec2.Vpc;
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
import com.pulumi.resources.Resource;
import dev.ashlar.core.Signal;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.aws.Signals;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.plan.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One EC2 instance that translates addresses for all zones.
 *
 * <p>Routes target a network interface, not the instance: the interface keeps its address and its routes when the
 * instance is replaced. An Auto Scaling group of one would also replace an instance that hangs, but the instance would
 * need a role and a script to attach the interface. EC2's own recovery is enough for an environment that may be
 * offline.
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

    private final Children place;
    private final NetworkInterface networkInterface;
    private final EipAssociation address;
    private final Instance instance;

    /**
     * Creates the instance.
     *
     * @param ingressDependencies the internet gateway and its routes, because AWS associates no public address before
     */
    public NatInstance(
            Children place,
            String networkName,
            VpcArgs args,
            Vpc vpc,
            Subnet publicSubnet,
            List<Resource> ingressDependencies) {
        this.place = place;
        var description = "NAT instance of " + networkName;
        var securityGroup =
                SecurityGroups.withoutRules(place.name(), vpc.id(), description, args.tags(), place.options());
        allowForwarding(securityGroup, NetworkBlocks.of(args, vpc));
        this.networkInterface = new NetworkInterface(
                place.name(),
                NetworkInterfaceArgs.builder()
                        .subnetId(publicSubnet.id())
                        .securityGroups(securityGroup.id().applyValue(List::of))
                        // The traffic that it forwards is neither from it nor for it.
                        .sourceDestCheck(false)
                        .description(description)
                        .tags(place.tags())
                        .build(),
                place.options());
        this.address = new EipAssociation(
                place.name(),
                EipAssociationArgs.builder()
                        .allocationId(
                                args.natAllocationIds().isEmpty()
                                        ? allocate()
                                        : args.natAllocationIds().get(0))
                        .networkInterfaceId(networkInterface.id())
                        .build(),
                place.options(more -> more.dependsOn(ingressDependencies)));
        this.instance = createInstance();
    }

    private void allowForwarding(SecurityGroup securityGroup, Map<String, Output<String>> blocks) {
        blocks.forEach((label, block) -> {
            var rule = place.scope("from", label);
            new SecurityGroupIngressRule(
                    rule.name(),
                    SecurityGroupIngressRuleArgs.builder()
                            .securityGroupId(securityGroup.id())
                            .cidrIpv4(block)
                            .ipProtocol("-1")
                            .description("What the network sends to the internet")
                            .tags(rule.tags())
                            .build(),
                    rule.options());
        });
        var rule = place.scope("out");
        new SecurityGroupEgressRule(
                rule.name(),
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(securityGroup.id())
                        .cidrIpv4("0.0.0.0/0")
                        .ipProtocol("-1")
                        .description("What the network sends to the internet")
                        .tags(rule.tags())
                        .build(),
                rule.options());
    }

    // Not the address of a NAT gateway, because both exist while the strategy changes.
    private Output<String> allocate() {
        return new Eip(
                        place.name(),
                        EipArgs.builder().domain("vpc").tags(place.tags()).build(),
                        place.options())
                .allocationId();
    }

    private Instance createInstance() {
        return new Instance(
                place.name(),
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
                                .tags(place.tags())
                                .build())
                        // Without credits the instance runs slower, instead of costing more.
                        .creditSpecification(InstanceCreditSpecificationArgs.builder()
                                .cpuCredits("standard")
                                .build())
                        .maintenanceOptions(InstanceMaintenanceOptionsArgs.builder()
                                .autoRecovery("default")
                                .build())
                        .tags(place.tags())
                        .build(),
                place.options(more -> more
                        // The script installs packages as soon as the instance starts.
                        .dependsOn(address)
                        // A newer image must not replace a running instance.
                        .ignoreChanges("ami")
                        // The interface can only be attached to one instance.
                        .deleteBeforeReplace(true)));
    }

    private Output<String> image() {
        return SsmFunctions.getParameter(
                        GetParameterArgs.builder().name(IMAGE_PARAMETER).build(), place.invokeOptions())
                // The provider marks the value of every parameter as secret; the ID of a public image is not.
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

    /** A route refers to the network interface, which exists before the instance. */
    @Override
    public List<Resource> dependencies() {
        return List.of(instance);
    }

    /**
     * The check fails both when the instance hangs and when EC2 recovers it.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html">CloudWatch
     *     metrics that are available for your instances</a>
     */
    @Override
    public List<Signal> signals() {
        var signals = new Signals(place.name(), "AWS/EC2", Map.of("InstanceId", instance.id()));
        return List.of(signals.continuous("status-check", "StatusCheckFailed", Signal.Statistic.MAXIMUM)
                .objective(Signal.Objective.atMost(0))
                .build());
    }
}
