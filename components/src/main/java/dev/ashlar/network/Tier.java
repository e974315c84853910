package dev.ashlar.network;

import java.util.Locale;

/** The tiers of subnets, which differ in their routes. */
public enum Tier {
    /** A route to the internet gateway, for load balancers and NAT gateways. */
    PUBLIC,
    /** A route to a NAT gateway or to endpoints, for workloads. */
    PRIVATE,
    /** No route out of the network, for databases and caches. */
    ISOLATED;

    /** Returns the tier as part of a name, such as {@code private}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
