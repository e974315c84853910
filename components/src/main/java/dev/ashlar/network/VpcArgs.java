package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
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
     * The IPv4 block of the network, such as {@code 10.20.0.0/16}: from /16 to /20 with four zone slots, to /19 with
     * eight, or to /28 if {@link #subnetBlocks} are given. Required without {@link #ipv4IpamPoolId}. A change replaces
     * the network and everything in it.
     *
     * <p>Each tier gets contiguous subnets, one for each zone slot, whether the slot is taken or not. With four slots,
     * a block of prefix length p is divided as follows; with eight, each subnet has half the size. The rest stays free.
     *
     * <table>
     * <caption>Division of a block, with 10.20.0.0/16 as the example</caption>
     * <tr><th>tier</th><th>begins at</th><th>subnet</th><th>example</th></tr>
     * <tr><td>private</td><td>0</td><td>p + 4</td><td>10.20.0.0/20 and three more</td></tr>
     * <tr><td>isolated</td><td>4/16</td><td>p + 6</td><td>10.20.64.0/22 and three more</td></tr>
     * <tr><td>public</td><td>5/16</td><td>p + 7</td><td>10.20.80.0/23 and three more</td></tr>
     * </table>
     */
    public abstract @Nullable String cidrBlock();

    /**
     * The ID of the pool of Amazon VPC IP Address Manager (IPAM) that allocates the network's block, instead of
     * {@link #cidrBlock}. A change replaces the network. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/ipam/create-vpc-ipam.html">Create a VPC that uses an IPAM
     *     pool CIDR</a>
     */
    public abstract @Nullable Output<String> ipv4IpamPoolId();

    /**
     * The prefix length of the block that the pool allocates, 16 to 20, or to 19 with eight zone slots. Required with
     * {@link #ipv4IpamPoolId}. A change replaces the network.
     */
    public abstract @Nullable Integer ipv4NetmaskLength();

    /**
     * Additional IPv4 blocks for a network that runs out of addresses; {@link #subnetBlocks} places subnets in them.
     * From /16 to /28, each in the same private range as {@link #cidrBlock}, in {@code 100.64.0.0/10}, or public. AWS
     * allows four unless the quota is raised. Blocks can be added later; a block must be unused before it is removed.
     * Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">VPC CIDR blocks, IPv4 CIDR
     *     block association restrictions</a>
     */
    public abstract List<String> secondaryCidrBlocks();

    /**
     * Whether subnets have IPv6 addresses beside IPv4 ones. Amazon assigns the network a /56 and each subnet gets a /64
     * of it. Public subnets get a route to and from the internet, private ones a route through an egress-only internet
     * gateway (free, unlike NAT), isolated ones none. Enabling it changes the network in place; running workloads get
     * addresses when they restart. Before disabling it, stop everything that uses the addresses. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html">IPv6 support for your
     *     VPC</a>
     */
    @Value.Default
    public boolean ipv6() {
        return false;
    }

    /**
     * Whether DNS answers in private subnets give names without an IPv6 address one that leads through the NAT gateway,
     * for workloads that speak IPv6 only. Requires {@link #ipv6} and NAT gateways. Clients that speak both protocols
     * then reach databases and endpoints through the gateway as well, which costs money and fails where security groups
     * reference each other. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html">DNS64 and NAT64</a>
     */
    @Value.Default
    public boolean enableDns64() {
        return false;
    }

    /**
     * The availability zones by slot, starting at 1; slot 1 is the first place in the address plan. Append new zones,
     * and leave the slot of a removed zone empty. Give either all names ({@code eu-central-1a}) or all IDs ({@code
     * euc1-az1}), which identify the same zone in every account. Required: one or more; two or more for most uses.
     *
     * <p>Moving a zone to another slot, or changing from names to IDs, replaces its subnets. Because AWS rejects two
     * subnets with the same addresses, and Pulumi creates new ones first, replacing the zone of a slot takes two
     * updates: one that empties the slot, and one that fills it.
     *
     * @see <a href="https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html">Availability Zone
     *     IDs</a>
     */
    public abstract Map<Integer, String> zones();

    /**
     * The number of zones that addresses are reserved for: 4, which leaves one spare in most regions, or 8. A change
     * moves every subnet, which AWS rejects where old and new blocks overlap; create a new network instead. Default: 4.
     */
    @Value.Default
    public int zoneSlots() {
        return 4;
    }

    /** The tiers that get subnets. A tier can be added later; removing one deletes its subnets. Default: all. */
    @Value.Default
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    /**
     * The blocks of the subnets by tier, one for each slot in order, for networks with an existing address plan. Give
     * them for every tier or for none. Default: divided as {@link #cidrBlock} describes.
     */
    public abstract Map<Tier, List<String>> subnetBlocks();

    /**
     * The subnet layout that must not change: a previous value of {@link Vpc#subnetLayout}, such as {@code private-a}
     * to {@code 10.20.0.0/20}. A subnet that would get another block is a violation, whether an option or a version of
     * this library moves it. Subnets that the lock does not name, or that no longer exist, are allowed. Default:
     * nothing is locked.
     */
    public abstract Map<String, String> layoutLock();

    /** Additional tags of the subnets of a tier, such as those that Kubernetes requires. Default: none. */
    public abstract Map<Tier, Map<String, String>> tierTags();

    /** How private subnets reach the internet. A change replaces routes and keeps subnets. Default: the profile's. */
    @Value.Default
    public NatStrategy natStrategy() {
        return profile().natStrategy();
    }

    /**
     * The allocation IDs of Elastic IP addresses for NAT, one for each gateway in the order of slots, or one for the
     * NAT instance, for partners with an allowlist. A gateway must release its address before an instance can take it,
     * so change between the two by way of {@link NatStrategy#NONE}, and likewise to swap the addresses of two gateways.
     * Another address replaces the gateway, the new one first. Default: the network allocates addresses.
     */
    public abstract List<Output<String>> natAllocationIds();

    /** When interface endpoints are added for the services that components require. Default: the profile's. */
    @Value.Default
    public EndpointStrategy endpointStrategy() {
        return profile().endpointStrategy();
    }

    /**
     * The services that get an interface endpoint in any case: single ones, or a bundle such as
     * {@link AwsService#FARGATE}. S3 and DynamoDB keep their gateway endpoints. Default: none.
     */
    public abstract Set<AwsService> interfaceEndpoints();

    /** The services that get a gateway endpoint, which is free. Default: S3 and DynamoDB. */
    @Value.Default
    public Set<AwsService> gatewayEndpoints() {
        return EnumSet.of(AwsService.S3, AwsService.DYNAMODB);
    }

    /**
     * The policies of endpoints by service, as JSON documents. A policy for an endpoint that does not exist has no
     * effect until it does. A policy for S3 must allow {@code s3:GetObject} on
     * {@code arn:<partition>:s3:::prod-<region>-starport-layer-bucket/*} if tasks pull images from ECR. Default: AWS's
     * own policy, which allows everything that the caller's permissions allow.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Control access to VPC
     *     endpoints using endpoint policies</a>
     */
    public abstract Map<AwsService, Output<String>> endpointPolicies();

    /** The flow logs of the network. Default: rejected traffic, kept as long as the profile keeps logs. */
    @Value.Default
    public FlowLogsArgs flowLogs() {
        return FlowLogsArgs.builder().build();
    }

    /** The environment's settings, which provide the defaults of other options. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of every resource. Default: none. */
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

        /** Sets the availability zones in the order of slots. */
        public Builder zones(String... names) {
            return zones(Arrays.asList(names));
        }

        /** Sets the availability zones in the order of slots; {@code null} leaves a slot empty. */
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

        /** Sets the allocation IDs of Elastic IP addresses for NAT, in the order of slots. */
        public Builder natAllocationIds(String... ids) {
            var outputs = new ArrayList<Output<String>>();
            for (var id : ids) {
                outputs.add(Output.of(id));
            }
            return natAllocationIds(outputs);
        }

        /** Sets the IPAM pool and the prefix length of the block that it allocates. */
        public Builder ipam(String poolId, int netmaskLength) {
            return ipv4IpamPoolId(Output.of(poolId)).ipv4NetmaskLength(netmaskLength);
        }

        /** Adds the policy of a service's endpoint. */
        public Builder endpointPolicy(AwsService service, String policy) {
            keys.take("endpointPolicies", service.label());
            return putEndpointPolicies(service, Output.of(policy));
        }

        /** Sets the flow logs of the network. */
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
