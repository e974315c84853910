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
 * The IDs of a network that exists already, and the services that its workloads can reach. IDs can be outputs of
 * another library's network or of another stack.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingNetworkArgs {

    /** The ID of the VPC. Required. */
    public abstract @Nullable Output<String> vpcId();

    /**
     * The IDs of subnets with a route to and from the internet. Required for internet-facing load balancers. Default:
     * none.
     */
    public abstract @Nullable Output<List<String>> publicSubnetIds();

    /** The IDs of subnets for workloads. Required for workloads and internal load balancers. Default: none. */
    public abstract @Nullable Output<List<String>> privateSubnetIds();

    /** The IDs of subnets for databases and caches. Default: the private subnets. */
    public abstract @Nullable Output<List<String>> isolatedSubnetIds();

    /**
     * The number of availability zones that the subnets are in, 1 or more, so that components can check it. Default:
     * not known.
     */
    public abstract @Nullable Integer zoneCount();

    /**
     * The number of free addresses in the smallest subnet of each tier, so that components can check whether they fit.
     * Requires {@link #zoneCount}. Default: not known, so everything fits.
     */
    public abstract Map<Tier, Integer> usableAddresses();

    /** Whether the subnets also have IPv6 addresses and routes for them. Default: false. */
    @Value.Default
    public boolean ipv6() {
        return false;
    }

    /** Whether private subnets can reach the internet, through NAT or otherwise. Default: true. */
    @Value.Default
    public boolean internetAccess() {
        return true;
    }

    /** The services that have an endpoint, for networks without internet access. Default: none. */
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

        /** Sets the ID of the VPC. */
        public Builder vpcId(@Nullable String id) {
            return vpcId(id == null || id.isBlank() ? null : Output.of(id));
        }

        /** Sets the IDs of subnets with a route to and from the internet. */
        public Builder publicSubnetIds(String... ids) {
            return publicSubnetIds(Output.of(List.of(ids)));
        }

        /** Sets the IDs of subnets for workloads. */
        public Builder privateSubnetIds(String... ids) {
            return privateSubnetIds(Output.of(List.of(ids)));
        }

        /** Sets the IDs of subnets for databases and caches. */
        public Builder isolatedSubnetIds(String... ids) {
            return isolatedSubnetIds(Output.of(List.of(ids)));
        }
    }
}
