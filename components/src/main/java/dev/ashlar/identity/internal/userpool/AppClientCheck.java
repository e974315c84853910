package dev.ashlar.identity.internal.userpool;

import dev.ashlar.core.Violations;
import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.component.Names;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks the options of one client of a user pool. */
final class AppClientCheck {

    private static final Set<String> USER_SCOPES =
            Set.of("openid", "email", "profile", "phone", "aws.cognito.signin.user.admin");
    private static final Set<String> SCOPES_OF_OPENID = Set.of("email", "profile", "phone");
    private static final int MAX_URLS = 100;
    private static final int MAX_URL_LENGTH = 1024;
    private static final int MAX_SCOPES = 50;
    private static final String CALLBACKS = "callbackUrls";

    private final UserPoolArgs pool;
    private final AppClientArgs client;
    private final Violations violations;
    private final String option;

    AppClientCheck(UserPoolArgs pool, AppClientArgs client, Violations violations) {
        this.pool = pool;
        this.client = client;
        this.violations = violations;
        this.option = "clients." + client.label();
    }

    void check() {
        var label = client.label();
        violations.require("clients.label", label, "it names the client", "give one, such as web");
        if (label != null) {
            violations.expect(
                    Names.isLabel(label) && label.length() <= Names.MAX_LENGTH,
                    "clients.label",
                    '"' + label + '"',
                    "labels are up to %d lower-case letters, digits and single hyphens, and start with a letter"
                            .formatted(Names.MAX_LENGTH),
                    "use a label like web");
        }
        var kind = client.kind();
        violations.require(
                option + ".kind", kind, "it determines how the client gets tokens", "use SPA, SERVER or MACHINE");
        if (kind != null) {
            urls(kind);
            scopes(kind);
            writableAttributes(kind);
            domain();
        }
        tokens();
    }

    private void urls(ClientKind kind) {
        url(CALLBACKS, client.callbackUrls());
        url("logoutUrls", client.logoutUrls());
        boolean known =
                !client.callbackUrls().isEmpty() || !client.loadBalancerUrls().isEmpty();
        violations.expect(
                kind != ClientKind.SERVER || known,
                option + ".callbackUrls",
                null,
                "users return to a server after login",
                "give its URL, such as https://shop.example.com/login, or loadBalancerUrl(loadBalancer.url())");
        violations.expect(
                kind != ClientKind.MACHINE || (!known && client.logoutUrls().isEmpty()),
                option + ".callbackUrls",
                client.callbackUrls(),
                "no user logs in to a machine",
                "leave the URLs out, or make it a server");
        violations.expect(
                kind != ClientKind.SPA || known || client.logoutUrls().isEmpty(),
                option + ".logoutUrls",
                client.logoutUrls(),
                "without callbackUrls users neither log in nor out at the pool's domain",
                "give callbackUrls, or leave them out");
        violations.expect(
                kind == ClientKind.SERVER || client.loadBalancerUrls().isEmpty(),
                option + ".loadBalancerUrls",
                "%d URLs".formatted(client.loadBalancerUrls().size()),
                "a load balancer needs a client that has a secret and users",
                "make it a server");
        violations.expect(
                !client.refreshTokenRotation() || client.loadBalancerUrls().isEmpty(),
                option + ".refreshTokenRotation",
                true,
                "a load balancer uses its refresh token more than once",
                "leave it out");
        violations.expect(
                !client.refreshTokenRotation() || kind != ClientKind.MACHINE,
                option + ".refreshTokenRotation",
                true,
                "a machine gets no refresh token",
                "leave it out");
    }

    private void url(String urls, List<String> given) {
        int all = given.size()
                + (urls.equals(CALLBACKS) ? client.loadBalancerUrls().size() : 0);
        violations.expect(
                all <= MAX_URLS,
                "%s.%s".formatted(option, urls),
                "%d URLs".formatted(all),
                "a client has at most %d".formatted(MAX_URLS),
                "make two clients of it");
        given.forEach(url -> violations.expect(
                isSafe(url),
                "%s.%s".formatted(option, urls),
                url,
                "tokens travel by HTTPS, to http://localhost, or by a scheme of an app, without a fragment, to at most"
                        + " %d characters".formatted(MAX_URL_LENGTH),
                "write it like https://shop.example.com/login"));
    }

    /**
     * Returns whether Cognito accepts a URL. CreateUserPoolClient, {@code CallbackURLs}: absolute, no fragment, HTTPS
     * except for localhost and apps, at most 1024 characters.
     */
    private static boolean isSafe(String url) {
        if (url.length() > MAX_URL_LENGTH) {
            return false;
        }
        try {
            var uri = new URI(url);
            if (uri.getScheme() == null || uri.getRawFragment() != null) {
                return false;
            }
            return switch (uri.getScheme()) {
                case "https" -> uri.getHost() != null;
                case "http" -> "localhost".equals(uri.getHost());
                default -> uri.getScheme().matches("[a-z][a-z0-9+.-]+") && url.contains("://");
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void scopes(ClientKind kind) {
        violations.expect(
                kind != ClientKind.MACHINE || !client.scopes().isEmpty(),
                option + ".scopes",
                null,
                "a machine gets tokens for scopes of resource servers",
                "add a resourceServer(\"orders\", \"read\"), and give the scope orders/read");
        violations.expect(
                !AppClientPlan.of(client, false).showsLogin()
                        || !client.scopes().isEmpty(),
                option + ".scopes",
                null,
                "a client that logs users in requires a scope",
                "leave the option out, or give openid");
        violations.expect(
                client.scopes().contains("openid")
                        || (client.loadBalancerUrls().isEmpty() && isDisjoint(client.scopes())),
                option + ".scopes",
                new TreeSet<>(client.scopes()),
                "a load balancer requests openid, and email, profile and phone require it",
                "add openid");
        violations.expect(
                client.scopes().size() <= MAX_SCOPES,
                option + ".scopes",
                "%d scopes".formatted(client.scopes().size()),
                "a client has at most %d".formatted(MAX_SCOPES),
                "make two clients of it");
        for (var scope : new TreeSet<>(client.scopes())) {
            boolean userScope = USER_SCOPES.contains(scope);
            violations.expect(
                    userScope || hasScope(scope),
                    option + ".scopes",
                    scope,
                    "no resource server of the pool has it",
                    "add it to resourceServers, or use one of " + String.join(", ", new TreeSet<>(USER_SCOPES)));
            violations.expect(
                    kind != ClientKind.MACHINE || !userScope,
                    option + ".scopes",
                    scope,
                    "it is a scope of users, and a machine has none",
                    "use scopes of resource servers such as orders/read");
        }
    }

    private void writableAttributes(ClientKind kind) {
        for (var name : new TreeSet<>(client.writableAttributes())) {
            violations.expect(
                    pool.attributes().containsKey(name),
                    option + ".writableAttributes",
                    name,
                    "the custom attributes of the pool are %s"
                            .formatted(new TreeSet<>(pool.attributes().keySet())),
                    "name one of these without custom:");
        }
        violations.expect(
                kind != ClientKind.MACHINE || client.writableAttributes().isEmpty(),
                option + ".writableAttributes",
                new TreeSet<>(client.writableAttributes()),
                "no user logs in to a machine",
                "leave it out");
    }

    private static boolean isDisjoint(Set<String> scopes) {
        return Collections.disjoint(scopes, SCOPES_OF_OPENID);
    }

    private boolean hasScope(String scope) {
        int slash = scope.lastIndexOf('/');
        var scopes = slash < 0 ? null : pool.resourceServers().get(scope.substring(0, slash));
        return scopes != null && scopes.containsKey(scope.substring(slash + 1));
    }

    private void domain() {
        var flows = AppClientPlan.of(client, false).oauthFlows();
        violations.expect(
                flows.isEmpty() || pool.domain() != null,
                "domain",
                null,
                "client %s gets its tokens there".formatted(client.label()),
                "give a domainPrefix or a customDomain");
    }

    private void tokens() {
        validity("accessTokenValidity", client.accessTokenValidity(), Duration.ofMinutes(5), Duration.ofDays(1));
        validity("idTokenValidity", client.idTokenValidity(), Duration.ofMinutes(5), Duration.ofDays(1));
        validity("refreshTokenValidity", client.refreshTokenValidity(), Duration.ofHours(1), Duration.ofDays(3650));
        var longest = client.accessTokenValidity().compareTo(client.idTokenValidity()) > 0
                ? client.accessTokenValidity()
                : client.idTokenValidity();
        violations.expect(
                client.refreshTokenValidity().compareTo(longest) > 0,
                option + ".refreshTokenValidity",
                client.refreshTokenValidity(),
                "the tokens that it renews are valid for %s".formatted(longest),
                "make it longer than that");
    }

    private void validity(String token, Duration given, Duration least, Duration most) {
        violations.expect(
                given.compareTo(least) >= 0
                        && given.compareTo(most) <= 0
                        && given.equals(Duration.ofMinutes(given.toMinutes())),
                "%s.%s".formatted(option, token),
                given,
                "Cognito takes whole minutes from %s to %s".formatted(least, most),
                "use a duration in this range");
    }
}
