package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.ArgsStyle;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link Vpc}. */
@Value.Immutable
@ArgsStyle
public abstract class VpcArgs {

    /**
     * The address block of the network, such as {@code 10.20.0.0/16}: from /16 to /20 (to /19 with eight zone slots), or to
     * /28 when {@link #subnetBlocks} are given. Required. A change replaces the network and everything in it.
     */
    public abstract @Nullable String cidrBlock();

    /**
     * The availability zones by slot, from 1: slot 1 is the first zone's place in the address plan. Append zones, and leave
     * a hole where one is given up; moving a zone to another slot replaces its subnets. Required: at least one, for most
     * uses two.
     */
    public abstract Map<Integer, String> zones();

    /**
     * For how many zones addresses are set aside: 4 or 8. Default: 4, which serves every region with room for one more zone
     * than is usual. A change moves every subnet.
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

    /** How private subnets reach the internet. Default: the profile's. A change swaps routes and keeps subnets. */
    @Value.Default
    public NatStrategy natStrategy() {
        return profile().natStrategy();
    }

    /**
     * Elastic IP allocations for the NAT gateways, one for each gateway in the order of slots, for partners that know your
     * addresses. Default: the network allocates its own.
     */
    public abstract List<Output<String>> natAllocationIds();

    /** When interface endpoints are added for services that bindings ask for. Default: the profile's. */
    @Value.Default
    public EndpointStrategy endpointStrategy() {
        return profile().endpointStrategy();
    }

    /** Services that get an interface endpoint from the start, whoever asks. Default: none. */
    public abstract Set<AwsService> interfaceEndpoints();

    /** Services that get a gateway endpoint, which is free. Default: S3 and DynamoDB. */
    @Value.Default
    public Set<AwsService> gatewayEndpoints() {
        return EnumSet.of(AwsService.S3, AwsService.DYNAMODB);
    }

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

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link VpcArgs}. */
    public static final class Builder extends ImmutableVpcArgs.Builder {
        Builder() {}

        /** The availability zones, in the order of slots. */
        public Builder zones(String... names) {
            return zones(Arrays.asList(names));
        }

        /** The availability zones, in the order of slots; null leaves a slot empty. */
        public Builder zones(List<@Nullable String> names) {
            for (int slot = 1; slot <= names.size(); slot++) {
                var name = names.get(slot - 1);
                if (name != null) {
                    putZones(slot, name);
                }
            }
            return this;
        }

        /** Elastic IP allocations for the NAT gateways, in the order of slots. */
        public Builder natAllocationIds(String... ids) {
            var outputs = new ArrayList<Output<String>>();
            for (var id : ids) {
                outputs.add(Output.of(id));
            }
            return natAllocationIds(outputs);
        }

        /** What is recorded of the traffic. */
        public Builder flowLogs(Consumer<FlowLogsArgs.Builder> options) {
            var builder = FlowLogsArgs.builder();
            options.accept(builder);
            return flowLogs(builder.build());
        }
    }
}
