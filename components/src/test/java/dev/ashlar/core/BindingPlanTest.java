package dev.ashlar.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BindingPlanTest {

    private static final Output<String> ARN = Output.of("arn");

    private static Binding binding(String provider, String access, String variable) {
        return Binding.builder()
                .provider(provider)
                .access(access)
                .putEnvironment(variable, Output.of("value"))
                .addStatements(PolicyStatement.allow(ARN, provider + ":" + access))
                .path(new NetworkPath(Output.of("sg-1"), 5432))
                .addServices(AwsService.SQS)
                .build();
    }

    @Test
    void bindings_to_one_provider_become_one_policy_and_one_path() {
        var plan = BindingPlan.of(List.of(binding("queue", "send", "URL"), binding("queue", "consume", "URL")));

        assertThat(plan.permissions().get("queue"))
                .extracting(PolicyStatement::actions)
                .containsExactly(List.of("queue:send"), List.of("queue:consume"));
        assertThat(plan.paths()).containsOnlyKeys("queue");
        assertThat(plan.services()).containsExactly(AwsService.SQS);
        assertThat(plan.edges())
                .containsExactly(
                        Map.of("provider", "queue", "access", "send"),
                        Map.of("provider", "queue", "access", "consume"));
    }

    @Test
    void two_providers_that_set_the_same_variable_are_refused() {
        var violations = Violations.of("FargateService", "api");

        BindingPlan.of(List.of(binding("orders", "connect", "HOST"), binding("users", "connect", "HOST")))
                .check(Set.of(), violations);

        assertThat(violations.message())
                .isEqualTo("FargateService \"api\": uses is a binding to users that sets HOST, "
                        + "but orders sets the same variable; give one of them another prefix.");
    }

    @Test
    void a_binding_that_sets_a_variable_of_the_consumer_is_refused() {
        var violations = Violations.of("FargateService", "api");

        BindingPlan.of(List.of(binding("orders", "connect", "HOST"))).check(Set.of("HOST"), violations);

        assertThat(violations.message()).contains("the environment option sets the same variable");
    }

    @Test
    void the_same_provider_may_set_its_variable_twice() {
        var violations = Violations.of("FargateService", "api");

        BindingPlan.of(List.of(binding("queue", "send", "URL"), binding("queue", "consume", "URL")))
                .check(Set.of(), violations);

        assertThat(violations.isEmpty()).isTrue();
    }
}
