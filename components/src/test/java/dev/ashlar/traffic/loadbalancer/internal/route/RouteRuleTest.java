package dev.ashlar.traffic.loadbalancer.internal.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.PropertyValues;
import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.preflight.testkit.Recording;
import dev.ashlar.traffic.loadbalancer.OidcProvider;
import dev.ashlar.traffic.loadbalancer.RouteArgs;
import dev.ashlar.traffic.loadbalancer.SharedRoutes;
import dev.ashlar.traffic.loadbalancer.UnauthenticatedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RouteRuleTest {

    private static final String RULE = "aws:lb/listenerRule:ListenerRule";
    private static final String TARGET_GROUP =
            "arn:aws:elasticloadbalancing:eu-central-1:000000000000:targetgroup/orders/0a";
    private static final String POOL = "arn:aws:cognito-idp:eu-central-1:000000000000:userpool/eu-central-1_a";

    private static GraphResource rule(Consumer<RouteArgs.Builder> options) {
        return Recording.of(context -> RouteRule.forward(
                        "orders",
                        SharedRoutes.route(options),
                        Output.of(TARGET_GROUP),
                        Map.of(),
                        CustomResourceOptions.builder().build()))
                .graph()
                .resource(RULE, "orders");
    }

    @Test
    void omits_the_path_condition_of_a_rule_with_hosts() {
        assertThat(rule(route -> route.hosts("api.example.com")).input("conditions"))
                .isEqualTo(List.of(Map.of("hostHeader", Map.of("values", List.of("api.example.com")))));
        assertThat(rule(route -> {}).input("conditions"))
                .isEqualTo(List.of(Map.of("pathPattern", Map.of("values", List.of("/*")))));
    }

    @Test
    void forwards_requests_by_host_and_path_to_a_target_group() {
        assertThat(rule(route -> route.hosts("api.example.com").paths("/orders/*"))
                        .inputs())
                .containsEntry("priority", RoutePriority.of(List.of("api.example.com"), List.of("/orders/*")))
                .containsEntry(
                        "conditions",
                        List.of(
                                Map.of("hostHeader", Map.of("values", List.of("api.example.com"))),
                                Map.of("pathPattern", Map.of("values", List.of("/orders/*")))))
                .containsEntry("actions", List.of(Map.of("type", "forward", "targetGroupArn", TARGET_GROUP)));
    }

    @Test
    void logs_users_in_to_a_user_pool_first() {
        var login = new UserPoolLogin(Output.of(POOL), Output.of("client"), Output.of("acme"));

        assertThat(rule(route -> route.authenticate(login)).input("actions"))
                .asInstanceOf(LIST)
                .containsExactly(
                        Map.of(
                                "type",
                                "authenticate-cognito",
                                "order",
                                1,
                                "authenticateCognito",
                                Map.of(
                                        "userPoolArn",
                                        POOL,
                                        "userPoolClientId",
                                        "client",
                                        "userPoolDomain",
                                        "acme",
                                        "onUnauthenticatedRequest",
                                        "authenticate",
                                        "scope",
                                        "openid",
                                        "sessionTimeout",
                                        43_200)),
                        Map.of("type", "forward", "order", 2, "targetGroupArn", TARGET_GROUP));
    }

    @Test
    void logs_users_in_to_an_openid_connect_provider_first() {
        var provider = new OidcProvider(
                "https://issuer",
                "https://issuer/login",
                "https://issuer/token",
                "https://issuer/user",
                "orders",
                Output.of("hush"));
        var actions = rule(route -> route.authenticate(login -> login.oidc(provider)
                        .onUnauthenticatedRequest(UnauthenticatedRequest.DENY)
                        .scope("openid email")
                        .sessionTimeout(Duration.ofMinutes(30))))
                .input("actions");

        assertThat(actions)
                .asInstanceOf(LIST)
                .first()
                .isEqualTo(Map.of(
                        "type",
                        "authenticate-oidc",
                        "order",
                        1,
                        "authenticateOidc",
                        Map.of(
                                "issuer",
                                "https://issuer",
                                "authorizationEndpoint",
                                "https://issuer/login",
                                "tokenEndpoint",
                                "https://issuer/token",
                                "userInfoEndpoint",
                                "https://issuer/user",
                                "clientId",
                                "orders",
                                "clientSecret",
                                new PropertyValues.Secret("hush"),
                                "onUnauthenticatedRequest",
                                "deny",
                                "scope",
                                "openid email",
                                "sessionTimeout",
                                1800)));
    }
}
