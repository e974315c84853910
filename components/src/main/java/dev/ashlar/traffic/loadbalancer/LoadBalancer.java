package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import java.util.function.Consumer;

/** A load balancer that sends requests to services: an {@link ApplicationLoadBalancer}, or an existing one. */
public interface LoadBalancer {

    /** Returns the URL, such as {@code https://api.example.com}. */
    Output<String> url();

    /** Returns the AWS host name, for DNS records. */
    Output<String> dnsName();

    /** Returns the Route 53 zone of {@link #dnsName}, for alias records. */
    Output<String> zoneId();

    /** Returns the security group of the load balancer. */
    Output<String> securityGroupId();

    /**
     * Adds a route for a service. Its priority follows from its hosts and paths, so the order of calls does not
     * matter.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options of the route violate a rule, or another route has
     *     the same priority
     */
    ServiceRoute route(Consumer<RouteArgs.Builder> options);
}
