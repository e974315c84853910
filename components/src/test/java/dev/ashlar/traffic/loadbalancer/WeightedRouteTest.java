package dev.ashlar.traffic.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Violation;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.identity.UserPoolLogin;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedRouteTest {

    private static final Output<String> BLUE = arn("blue");
    private static final Output<String> GREEN = arn("green");

    private static Output<String> arn(String colour) {
        return Output.of("arn:aws:elasticloadbalancing:eu-central-1:000000000000:targetgroup/%s/0a".formatted(colour));
    }

    private static WeightedRouteArgs.Builder valid() {
        return WeightedRouteArgs.builder()
                .route(SharedRoutes.route(route -> route.paths("/orders/*")))
                .target("green", GREEN, 5)
                .target("blue", BLUE, 95);
    }

    private static GraphResource rule(WeightedRouteArgs.Builder args) {
        return Recording.of(context -> new WeightedRoute("orders", args.build()))
                .graph()
                .resource("aws:lb/listenerRule:ListenerRule", "orders");
    }

    private static List<String> faults(WeightedRouteArgs.Builder args) {
        return WeightedRoute.check("orders", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void distributes_requests_by_weight() {
        assertThat(rule(valid()).input("actions"))
                .isEqualTo(List.of(Map.of(
                        "type",
                        "forward",
                        "forward",
                        Map.of(
                                "targetGroups",
                                List.of(
                                        Map.of(
                                                "arn",
                                                "arn:aws:elasticloadbalancing:eu-central-1:000000000000:targetgroup/blue/0a",
                                                "weight",
                                                95),
                                        Map.of(
                                                "arn",
                                                "arn:aws:elasticloadbalancing:eu-central-1:000000000000:targetgroup/green/0a",
                                                "weight",
                                                5))))));
    }

    @Test
    void keeps_clients_at_a_target_group() {
        assertThat(rule(valid().stickiness(Duration.ofMinutes(10)))
                        .input("actions")
                        .toString())
                .contains("stickiness={duration=600, enabled=true}");
    }

    @Test
    void ignores_changes_of_externally_owned_weights() {
        assertThat(rule(valid()).options().ignoreChanges()).isEmpty();
        assertThat(rule(valid().weightsOwner(WeightedRouteArgs.WeightsOwner.EXTERNAL))
                        .options()
                        .ignoreChanges())
                .containsExactly("actions[0].forward");
        var login = new UserPoolLogin(arn("pool"), Output.of("client"), Output.of("acme"));
        assertThat(rule(valid().route(SharedRoutes.route(route -> route.authenticate(login)))
                                .weightsOwner(WeightedRouteArgs.WeightsOwner.EXTERNAL))
                        .options()
                        .ignoreChanges())
                .containsExactly("actions[1].forward");
    }

    @Test
    void reports_all_violations_at_once() {
        assertThat(faults(WeightedRouteArgs.builder().target("blue", BLUE, 1000).target("green", GREEN, -1)))
                .containsExactly(
                        "WeightedRoute \"orders\": route is missing, but it determines the requests; set a route of a load balancer.",
                        "WeightedRoute \"orders\": targets.blue is 1000, but a weight is 0 to 999; use a weight in this range.",
                        "WeightedRoute \"orders\": targets.green is -1, but a weight is 0 to 999; use a weight in this range.");
    }

    @Test
    void requires_a_target_with_a_weight() {
        assertThat(faults(valid())).isEmpty();
        assertThat(faults(WeightedRouteArgs.builder().route(SharedRoutes.route(route -> {}))))
                .singleElement(STRING)
                .contains("0 target groups");
        assertThat(faults(WeightedRouteArgs.builder()
                        .route(SharedRoutes.route(route -> {}))
                        .target("blue", BLUE, 0)))
                .singleElement(STRING)
                .contains("with no weight but 0");
        var six = valid();
        for (int i = 0; i < 4; i++) {
            six.target("more-" + i, BLUE, 1);
        }
        assertThat(faults(six)).singleElement(STRING).contains("6 target groups");
        assertThat(faults(valid().stickiness(Duration.ofDays(8)))).hasSize(1);
    }

    @Test
    void reports_its_faults_together_with_those_of_its_load_balancer() {
        var recording = Recording.failing(context -> {
            var loadBalancer = new ApplicationLoadBalancer(
                    "public", ApplicationLoadBalancerArgs.builder().build());
            var route = new WeightedRoute(
                    "orders",
                    WeightedRouteArgs.builder()
                            .route(loadBalancer.route(options -> {}))
                            .build());
            context.export("rule", route.ruleArn());
        });

        assertThat(recording.failure())
                .contains(
                        "ApplicationLoadBalancer \"public\": network is missing",
                        "WeightedRoute \"orders\": targets is 0 target groups");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void rejects_a_target_label_that_is_given_twice() {
        assertThat(faults(valid().target("blue", GREEN, 1)))
                .containsExactly(
                        "WeightedRoute \"orders\": targets is \"blue\" a second time, but it would replace the first; use another name.");
    }
}
