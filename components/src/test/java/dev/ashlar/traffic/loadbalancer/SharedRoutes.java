package dev.ashlar.traffic.loadbalancer;

import java.util.function.Consumer;

/** Routes of a load balancer that exists already, for tests of their consumers. */
public final class SharedRoutes {

    private SharedRoutes() {}

    /** Returns a route of a load balancer called {@code shared} that has no other. */
    public static ServiceRoute route(Consumer<RouteArgs.Builder> options) {
        return ApplicationLoadBalancer.fromExisting(
                        "shared",
                        ExistingLoadBalancerArgs.builder()
                                .listenerArn(
                                        "arn:aws:elasticloadbalancing:eu-central-1:000000000000:listener/app/shared/0a/0b")
                                .securityGroupId("sg-1")
                                .arnSuffix("app/shared/0a")
                                .dnsName("shared-1.eu-central-1.elb.amazonaws.com")
                                .zoneId("Z1")
                                .build())
                .route(options);
    }
}
