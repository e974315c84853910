package dev.ashlar.network;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.SecurityGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A network that workloads and databases are placed in: a {@link Vpc}, or one that exists already. */
public interface Network {

    /** How messages call this network, such as {@code Vpc "main"}. */
    String label();

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

    /**
     * Sets addresses of a tier aside for the consumer that these violations belong to, and adds a fault when they are more
     * than the tier's subnets have left, or when the network has no such subnets. They are spread evenly over the zones. Asking again replaces what the consumer
     * asked for before. A network that does not know its subnets accepts everything.
     *
     * @param addresses how many network interfaces the consumer has at most, in all zones together
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html">Subnet CIDR blocks: five addresses
     *     of each subnet belong to AWS</a>
     */
    default void reserve(Tier tier, int addresses, Violations violations) {}

    /**
     * Those of the services that workloads in private subnets have no way to and cannot be given one, because there is no
     * NAT gateway, no endpoint, and none may be added. Changes nothing.
     */
    Set<AwsService> unreachable(Set<AwsService> services);

    /**
     * Makes the services reachable from private subnets, by adding the endpoints that are missing if the network's
     * strategy says so. Asking again for the same service changes nothing, so the order of consumers does not matter.
     */
    void reach(Set<AwsService> services);

    /**
     * What stands between public subnets and the internet: AWS refuses a load balancer there before these resources exist,
     * so it depends on them. Empty for a network that exists already.
     */
    default List<Resource> ingressDependencies() {
        return List.of();
    }

    /**
     * What stands between private subnets and what they reach: a workload that starts before these resources exist cannot
     * even pull its image, so it depends on them. Ask after {@link #reach}. Empty for a network that exists already.
     */
    default List<Resource> egressDependencies() {
        return List.of();
    }

    /** Adds a fault if the consumer needs a service that it could not reach; the message names both sides. */
    default void check(Set<AwsService> services, Violations violations) {
        var unreachable = unreachable(services);
        violations.expect(
                unreachable.isEmpty(),
                "network",
                label(),
                "its private subnets have no way to %s"
                        .formatted(
                                unreachable.stream().map(AwsService::endpoint).collect(Collectors.joining(", "))),
                unreachable.stream().allMatch(AwsService::hasEndpoint)
                        ? "give the network a NAT gateway or these endpoints, or let it add them"
                        : "give the network a NAT gateway, since no endpoint serves all of it");
    }

    /** Lets a workload's security group out to HTTPS, over whatever the network speaks. */
    default List<Resource> allowHttpsEgress(
            String workload, Output<String> securityGroupId, Map<String, String> tags, CustomResourceOptions child) {
        var rules = new ArrayList<Resource>();
        rules.add(SecurityGroups.allowHttpsEgress(workload, securityGroupId, tags, child));
        if (ipv6()) {
            rules.add(SecurityGroups.allowHttpsEgressOverIpv6(workload, securityGroupId, tags, child));
        }
        return rules;
    }

    /** Adds a fault if the network is known to have fewer than two zones, and the consumer stands in two or more. */
    default void checkTwoZones(String reason, String fix, Violations violations) {
        zoneCount()
                .ifPresent(zones -> violations.expect(
                        zones >= 2,
                        "network",
                        label() + (zones == 0 ? " without zones" : " with one zone"),
                        reason,
                        fix));
    }
}
