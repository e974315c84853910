package dev.ashlar.traffic.loadbalancer;

import dev.ashlar.core.Violations;
import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * How a load balancer logs users in before their requests reach a service. The service finds who they are in the header
 * {@code x-amzn-oidc-data}, whose signature it has to check.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html">
 *     Authenticate users using an Application Load Balancer</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class RouteAuthentication {

    private static final Pattern ENDPOINT = Pattern.compile("https://[A-Za-z0-9.-]+(:\\d+)?(/\\S*)?");
    private static final int MAX_SESSION_SECONDS = 604_800;

    /** The user pool that users log in to. Either this or {@link #oidc} is required. */
    public abstract Optional<UserPoolLogin> userPool();

    /** The identity provider that users log in to. Either this or {@link #userPool} is required. */
    public abstract Optional<OidcProvider> oidc();

    /** What becomes of a request of somebody who is not logged in. Default: they are sent to log in. */
    @Value.Default
    public UnauthenticatedRequest onUnauthenticatedRequest() {
        return UnauthenticatedRequest.AUTHENTICATE;
    }

    /** What the load balancer asks to know of users, separated by spaces; {@code openid} has to be among it. Default: that. */
    @Value.Default
    public String scope() {
        return "openid";
    }

    /** For how long somebody stays logged in, a second to 7 days. Default: 12 hours. */
    @Value.Default
    public Duration sessionTimeout() {
        return Duration.ofHours(12);
    }

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RouteAuthentication}. */
    public static final class Builder extends ImmutableRouteAuthentication.Builder {
        Builder() {}
    }

    void check(Violations violations) {
        violations.expect(
                userPool().isPresent() != oidc().isPresent(),
                "route.authenticate",
                userPool().isPresent() ? "userPool and oidc" : "neither userPool nor oidc",
                "users log in to one of them",
                "give one of them");
        violations.expect(
                List.of(scope().split(" ", -1)).contains("openid"),
                "route.authenticate.scope",
                scope(),
                "without openid there is no login",
                "add it");
        WholeSeconds.check("route.authenticate.sessionTimeout", sessionTimeout(), 1, MAX_SESSION_SECONDS, violations);
        oidc().ifPresent(provider -> {
            var endpoints = new LinkedHashMap<String, String>();
            endpoints.put("issuer", provider.issuer());
            endpoints.put("authorizationEndpoint", provider.authorizationEndpoint());
            endpoints.put("tokenEndpoint", provider.tokenEndpoint());
            endpoints.put("userInfoEndpoint", provider.userInfoEndpoint());
            violations.expect(
                    !provider.clientId().isBlank(),
                    "route.authenticate.oidc.clientId",
                    '"' + provider.clientId() + '"',
                    "the provider knows the load balancer by it",
                    "give the id that the provider gave");
            endpoints.forEach((name, url) -> violations.expect(
                    ENDPOINT.matcher(url).matches(),
                    "route.authenticate.oidc." + name,
                    url,
                    "it has to be a whole URL with HTTPS",
                    "write it like https://login.example.com/token"));
        });
    }
}
