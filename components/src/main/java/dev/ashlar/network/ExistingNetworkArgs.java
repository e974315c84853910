package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a network that exists already, and what workloads in it can reach. Ids may be outputs of another library's
 * network or of another stack.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingNetworkArgs {

    /** The id of the VPC. Required. */
    public abstract @Nullable Output<String> vpcId();

    /** Subnets with a route to and from the internet. Default: none, so that no load balancer can stand there. */
    public abstract @Nullable Output<List<String>> publicSubnetIds();

    /** Subnets for workloads. Default: none, so that no workload can run there. */
    public abstract @Nullable Output<List<String>> privateSubnetIds();

    /** Subnets for databases and caches. Default: the private ones. */
    public abstract @Nullable Output<List<String>> isolatedSubnetIds();

    /**
     * In how many availability zones the subnets lie, from 1, so that components can check it. Default: not known.
     */
    public abstract @Nullable Integer zoneCount();

    /**
     * How many free addresses the smallest subnet of each tier has, so that components can check whether they fit; needs
     * {@link #zoneCount}. Default: not known, everything fits.
     */
    public abstract Map<Tier, Integer> usableAddresses();

    /** Whether the subnets have IPv6 addresses too, and routes for them. Default: false. */
    @Value.Default
    public boolean ipv6() {
        return false;
    }

    /** Whether private subnets reach the internet, through NAT or otherwise. Default: true. */
    @Value.Default
    public boolean internetAccess() {
        return true;
    }

    /** The services that have an endpoint; only asked where there is no internet access. Default: none. */
    public abstract Set<AwsService> endpoints();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ExistingNetworkArgs}. */
    public static final class Builder extends ImmutableExistingNetworkArgs.Builder {
        Builder() {}

        /** The id of the VPC. */
        public Builder vpcId(@Nullable String id) {
            return vpcId(id == null || id.isBlank() ? null : Output.of(id));
        }

        /** Subnets with a route to and from the internet. */
        public Builder publicSubnetIds(String... ids) {
            return publicSubnetIds(Output.of(List.of(ids)));
        }

        /** Subnets for workloads. */
        public Builder privateSubnetIds(String... ids) {
            return privateSubnetIds(Output.of(List.of(ids)));
        }

        /** Subnets for databases and caches. */
        public Builder isolatedSubnetIds(String... ids) {
            return isolatedSubnetIds(Output.of(List.of(ids)));
        }
    }
}
