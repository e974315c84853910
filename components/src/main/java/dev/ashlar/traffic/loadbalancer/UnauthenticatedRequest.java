package dev.ashlar.traffic.loadbalancer;

import java.util.Locale;

/** The action of a load balancer for a request without a login, in the words of the API. */
public enum UnauthenticatedRequest {
    /** Redirects the user to log in. */
    AUTHENTICATE,
    /** Forwards the request without claims of a user. */
    ALLOW,
    /** Returns 401, as scripts in a page expect. */
    DENY;

    /** Returns the value of {@code onUnauthenticatedRequest} in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
