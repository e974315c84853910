package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.network.internal.NetworkPlacement;
import java.util.List;
import java.util.OptionalInt;

/** A network for workloads and databases: a {@link Vpc}, or one that exists already. */
public interface Network {

    /** Returns the ID of the VPC. */
    Output<String> vpcId();

    /** Returns the IDs of the subnets with a route to and from the internet, for load balancers. */
    Output<List<String>> publicSubnetIds();

    /** Returns the IDs of the subnets with egress through NAT or endpoints, for workloads. */
    Output<List<String>> privateSubnetIds();

    /** Returns the IDs of the subnets without egress, for databases and caches. */
    Output<List<String>> isolatedSubnetIds();

    /** Returns the number of availability zones that the network has subnets in; empty if it is not known. */
    OptionalInt zoneCount();

    /** Returns whether the subnets have IPv6 addresses beside IPv4 ones. */
    default boolean ipv6() {
        return false;
    }

    /**
     * Returns whether workloads in private subnets can reach the internet, such as partners and public image
     * registries, and not only AWS services.
     */
    default boolean reachesInternet() {
        return true;
    }

    /** Returns the number of usable addresses in the smallest subnet of a tier; empty if it is not known. */
    default OptionalInt usableAddresses(Tier tier) {
        return OptionalInt.empty();
    }

    /** Returns the internal interface through which components of this library are placed in the network. */
    NetworkPlacement placement();
}
