package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is known of a load balancer that exists already. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingLoadBalancerArgs {

    /** The ARN of the listener that routes are added to. Required. */
    public abstract @Nullable Output<String> listenerArn();

    /** The security group that guards it. Required. */
    public abstract @Nullable Output<String> securityGroupId();

    /** The end of its ARN, {@code app/<name>/<id>}, for metrics. Required. */
    public abstract @Nullable Output<String> arnSuffix();

    /** Its own host name. Required. */
    public abstract @Nullable Output<String> dnsName();

    /** The Route 53 zone of its host name. Required. */
    public abstract @Nullable Output<String> zoneId();

    /** Where it is reached, with a scheme and without a path. Default: its own host name over HTTPS. */
    public abstract @Nullable Output<String> url();

    /**
     * Which of the priorities this stack takes, so that its routes never collide with another stack's. Default: all of them,
     * and a collision is refused by AWS.
     */
    @Value.Default
    public RouteShare routeShare() {
        return RouteShare.ALL;
    }

    /** Starts the description. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ExistingLoadBalancerArgs}. */
    public static final class Builder extends ImmutableExistingLoadBalancerArgs.Builder {
        Builder() {}

        /** The ARN of the listener that routes are added to. */
        public Builder listenerArn(String arn) {
            return listenerArn(Output.of(arn));
        }

        /** The security group that guards it. */
        public Builder securityGroupId(String id) {
            return securityGroupId(Output.of(id));
        }

        /** The end of its ARN. */
        public Builder arnSuffix(String suffix) {
            return arnSuffix(Output.of(suffix));
        }

        /** Its own host name. */
        public Builder dnsName(String name) {
            return dnsName(Output.of(name));
        }

        /** The Route 53 zone of its host name. */
        public Builder zoneId(String id) {
            return zoneId(Output.of(id));
        }

        /** Where it is reached. */
        public Builder url(String url) {
            return url(Output.of(url));
        }
    }
}
