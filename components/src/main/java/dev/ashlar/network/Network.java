package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.network.internal.NetworkPlacement;
import java.util.List;
import java.util.OptionalInt;

/** A network that workloads and databases are placed in: a {@link Vpc}, or one that exists already. */
public interface Network {

    /** The id of the VPC. */
    Output<String> vpcId();

    /** Subnets with a route to and from the internet, for load balancers. */
    Output<List<String>> publicSubnetIds();

    /** Subnets that reach out through NAT gateways or endpoints, for workloads. */
    Output<List<String>> privateSubnetIds();

    /** Subnets without any way out, for databases and caches. */
    Output<List<String>> isolatedSubnetIds();

    /** In how many availability zones the network has subnets, when that is known. */
    OptionalInt zoneCount();

    /** Whether subnets have IPv6 addresses beside IPv4 ones. */
    default boolean ipv6() {
        return false;
    }

    /** Whether workloads in private subnets reach more than AWS's services: partners, and public registries of images. */
    default boolean reachesInternet() {
        return true;
    }

    /** How many addresses for use the smallest subnet of a tier has, when that is known. */
    default OptionalInt usableAddresses(Tier tier) {
        return OptionalInt.empty();
    }

    /** How components of this library are placed in the network. */
    NetworkPlacement placement();
}
