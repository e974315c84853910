package dev.ashlar.traffic.loadbalancer.internal.route;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.traffic.loadbalancer.OidcProvider;
import dev.ashlar.traffic.loadbalancer.RouteAuthentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Checks a {@link RouteAuthentication}. */
final class RouteAuthenticationCheck {

    private static final Pattern ENDPOINT = Pattern.compile("https://[A-Za-z0-9.-]+(:\\d+)?(/\\S*)?");
    private static final int MAX_SESSION_SECONDS = 604_800;

    private RouteAuthenticationCheck() {}

    static void check(RouteAuthentication authentication, Violations violations) {
        violations.expect(
                (authentication.userPool() == null) != (authentication.oidc() == null),
                "route.authenticate",
                authentication.userPool() != null ? "userPool and oidc" : "neither userPool nor oidc",
                "users log in to exactly one of them",
                "set one of them");
        violations.expect(
                List.of(authentication.scope().split(" ", -1)).contains("openid"),
                "route.authenticate.scope",
                authentication.scope(),
                "a login requires the scope openid",
                "add it");
        new Check(violations)
                .option("route.authenticate.sessionTimeout", authentication.sessionTimeout())
                .seconds(1, MAX_SESSION_SECONDS);
        var provider = authentication.oidc();
        if (provider != null) {
            checkProvider(provider, violations);
        }
    }

    private static void checkProvider(OidcProvider provider, Violations violations) {
        var endpoints = new LinkedHashMap<String, String>();
        endpoints.put("issuer", provider.issuer());
        endpoints.put("authorizationEndpoint", provider.authorizationEndpoint());
        endpoints.put("tokenEndpoint", provider.tokenEndpoint());
        endpoints.put("userInfoEndpoint", provider.userInfoEndpoint());
        violations.expect(
                !provider.clientId().isBlank(),
                "route.authenticate.oidc.clientId",
                '"' + provider.clientId() + '"',
                "the provider identifies the load balancer by it",
                "use the client id that the provider assigned");
        endpoints.forEach((name, url) -> violations.expect(
                ENDPOINT.matcher(url).matches(),
                "route.authenticate.oidc." + name,
                url,
                "a complete HTTPS URL is required",
                "write it like https://login.example.com/token"));
    }
}
