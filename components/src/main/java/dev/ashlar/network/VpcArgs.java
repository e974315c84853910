package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.network.internal.address.AddressPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link Vpc}. */
@Value.Immutable
@ArgsStyle
public abstract class VpcArgs {

    /**
     * The address block of the network, such as {@code 10.20.0.0/16}: from /16 to /20 (to /19 with eight zone slots), or to
     * /28 when {@link #subnetBlocks} are given. Required, unless IPAM chooses it. A change replaces the network and
     * everything in it.
     */
    public abstract @Nullable String cidrBlock();

    /**
     * The pool of Amazon VPC IP Address Manager that gives the network its address block, instead of {@link #cidrBlock};
     * subnets divide whatever block it is. Default: none. A change replaces the network.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/ipam/create-vpc-ipam.html">Create a VPC that uses an IPAM pool
     *     CIDR</a>
     */
    public abstract @Nullable Output<String> ipv4IpamPoolId();

    /**
     * The prefix length of the block that the pool gives: 16 to 20 (to 19 with eight zone slots). Required with
     * {@link #ipv4IpamPoolId}. A change replaces the network.
     */
    public abstract @Nullable Integer ipv4NetmaskLength();

    /**
     * More address blocks for a network that has run out of addresses; {@link #subnetBlocks} says which subnets lie in
     * them. From /16 to /28, each in the same private range as {@link #cidrBlock}, in {@code 100.64.0.0/10}, or public; AWS
     * allows four unless the quota is raised. Default: none. Blocks may be added later; one that goes must be empty.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">VPC CIDR blocks, IPv4 CIDR
     *     block association restrictions</a>
     */
    public abstract List<String> secondaryCidrBlocks();

    /**
     * Whether subnets have IPv6 addresses beside IPv4 ones: Amazon gives the network a /56, each subnet gets a /64 of it,
     * public subnets a route to and from the internet, private ones a route out through an egress-only gateway (free,
     * unlike NAT), isolated ones none. Default: false. Switching it on changes the network in place; what runs in it gets
     * addresses when it is started anew. To switch it off, first end whatever uses the addresses.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html">IPv6 support for your VPC</a>
     */
    @Value.Default
    public boolean ipv6() {
        return false;
    }

    /**
     * Whether private subnets answer names that have no IPv6 address with one that leads through the NAT gateway, for
     * workloads that speak IPv6 alone. Needs {@link #ipv6} and NAT gateways. Default: false, since clients that speak both
     * would then also reach databases and endpoints through the gateway, which costs, and which security groups that name
     * each other refuse.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html">DNS64 and NAT64</a>
     */
    @Value.Default
    public boolean enableDns64() {
        return false;
    }

    /**
     * The availability zones by slot, from 1: slot 1 is the first zone's place in the address plan. Append zones, and leave
     * a hole where one is given up. Either all by name ({@code eu-central-1a}) or all by id ({@code euc1-az1}), which names
     * the same place in every account. Required: at least one, for most uses two.
     *
     * <p>Moving a zone to another slot, or going from names to ids, makes new subnets. AWS refuses two with the same
     * addresses, and new ones are made before old ones are deleted, so a slot is taken by another zone in two updates: one
     * that leaves a hole, and one that fills it.
     *
     * @see <a href="https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html">Availability Zone IDs</a>
     */
    public abstract Map<Integer, String> zones();

    /**
     * For how many zones addresses are set aside: 4 or 8. Default: 4, which serves every region with room for one more zone
     * than is usual. A change moves every subnet, which AWS refuses where old and new blocks overlap: make a new network.
     */
    @Value.Default
    public int zoneSlots() {
        return 4;
    }

    /** The tiers that get subnets. Default: all. A tier may be added later; removing one deletes its subnets. */
    @Value.Default
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    /**
     * The subnets' blocks by tier, one for each slot in order, for networks that already have an address plan. Default: the
     * block is divided as {@link AddressPlan} says. Either for every tier or for none.
     */
    public abstract Map<Tier, List<String>> subnetBlocks();

    /**
     * The layout that must not change: what {@link Vpc#subnetLayout} was, such as {@code private-a} to
     * {@code 10.20.0.0/20}. A subnet that would get another block is a fault, whatever moves it: another option or another
     * version of this library. Subnets that the lock does not name, or that are gone, are fine. Default: nothing is locked.
     */
    public abstract Map<String, String> layoutLock();

    /** Tags of the subnets of a tier, such as those by which Kubernetes finds them. Default: none. */
    public abstract Map<Tier, Map<String, String>> tierTags();

    /** How private subnets reach the internet. Default: the profile's. A change swaps routes and keeps subnets. */
    @Value.Default
    public NatStrategy natStrategy() {
        return profile().natStrategy();
    }

    /**
     * Elastic IP allocations for the NAT gateways, one for each gateway in the order of slots, or one for the NAT instance,
     * for partners that know your addresses. Default: the network allocates its own. An address that a gateway holds has to
     * be freed before an instance can take it, so switch between the two by way of {@link NatStrategy#NONE}, as when two
     * gateways are to swap theirs. Another address replaces the gateway, the new one first.
     */
    public abstract List<Output<String>> natAllocationIds();

    /** When interface endpoints are added for services that bindings ask for. Default: the profile's. */
    @Value.Default
    public EndpointStrategy endpointStrategy() {
        return profile().endpointStrategy();
    }

    /**
     * Services that get an interface endpoint from the start, whoever asks: single ones or a bundle such as
     * {@link AwsService#FARGATE}. S3 and DynamoDB keep their gateways. Default: none.
     */
    public abstract Set<AwsService> interfaceEndpoints();

    /** Services that get a gateway endpoint, which is free. Default: S3 and DynamoDB. */
    @Value.Default
    public Set<AwsService> gatewayEndpoints() {
        return EnumSet.of(AwsService.S3, AwsService.DYNAMODB);
    }

    /**
     * Who may do what through a service's endpoint, as policy documents in JSON; a policy for an endpoint that does not
     * exist waits for it. Default: AWS's own, which leaves it to the permissions of callers. A policy for S3 in a network
     * where tasks load images has to allow {@code s3:GetObject} on
     * {@code arn:<partition>:s3:::prod-<region>-starport-layer-bucket/*}.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Control access to VPC
     *     endpoints using endpoint policies</a>
     */
    public abstract Map<AwsService, Output<String>> endpointPolicies();

    /** What is recorded of the traffic. Default: rejected traffic, kept as long as the profile keeps logs. */
    @Value.Default
    public FlowLogsArgs flowLogs() {
        return FlowLogsArgs.builder().build();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link VpcArgs}. */
    public static final class Builder extends ImmutableVpcArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** The availability zones, in the order of slots. */
        public Builder zones(String... names) {
            return zones(Arrays.asList(names));
        }

        /** The availability zones, in the order of slots; null leaves a slot empty. */
        public Builder zones(List<@Nullable String> names) {
            var bySlot = new TreeMap<Integer, String>();
            for (int slot = 1; slot <= names.size(); slot++) {
                var name = names.get(slot - 1);
                if (name != null) {
                    bySlot.put(slot, name);
                }
            }
            return zones(bySlot);
        }

        /** Elastic IP allocations for the NAT gateways, in the order of slots. */
        public Builder natAllocationIds(String... ids) {
            var outputs = new ArrayList<Output<String>>();
            for (var id : ids) {
                outputs.add(Output.of(id));
            }
            return natAllocationIds(outputs);
        }

        /** The pool of Amazon VPC IP Address Manager that gives the network a block of this prefix length. */
        public Builder ipam(String poolId, int netmaskLength) {
            return ipv4IpamPoolId(Output.of(poolId)).ipv4NetmaskLength(netmaskLength);
        }

        /** Who may do what through a service's endpoint. */
        public Builder endpointPolicy(AwsService service, String policy) {
            keys.take("endpointPolicies", service.label());
            return putEndpointPolicies(service, Output.of(policy));
        }

        /** What is recorded of the traffic. */
        public Builder flowLogs(Consumer<FlowLogsArgs.Builder> options) {
            var builder = FlowLogsArgs.builder();
            options.accept(builder);
            return flowLogs(builder.build());
        }

        @Override
        public VpcArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
