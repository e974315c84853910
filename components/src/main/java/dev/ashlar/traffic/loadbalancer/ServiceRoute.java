package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A share of a load balancer's traffic, handed out to the service that serves it. The service owns what the route
 * needs: its target group, the listener rule, and the two security-group rules between the load balancer and itself.
 *
 * <pre>{@code
 * FargateServiceArgs.builder().route(loadBalancer.route(route -> route.paths("/api/*")))
 * }</pre>
 */
@Value.Immutable
@ArgsStyle
public abstract class ServiceRoute {

    /** The name of the load balancer, which names the service's security-group rules. */
    public abstract String provider();

    /** The listener that the service adds its rule to. */
    public abstract Output<String> listenerArn();

    /** The security group of the load balancer: it must be let out to the service, and the service must let it in. */
    public abstract Output<String> loadBalancerSecurityGroupId();

    /** The load balancer in CloudWatch's dimension {@code LoadBalancer}: {@code app/<name>/<id>}. */
    public abstract Output<String> loadBalancerArnSuffix();

    /** The host names of the requests, with wildcards {@code *} and {@code ?}; empty for every host. */
    public abstract List<String> hosts();

    /**
     * The paths of the requests, with wildcards {@code *} and {@code ?}; never empty, {@code /*} stands for every path.
     */
    public abstract List<String> paths();

    /** The place of the listener rule, 1 to 50000; the rule with the lowest number that matches a request serves it. */
    public abstract int priority();

    /** Where the route is reached, without wildcards, such as {@code https://example.com/api/}. */
    public abstract Output<String> url();

    /** How users log in before their requests reach the service; empty when they need not. */
    public abstract Optional<RouteAuthentication> authentication();

    /** Starts a route; services get theirs from {@code ApplicationLoadBalancer.route}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ServiceRoute}. */
    public static final class Builder extends ImmutableServiceRoute.Builder {
        Builder() {}
    }
}
