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
        var check = new Check(violations);
        check.option("route.authenticate.scope", authentication.scope())
                .that(
                        scope -> List.of(scope.split(" ", -1)).contains("openid"),
                        "a login requires the scope openid",
                        "add it");
        check.option("route.authenticate.sessionTimeout", authentication.sessionTimeout())
                .seconds(1, MAX_SESSION_SECONDS);
        var provider = authentication.oidc();
        if (provider != null) {
            checkProvider(provider, check);
        }
    }

    private static void checkProvider(OidcProvider provider, Check check) {
        var endpoints = new LinkedHashMap<String, String>();
        endpoints.put("issuer", provider.issuer());
        endpoints.put("authorizationEndpoint", provider.authorizationEndpoint());
        endpoints.put("tokenEndpoint", provider.tokenEndpoint());
        endpoints.put("userInfoEndpoint", provider.userInfoEndpoint());
        check.option("route.authenticate.oidc.clientId", provider.clientId())
                .that(
                        id -> !id.isBlank(),
                        "the provider identifies the load balancer by it",
                        "use the client id that the provider assigned");
        endpoints.forEach((name, url) -> check.option("route.authenticate.oidc." + name, url)
                .matches(
                        ENDPOINT, "a complete HTTPS URL is required", "write it like https://login.example.com/token"));
    }
}
