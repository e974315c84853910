package dev.ashlar.traffic.loadbalancer;

import java.util.Locale;

/** What a load balancer does with the request of somebody who is not logged in, in its own words. */
public enum UnauthenticatedRequest {
    /** Sends them to log in. */
    AUTHENTICATE,
    /** Lets the request pass without claims about a user. */
    ALLOW,
    /** Refuses it with 401, as the scripts of a page expect. */
    DENY;

    /** The value of {@code onUnauthenticatedRequest}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
