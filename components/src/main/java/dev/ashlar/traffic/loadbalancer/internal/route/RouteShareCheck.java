package dev.ashlar.traffic.loadbalancer.internal.route;

import dev.ashlar.core.Violations;
import dev.ashlar.traffic.loadbalancer.RouteShare;

/** Checks a {@link RouteShare}. */
public final class RouteShareCheck {

    private static final int MOST = 16;

    private RouteShareCheck() {}

    static boolean isValid(RouteShare share) {
        return share.of() >= 1 && share.of() <= MOST && share.number() >= 1 && share.number() <= share.of();
    }

    public static void check(RouteShare share, Violations violations) {
        violations.expect(
                isValid(share),
                "routeShare",
                "%d of %d".formatted(share.number(), share.of()),
                "from 1 to %d stacks share a load balancer, and they are numbered from 1".formatted(MOST),
                "write it like new RouteShare(2, 4)");
    }
}
