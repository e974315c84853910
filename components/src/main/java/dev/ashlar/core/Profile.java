package dev.ashlar.core;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;

/**
 * The switches that make an environment safe or cheap, as one value. Components take their defaults from it. Each
 * switch can be changed: {@code Profile.builder().from(Profile.DEV).multiAz(true).build()}.
 */
@Value.Immutable
@ArgsStyle
public abstract class Profile {

    /** Cheap, and quick to create and delete: one NAT gateway, no standby, no protection, a week of logs. */
    public static final Profile DEV = new Builder()
            .natStrategy(NatStrategy.SINGLE)
            .endpointStrategy(EndpointStrategy.WITHOUT_NAT)
            .multiAz(false)
            .minAuroraCapacity(0.5)
            .maxAuroraCapacity(2)
            .backupRetention(Duration.ofDays(1))
            .logRetention(Duration.ofDays(7))
            .dataProtection(false)
            .spotPercentage(100)
            .build();

    /** The shape of production with fewer gateways and smaller limits; can be destroyed. */
    public static final Profile STAGING = new Builder()
            .natStrategy(NatStrategy.SINGLE)
            .endpointStrategy(EndpointStrategy.WITHOUT_NAT)
            .multiAz(true)
            .minAuroraCapacity(0.5)
            .maxAuroraCapacity(8)
            .backupRetention(Duration.ofDays(7))
            .logRetention(Duration.ofDays(30))
            .dataProtection(false)
            .spotPercentage(50)
            .build();

    /**
     * Safe: survives the loss of a zone, keeps AWS traffic inside the network, and protects data from deletion. The
     * default.
     */
    public static final Profile PROD = new Builder()
            .natStrategy(NatStrategy.PER_ZONE)
            .endpointStrategy(EndpointStrategy.ON_DEMAND)
            .multiAz(true)
            .minAuroraCapacity(1)
            .maxAuroraCapacity(32)
            .backupRetention(Duration.ofDays(35))
            .logRetention(Duration.ofDays(365))
            .dataProtection(true)
            .spotPercentage(0)
            .build();

    /** How private subnets reach the internet. */
    public abstract NatStrategy natStrategy();

    /** When interface endpoints are added. */
    public abstract EndpointStrategy endpointStrategy();

    /** Whether databases and caches have a standby in another zone. */
    public abstract boolean multiAz();

    /** The minimum capacity of an Aurora Serverless v2 instance, in ACU (about 2 GiB of memory each). */
    public abstract double minAuroraCapacity();

    /** The maximum capacity of an Aurora Serverless v2 instance, in ACU. */
    public abstract double maxAuroraCapacity();

    /** How long automated backups and snapshots are kept, in whole days. */
    public abstract Duration backupRetention();

    /** How long logs are kept, in whole days: one of the values that CloudWatch Logs allows. */
    public abstract Duration logRetention();

    /**
     * Whether data stores are protected from deletion, by AWS's deletion protection and Pulumi's {@code protect}, and
     * take a final snapshot. Without it, destroying a stack deletes its data.
     */
    public abstract boolean dataProtection();

    /** The share of Fargate tasks on Spot capacity, for services that tolerate interruption, 0 to 100 percent. */
    public abstract int spotPercentage();

    /** Returns a new builder with the switches of {@link #PROD}; {@code from} copies another profile. */
    public static Builder builder() {
        return new Builder().from(PROD);
    }

    /** Builds a {@link Profile}. */
    public static final class Builder extends ImmutableProfile.Builder {
        Builder() {}
    }
}
