package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A route from a load balancer to a service. The service owns the resources of the route: the target group, the listener
 * rule, and the two security-group rules between the load balancer and the service.
 *
 * <pre>{@code
 * FargateServiceArgs.builder().route(loadBalancer.route(route -> route.paths("/api/*")))
 * }</pre>
 */
@Value.Immutable
@ArgsStyle
public abstract class ServiceRoute {

    /** The name of the load balancer, which is part of the names of the service's security-group rules. */
    public abstract String provider();

    /** The listener to which the service adds its rule. */
    public abstract Output<String> listenerArn();

    /**
     * The security group of the load balancer. It must allow egress to the service, and the service must allow
     * ingress from it.
     */
    public abstract Output<String> loadBalancerSecurityGroupId();

    /** The load balancer in the CloudWatch dimension {@code LoadBalancer}: {@code app/<name>/<id>}. */
    public abstract Output<String> loadBalancerArnSuffix();

    /** The host names, with the wildcards {@code *} and {@code ?}; empty for every host. */
    public abstract List<String> hosts();

    /** The paths, with the wildcards {@code *} and {@code ?}; never empty, {@code /*} for every path. */
    public abstract List<String> paths();

    /**
     * The priority of the listener rule, 1 to 50000; the rule with the lowest number that matches a request serves
     * it.
     */
    public abstract int priority();

    /** The URL of the route, without wildcards, such as {@code https://example.com/api/}. */
    public abstract Output<String> url();

    /** How users log in before their requests reach the service; empty if they need not. */
    public abstract Optional<RouteAuthentication> authentication();

    /** Returns a new builder; services get their route from {@code LoadBalancer.route}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ServiceRoute}. */
    public static final class Builder extends ImmutableServiceRoute.Builder {
        Builder() {}
    }
}
