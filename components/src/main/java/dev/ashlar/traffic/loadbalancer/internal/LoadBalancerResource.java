package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.resources.Resource;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the load balancer itself. */
public final class LoadBalancerResource {

    private LoadBalancerResource() {}

    public static LoadBalancer create(
            Children children,
            ApplicationLoadBalancerArgs args,
            Network network,
            SecurityGroup securityGroup,
            @Nullable LoadBalancerLogs logs) {
        var dependencies = new ArrayList<Resource>();
        var properties = LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .internal(args.internal())
                .ipAddressType(args.ipAddressType().wireName())
                .subnets(args.internal() ? network.privateSubnetIds() : network.publicSubnetIds())
                .securityGroups(securityGroup.id().applyValue(List::of))
                .idleTimeout(Math.toIntExact(args.idleTimeout().toSeconds()))
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode("defensive")
                .enableDeletionProtection(args.deletionProtection())
                .tags(children.tags());
        if (!args.internal()) {
            dependencies.addAll(network.placement().ingressDependencies());
        }
        if (logs != null) {
            properties.accessLogs(logs.access()).connectionLogs(logs.connections());
            dependencies.addAll(logs.ready());
        }
        return new LoadBalancer(
                children.name(), properties.build(), children.options(options -> options.dependsOn(dependencies)));
    }
}
