package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;
import java.util.function.Consumer;

/** A load balancer that services get their traffic from: an {@link ApplicationLoadBalancer}, or one that exists already. */
public interface LoadBalancer {

    /** Where it is reached, such as {@code https://api.example.com}. */
    Output<String> url();

    /** Its own host name, for DNS records. */
    Output<String> dnsName();

    /** The Route 53 zone of {@link #dnsName}, for alias records. */
    Output<String> zoneId();

    /** The security group that guards it. */
    Output<String> securityGroupId();

    /**
     * A share of the traffic, for the service that serves it. Its place among the routes follows from its hosts and
     * paths, so the order of calls does not matter.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the route; also when another route has its place
     */
    ServiceRoute route(Consumer<RouteArgs.Builder> options);
}
