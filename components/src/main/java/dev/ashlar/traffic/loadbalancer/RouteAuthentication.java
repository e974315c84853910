package dev.ashlar.traffic.loadbalancer;

import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a load balancer logs users in before their requests reach a service. The service gets the claims of the user in
 * the header {@code x-amzn-oidc-data}, whose signature it must verify.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">
 *     Authenticate users using an Application Load Balancer</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class RouteAuthentication {

    /** The user pool that users log in to. Either this or {@link #oidc} is required. */
    public abstract @Nullable UserPoolLogin userPool();

    /** The identity provider that users log in to. Either this or {@link #userPool} is required. */
    public abstract @Nullable OidcProvider oidc();

    /** The action for a request without a login. Default: the user is sent to log in. */
    @Value.Default
    public UnauthenticatedRequest onUnauthenticatedRequest() {
        return UnauthenticatedRequest.AUTHENTICATE;
    }

    /**
     * The scopes that the load balancer requests, separated by spaces; they must include {@code openid}. Default:
     * {@code openid}.
     */
    @Value.Default
    public String scope() {
        return "openid";
    }

    /** How long a user stays logged in, 1 second to 7 days. Default: 12 hours. */
    @Value.Default
    public Duration sessionTimeout() {
        return Duration.ofHours(12);
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link RouteAuthentication}. */
    public static final class Builder extends ImmutableRouteAuthentication.Builder {
        Builder() {}
    }
}
