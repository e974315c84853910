package dev.ashlar.network.internal.plan;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.network.VpcArgs;
import java.util.EnumSet;
import java.util.Set;

/**
 * The AWS services that private subnets can reach.
 *
 * @param nat whether private subnets reach everything that speaks IPv4
 * @param internet whether they reach the internet, through NAT or over IPv6
 * @param strategy when interface endpoints are added
 * @param gateways the services with a gateway endpoint
 * @param listed the services with an interface endpoint in any case
 */
public record ReachableServices(
        boolean nat, boolean internet, EndpointStrategy strategy, Set<AwsService> gateways, Set<AwsService> listed) {

    public static ReachableServices of(VpcArgs args) {
        var listed = EnumSet.noneOf(AwsService.class);
        listed.addAll(args.interfaceEndpoints());
        listed.removeAll(args.gatewayEndpoints());
        boolean nat = args.natStrategy() != NatStrategy.NONE;
        return new ReachableServices(nat, nat || args.ipv6(), args.endpointStrategy(), args.gatewayEndpoints(), listed);
    }

    /** Returns whether the service gets an interface endpoint as soon as a component needs it. */
    public boolean addsEndpoint(AwsService service) {
        return service.hasInterfaceEndpoint()
                && switch (strategy) {
                    case ON_DEMAND -> true;
                    case WITHOUT_NAT -> !nat;
                    case LISTED -> false;
                };
    }

    /** Returns the services with an interface endpoint, if components need these. */
    public Set<AwsService> interfaces(Set<AwsService> needed) {
        var interfaces = wanted(needed);
        interfaces.removeIf(service -> !listed.contains(service) && !addsEndpoint(service));
        return interfaces;
    }

    /** Returns those of the needed and the listed services that no free gateway endpoint serves. */
    public Set<AwsService> wanted(Set<AwsService> needed) {
        var wanted = EnumSet.noneOf(AwsService.class);
        wanted.addAll(needed);
        wanted.addAll(listed);
        wanted.removeAll(gateways);
        return wanted;
    }

    /** Returns those of the services that private subnets have no route to. */
    public Set<AwsService> unreachable(Set<AwsService> services) {
        var unreachable = EnumSet.noneOf(AwsService.class);
        for (var service : services) {
            if (!nat && !gateways.contains(service) && !listed.contains(service) && !addsEndpoint(service)) {
                unreachable.add(service);
            }
        }
        return unreachable;
    }
}
