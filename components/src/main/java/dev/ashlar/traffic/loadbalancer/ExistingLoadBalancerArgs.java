package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The facts of a load balancer that exists already. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingLoadBalancerArgs {

    /** The ARN of the listener to which routes are added. Required. */
    public abstract @Nullable Output<String> listenerArn();

    /** The security group of the load balancer. Required. */
    public abstract @Nullable Output<String> securityGroupId();

    /** The last part of the ARN, {@code app/<name>/<id>}, for metrics. Required. */
    public abstract @Nullable Output<String> arnSuffix();

    /** The AWS host name. Required. */
    public abstract @Nullable Output<String> dnsName();

    /** The Route 53 zone of the AWS host name. Required. */
    public abstract @Nullable Output<String> zoneId();

    /** The URL, with a scheme and without a path. Default: the AWS host name over HTTPS. */
    public abstract @Nullable Output<String> url();

    /**
     * The share of the priorities that this stack uses, so that its routes never conflict with those of another
     * stack. Default: all of them, and AWS rejects a priority that is taken.
     */
    @Value.Default
    public RouteShare routeShare() {
        return RouteShare.ALL;
    }

    /** Returns a new builder. */
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

        /** Sets the ARN of the listener to which routes are added. */
        public Builder listenerArn(String arn) {
            return listenerArn(Output.of(arn));
        }

        /** Sets the security group of the load balancer. */
        public Builder securityGroupId(String id) {
            return securityGroupId(Output.of(id));
        }

        /** Sets the last part of the ARN. */
        public Builder arnSuffix(String suffix) {
            return arnSuffix(Output.of(suffix));
        }

        /** Sets the AWS host name. */
        public Builder dnsName(String name) {
            return dnsName(Output.of(name));
        }

        /** Sets the Route 53 zone of the AWS host name. */
        public Builder zoneId(String id) {
            return zoneId(Output.of(id));
        }

        /** Sets the URL. */
        public Builder url(String url) {
            return url(Output.of(url));
        }
    }
}
