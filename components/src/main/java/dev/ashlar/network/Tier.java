package dev.ashlar.network;

import java.util.Locale;

/** What the subnets of a network are for, told by the ways that lead out of them. */
public enum Tier {
    /** A route to the internet gateway: load balancers and NAT gateways. */
    PUBLIC,
    /** A route to a NAT gateway or to endpoints: workloads. */
    PRIVATE,
    /** No route out: databases and caches. */
    ISOLATED;

    /** The tier as part of a name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
