package dev.ashlar.network.internal.egress;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.VpcArgs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The VPC endpoints of a network, at most one for each service. */
public final class Endpoints {

    private static final String CHINA = "cn-";
    private static final Set<AwsService> NAMED_OTHERWISE_IN_CHINA = Collections.unmodifiableSet(EnumSet.of(
            AwsService.CLOUDWATCH,
            AwsService.ECR_API,
            AwsService.ECR_DOCKER,
            AwsService.SQS,
            AwsService.STS,
            AwsService.XRAY));

    private static final String EUROPEAN_SOVEREIGN_CLOUD = "eusc-";
    private static final Set<AwsService> NAMED_OTHERWISE_IN_THE_SOVEREIGN_CLOUD =
            Collections.unmodifiableSet(EnumSet.of(AwsService.ECR_API, AwsService.ECR_DOCKER));

    private final Children network;
    private final Vpc vpc;
    private final VpcArgs args;
    private final Output<String> region;
    private final Set<AwsService> added = EnumSet.noneOf(AwsService.class);
    private final List<Resource> endpoints = new ArrayList<>();
    private @Nullable SecurityGroup securityGroup;

    public Endpoints(Children network, Vpc vpc, Output<String> region, VpcArgs args) {
        this.network = network;
        this.vpc = vpc;
        this.region = region;
        this.args = args;
    }

    /** Adds gateway endpoints to the route tables. */
    public void addGateways(Set<AwsService> services, Output<List<String>> routeTableIds) {
        for (var service : services) {
            if (added.add(service)) {
                create(service, endpoint -> endpoint.vpcEndpointType("Gateway").routeTableIds(routeTableIds));
            }
        }
    }

    /** Adds interface endpoints in the subnets for the services that have none. */
    public void addInterfaces(Set<AwsService> services, Output<List<String>> subnetIds) {
        for (var service : services) {
            if (added.add(service)) {
                create(service, endpoint -> endpoint.vpcEndpointType("Interface")
                        .privateDnsEnabled(true)
                        .subnetIds(subnetIds)
                        .securityGroupIds(securityGroup().id().applyValue(List::of)));
            }
        }
    }

    private void create(AwsService service, UnaryOperator<VpcEndpointArgs.Builder> kind) {
        var place = network.scope("endpoint", service.label());
        var endpoint = VpcEndpointArgs.builder()
                .vpcId(vpc.id())
                .serviceName(region.applyValue(here -> serviceName(here, service)))
                .tags(place.tags());
        var policy = args.endpointPolicies().get(service);
        if (policy != null) {
            endpoint.policy(policy);
        }
        endpoints.add(new VpcEndpoint(place.name(), kind.apply(endpoint).build(), place.options()));
    }

    /**
     * Returns the service name of an endpoint, as {@code aws ec2 describe-vpc-endpoint-services} lists it. Some
     * services in China and in the European Sovereign Cloud have another prefix; gateway endpoints have the usual one
     * everywhere.
     */
    public static String serviceName(String region, AwsService service) {
        var prefix = "com.amazonaws";
        if (region.startsWith(CHINA) && NAMED_OTHERWISE_IN_CHINA.contains(service)) {
            prefix = "cn.com.amazonaws";
        } else if (region.startsWith(EUROPEAN_SOVEREIGN_CLOUD)
                && NAMED_OTHERWISE_IN_THE_SOVEREIGN_CLOUD.contains(service)) {
            prefix = "eu.amazonaws";
        }
        return "%s.%s.%s".formatted(prefix, region, service.endpoint());
    }

    /** Returns the endpoints that exist so far, and the rules that allow ingress to them. */
    public List<Resource> all() {
        return List.copyOf(endpoints);
    }

    private SecurityGroup securityGroup() {
        if (securityGroup == null) {
            var place = network.scope("endpoints");
            var group = SecurityGroups.withoutRules(
                    place.name(), vpc.id(), "Endpoints of AWS services", args.tags(), place.options());
            NetworkBlocks.of(args, vpc).forEach((label, block) -> allowIngress(group, place, label, block));
            securityGroup = group;
        }
        return securityGroup;
    }

    private void allowIngress(SecurityGroup group, Children place, String label, Output<String> block) {
        var name = label.equals(NetworkBlocks.PRIMARY) ? place.name("https") : place.name("https", label);
        endpoints.add(new SecurityGroupIngressRule(
                name,
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(group.id())
                        .cidrIpv4(block)
                        .ipProtocol("tcp")
                        .fromPort(443)
                        .toPort(443)
                        .description("HTTPS from the network")
                        .tags(place.tags())
                        .build(),
                place.options()));
    }
}
