package dev.ashlar.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Names;
import dev.ashlar.core.SecurityGroups;
import dev.ashlar.core.Tags;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The endpoints of a network. Each service has at most one, however many ask for it. */
final class Endpoints {

    private final String networkName;
    private final Vpc vpc;
    private final Map<String, String> tags;
    private final CustomResourceOptions child;
    private final Output<String> region;
    private final Set<AwsService> added = EnumSet.noneOf(AwsService.class);
    private final List<Resource> endpoints = new ArrayList<>();
    private @Nullable SecurityGroup securityGroup;

    Endpoints(
            String networkName, Vpc vpc, Output<String> region, Map<String, String> tags, CustomResourceOptions child) {
        this.networkName = networkName;
        this.vpc = vpc;
        this.region = region;
        this.tags = tags;
        this.child = child;
    }

    /** Adds gateway endpoints, as routes of these tables. */
    void addGateways(Set<AwsService> services, Output<List<String>> routeTableIds) {
        for (var service : services) {
            if (added.add(service)) {
                create(service, endpoint -> endpoint.vpcEndpointType("Gateway").routeTableIds(routeTableIds));
            }
        }
    }

    /** Adds interface endpoints in these subnets; services that have one are left alone. */
    void addInterfaces(Set<AwsService> services, Output<List<String>> subnetIds) {
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
        var name = Names.child(networkName, "endpoint", service.label());
        var endpoint = VpcEndpointArgs.builder()
                .vpcId(vpc.id())
                .serviceName(region.applyValue(here -> "com.amazonaws.%s.%s".formatted(here, service.endpoint())))
                .tags(Tags.named(name, tags));
        endpoints.add(new VpcEndpoint(name, kind.apply(endpoint).build(), child));
    }

    /** All endpoints so far, and what lets the network reach them. */
    List<Resource> all() {
        return List.copyOf(endpoints);
    }

    private SecurityGroup securityGroup() {
        if (securityGroup == null) {
            var name = Names.child(networkName, "endpoints");
            securityGroup = SecurityGroups.closed(name, vpc.id(), "Endpoints of AWS services", tags, child);
            endpoints.add(new SecurityGroupIngressRule(
                    Names.child(name, "https"),
                    SecurityGroupIngressRuleArgs.builder()
                            .securityGroupId(securityGroup.id())
                            .cidrIpv4(vpc.cidrBlock())
                            .ipProtocol("tcp")
                            .fromPort(443)
                            .toPort(443)
                            .description("HTTPS from the network")
                            .tags(Tags.named(name, tags))
                            .build(),
                    child));
        }
        return securityGroup;
    }
}
