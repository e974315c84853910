package dev.ashlar.network.internal;

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

/**
 * How components of other families are placed in a network. A component's check calls {@link #check}, and the component
 * calls {@link #place} with the same needs when it creates its resources.
 */
public interface NetworkPlacement {

    /** Returns the network as messages name it, such as {@code Vpc "main"}. */
    String label();

    /** Returns the number of availability zones, if known. */
    OptionalInt zoneCount();

    /** Returns whether subnets have IPv6 addresses beside IPv4 ones. */
    boolean ipv6();

    /**
     * Returns those of the services that private subnets have no route to, and that the network will not add an
     * endpoint for.
     */
    Set<AwsService> unreachable(Set<AwsService> services);

    /**
     * Adds a fault if the tier has no subnets, or has too few addresses left for the consumer. A network whose addresses
     * are not known accepts everything.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html">Subnet CIDR blocks: AWS reserves
     *     five addresses of each subnet</a>
     */
    void checkAddresses(NetworkNeeds needs, Violations violations);

    /**
     * Counts the consumer's addresses and services, and adds missing endpoints where the network's strategy allows it.
     * Replaces the earlier needs of the same consumer, so neither repetition nor order matters.
     */
    void place(NetworkNeeds needs);

    /**
     * Returns the resources that connect public subnets with the internet. AWS rejects a load balancer that is created
     * before them. Empty for a network that exists already.
     */
    List<Resource> ingressDependencies();

    /**
     * Returns the resources that connect private subnets with the services that workloads call. A task that starts
     * before them cannot pull its image. Call it after {@link #place}. Empty for a network that exists already.
     */
    List<Resource> egressDependencies();

    /** Adds a fault for everything that the consumer needs and would not get. Changes nothing. */
    default void check(NetworkNeeds needs, Violations violations) {
        var unreachable = unreachable(needs.services());
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
        checkAddresses(needs, violations);
    }

    /** Adds a fault if the network is known to have fewer than two zones, and the consumer requires two. */
    default void checkTwoZones(String reason, String fix, Violations violations) {
        zoneCount()
                .ifPresent(zones -> violations.expect(
                        zones >= 2,
                        "network",
                        label() + (zones == 0 ? " without zones" : " with one zone"),
                        reason,
                        fix));
    }

    /** Allows HTTPS egress from a workload's security group, over IPv4 and, if the network has it, IPv6. */
    default List<Resource> allowHttpsEgress(
            String workload, Output<String> securityGroupId, Map<String, String> tags, CustomResourceOptions child) {
        var rules = new ArrayList<Resource>();
        rules.add(SecurityGroups.allowHttpsEgress(workload, securityGroupId, tags, child));
        if (ipv6()) {
            rules.add(SecurityGroups.allowHttpsEgressOverIpv6(workload, securityGroupId, tags, child));
        }
        return rules;
    }
}
