package dev.ashlar.traffic.loadbalancer.internal.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.InvalidArgsException;
import dev.ashlar.core.Violation;
import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import dev.ashlar.traffic.loadbalancer.ExistingLoadBalancerArgs;
import dev.ashlar.traffic.loadbalancer.LoadBalancer;
import dev.ashlar.traffic.loadbalancer.OidcProvider;
import dev.ashlar.traffic.loadbalancer.RouteArgs;
import dev.ashlar.traffic.loadbalancer.RouteShare;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final Output<String> ANY = Output.of("any");

    private static final UserPoolLogin LOGIN = new UserPoolLogin(ANY, ANY, ANY);

    private static final String LISTENER =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/1/2";

    private final LoadBalancer loadBalancer =
            ApplicationLoadBalancer.fromExisting("shared", existing().build());

    private static ExistingLoadBalancerArgs.Builder existing() {
        return ExistingLoadBalancerArgs.builder()
                .listenerArn(LISTENER)
                .securityGroupId("sg-1")
                .arnSuffix("app/shared/1")
                .dnsName("shared-1.eu-central-1.elb.amazonaws.com")
                .zoneId("Z1");
    }

    private static String url(ServiceRoute route) {
        return PulumiTest.extractValue(route.url());
    }

    private List<String> faults(Consumer<RouteArgs.Builder> options) {
        try {
            loadBalancer.route(options);
            return List.of();
        } catch (InvalidArgsException e) {
            return e.violations().stream().map(Violation::message).toList();
        }
    }

    @Test
    void returns_the_facts_that_a_service_needs() {
        var route = loadBalancer.route(options -> options.paths("/api/*"));

        assertThat(route.provider()).isEqualTo("shared");
        assertThat(PulumiTest.extractValue(route.listenerArn())).isEqualTo(LISTENER);
        assertThat(PulumiTest.extractValue(route.loadBalancerSecurityGroupId())).isEqualTo("sg-1");
        assertThat(PulumiTest.extractValue(route.loadBalancerArnSuffix())).isEqualTo("app/shared/1");
        assertThat(route.hosts()).isEmpty();
        assertThat(route.paths()).containsExactly("/api/*");
        assertThat(route.priority()).isEqualTo(RoutePriority.of(List.of(), List.of("/api/*")));
    }

    @Test
    void matches_every_path_without_conditions() {
        assertThat(loadBalancer.route(options -> {}).paths()).containsExactly("/*");
    }

    @Test
    void ends_the_url_at_the_first_wildcard() {
        assertThat(url(loadBalancer.route(options -> options.paths("/api/*"))))
                .isEqualTo("https://shared-1.eu-central-1.elb.amazonaws.com/api/");
        assertThat(url(loadBalancer.route(options -> options.hosts("*.example.com", "api.example.com"))))
                .isEqualTo("https://api.example.com/");
        assertThat(url(loadBalancer.route(options -> options.hosts("*.example.org"))))
                .isEqualTo("https://shared-1.eu-central-1.elb.amazonaws.com/");
    }

    @Test
    void uses_the_given_url_of_an_existing_load_balancer() {
        var named = ApplicationLoadBalancer.fromExisting(
                "shared",
                ExistingLoadBalancerArgs.builder()
                        .listenerArn(ANY)
                        .securityGroupId(ANY)
                        .arnSuffix(ANY)
                        .dnsName(ANY)
                        .zoneId(ANY)
                        .url("https://www.example.com")
                        .build());

        assertThat(url(named.route(options -> options.paths("/shop")))).isEqualTo("https://www.example.com/shop");
    }

    @Test
    void rejects_two_routes_with_one_priority_and_names_both() {
        loadBalancer.route(options -> options.paths("/api/*").priority(7));

        assertThat(faults(options -> options.hosts("api.example.com").priority(7)))
                .containsExactly(
                        "ApplicationLoadBalancer.fromExisting \"shared\": route is api.example.com/* at priority 7, but /api/* has the same priority; give one of them another priority, or another path.");
    }

    @Test
    void rejects_a_route_that_receives_no_request() {
        loadBalancer.route(options -> options.paths("/api/*").priority(7));

        assertThat(faults(options -> options.hosts("api.example.com")
                        .paths("/api/orders", "/api/stock/*")
                        .priority(8)))
                .containsExactly(
                        "ApplicationLoadBalancer.fromExisting \"shared\": route is api.example.com/api/orders or /api/stock/* at priority 8, but /api/* has precedence at 7 and matches all of its requests; give it a lower number, or leave it out.");
        assertThat(faults(options -> options.paths("/*").priority(6)))
                .containsExactly(
                        "ApplicationLoadBalancer.fromExisting \"shared\": route is /api/* at priority 7, but /* has precedence at 6 and matches all of its requests; give it a lower number, or leave it out.");
        assertThat(faults(options -> options.paths("/api/orders", "/orders").priority(9)))
                .isEmpty();
        assertThat(faults(options -> options.hosts("api.example.com").priority(1)))
                .isEmpty();
        assertThat(faults(options -> options.hosts("*.example.com").priority(2)))
                .isEmpty();
    }

    @Test
    void matches_one_character_of_a_host_in_any_case_with_a_question_mark() {
        loadBalancer.route(options -> options.hosts("v?.Example.com").priority(7));

        assertThat(faults(options -> options.hosts("V1.example.com").priority(8)))
                .hasSize(1);
        assertThat(faults(options -> options.hosts("v*.example.com").priority(9)))
                .isEmpty();
        assertThat(faults(options -> options.hosts("v10.example.com").priority(8)))
                .isEmpty();
    }

    @Test
    void accepts_five_hosts_without_a_path() {
        var hosts = new String[] {"a.example.com", "b.example.com", "c.example.com", "d.example.com", "e.example.com"};

        assertThat(faults(options -> options.hosts(hosts))).isEmpty();
        assertThat(faults(options -> options.hosts(hosts).paths("/a")))
                .singleElement(STRING)
                .contains("6 hosts and paths");
    }

    @Test
    void requires_a_scheme_in_the_url_of_an_existing_load_balancer() {
        var port = ApplicationLoadBalancer.fromExisting(
                "shared", existing().url("https://www.example.com:8443/").build());
        var noScheme = ApplicationLoadBalancer.fromExisting(
                "shared", existing().url("www.example.com").build());

        assertThat(url(port.route(options -> options.paths("/shop")))).isEqualTo("https://www.example.com:8443/shop");
        assertThat(url(port.route(options -> options.hosts("api.example.com"))))
                .isEqualTo("https://api.example.com:8443/");
        assertThat(Recording.failing(context -> context.export("url", noScheme.url()))
                        .failure())
                .isEqualTo(
                        "ApplicationLoadBalancer.fromExisting \"shared\": url is www.example.com, but a URL with a scheme and a host is required, and routes"
                                + " add their paths; write it like https://api.example.com.");
    }

    @Test
    void rejects_a_duplicate_route() {
        loadBalancer.route(options -> options.paths("/api/*"));

        assertThat(faults(options -> options.paths("/api/*"))).hasSize(1);
    }

    @Test
    void rejects_an_invalid_host() {
        assertThat(faults(options -> options.hosts("localhost").paths("/a")))
                .singleElement(STRING)
                .contains("localhost");
        assertThat(faults(options -> options.hosts("api.example.c0m").paths("/b")))
                .hasSize(1);
        assertThat(faults(options -> options.hosts("a".repeat(125) + ".com").paths("/c")))
                .hasSize(1);
    }

    @Test
    void rejects_an_invalid_path() {
        assertThat(faults(options -> options.paths("api/*")))
                .singleElement(STRING)
                .contains("route.paths is \"api/*\"", "use one like /api/*");
        assertThat(faults(options -> options.paths("/a b"))).hasSize(1);
        assertThat(faults(options -> options.paths("/" + "a".repeat(128)))).hasSize(1);
        assertThat(faults(options -> options.paths("/" + "a".repeat(127)))).isEmpty();
    }

    @Test
    void rejects_more_values_or_wildcards_than_a_rule_allows() {
        assertThat(faults(options -> options.hosts("a.example.com").paths("/1", "/2", "/3", "/4", "/5")))
                .singleElement(STRING)
                .contains("6 hosts and paths", "split it into two routes");
        assertThat(faults(options -> options.paths("/*/*/*/*/*/*")))
                .singleElement(STRING)
                .contains("6 wildcards");
    }

    @Test
    void rejects_a_priority_outside_1_to_50000() {
        assertThat(faults(options -> options.paths("/a").priority(0)))
                .singleElement(STRING)
                .contains("1 to 50000");
        assertThat(faults(options -> options.paths("/a").priority(50_001))).hasSize(1);
    }

    @Test
    void reports_all_missing_facts_of_an_existing_load_balancer() {
        assertThatThrownBy(() -> ApplicationLoadBalancer.fromExisting(
                        "shared", ExistingLoadBalancerArgs.builder().build()))
                .isInstanceOf(InvalidArgsException.class)
                .hasMessageContainingAll("listenerArn", "securityGroupId", "arnSuffix", "dnsName", "zoneId");
    }

    @Test
    void assigns_priorities_within_the_share() {
        var shared = ApplicationLoadBalancer.fromExisting(
                "shared", existing().routeShare(new RouteShare(2, 4)).build());

        assertThat(shared.route(options -> options.paths("/api/*")).priority())
                .isEqualTo(RoutePriority.of(List.of(), List.of("/api/*"), new RouteShare(2, 4)))
                .isNotEqualTo(RoutePriority.of(List.of(), List.of("/api/*"), new RouteShare(1, 4)));
        assertThatThrownBy(() -> ApplicationLoadBalancer.fromExisting(
                        "shared", existing().routeShare(new RouteShare(5, 4)).build()))
                .hasMessage(
                        "ApplicationLoadBalancer.fromExisting \"shared\": routeShare is 5 of 4, but from 1 to 16 stacks share a load"
                                + " balancer, and they are numbered from 1; write it like new RouteShare(2, 4).");
    }

    @Test
    void rejects_invalid_options_of_a_login() {
        assertThat(faults(options -> options.authenticate(login -> {})))
                .containsExactly(
                        "ApplicationLoadBalancer.fromExisting \"shared\": route.authenticate is neither userPool nor oidc, but users log in to exactly one of them; set one of them.");
        assertThat(faults(options -> options.paths("/b")
                        .authenticate(
                                login -> login.userPool(LOGIN).scope("email").sessionTimeout(Duration.ofDays(8)))))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("route.authenticate.scope is \"email\""))
                .anySatisfy(fault -> assertThat(fault).contains("route.authenticate.sessionTimeout"));
        assertThat(faults(options -> options.paths("/c")
                        .authenticate(new OidcProvider(
                                "https://issuer",
                                "https://issuer/login",
                                "http://issuer/token",
                                "https://issuer/user",
                                "id",
                                ANY))))
                .containsExactly(
                        "ApplicationLoadBalancer.fromExisting \"shared\": route.authenticate.oidc.tokenEndpoint is \"http://issuer/token\", but a complete HTTPS URL is required; write it like https://login.example.com/token.");
    }

    @Test
    void rejects_an_oidc_provider_without_client_id_or_host() {
        assertThat(faults(options -> options.authenticate(new OidcProvider(
                        "https://issuer", "https://", "https://issuer/a b", "https://issuer:8443/user", " ", ANY))))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).contains("oidc.clientId is \" \""))
                .anySatisfy(fault -> assertThat(fault).contains("oidc.authorizationEndpoint is \"https://\","))
                .anySatisfy(fault -> assertThat(fault).contains("oidc.tokenEndpoint is \"https://issuer/a b\""));
    }

    @Test
    void returns_the_login_of_a_route() {
        assertThat(loadBalancer
                        .route(options -> options.authenticate(LOGIN))
                        .authentication()
                        .orElseThrow()
                        .userPool())
                .isEqualTo(LOGIN);
    }
}
