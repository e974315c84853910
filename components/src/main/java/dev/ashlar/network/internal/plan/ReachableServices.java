package dev.ashlar.network.internal.plan;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.network.VpcArgs;
import java.util.EnumSet;
import java.util.Set;

/**
 * How private subnets reach AWS services.
 *
 * @param nat whether they reach all that speaks IPv4
 * @param internet whether they reach more than AWS services, by NAT or by IPv6
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

    /** Whether this service gets an interface endpoint once somebody asks for it. */
    public boolean addsEndpoint(AwsService service) {
        return service.hasInterfaceEndpoint()
                && switch (strategy) {
                    case ON_DEMAND -> true;
                    case WITHOUT_NAT -> !nat;
                    case LISTED -> false;
                };
    }

    /** The services with an interface endpoint, once these have been asked for. */
    public Set<AwsService> interfaces(Set<AwsService> needed) {
        var interfaces = wanted(needed);
        interfaces.removeIf(service -> !listed.contains(service) && !addsEndpoint(service));
        return interfaces;
    }

    /** Those of the services, and of the listed ones, that no gateway endpoint serves for nothing. */
    public Set<AwsService> wanted(Set<AwsService> needed) {
        var wanted = EnumSet.noneOf(AwsService.class);
        wanted.addAll(needed);
        wanted.addAll(listed);
        wanted.removeAll(gateways);
        return wanted;
    }

    /** Those of the services that nothing leads to. */
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
