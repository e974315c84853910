package dev.ashlar.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.preflight.testkit.Recording;
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
    void merges_bindings_to_one_provider_into_one_policy_and_one_path() {
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
    void rejects_two_providers_that_set_the_same_variable() {
        var violations = Violations.of("FargateService", "api");

        BindingPlan.of(List.of(binding("orders", "connect", "HOST"), binding("users", "connect", "HOST")))
                .check(Set.of(), violations);

        assertThat(violations.message())
                .isEqualTo("FargateService \"api\": uses is a binding to users that sets HOST, "
                        + "but orders sets the same variable; give one of them another prefix.");
    }

    @Test
    void rejects_a_binding_that_sets_a_variable_of_the_consumer() {
        var violations = Violations.of("FargateService", "api");

        BindingPlan.of(List.of(binding("orders", "connect", "HOST"))).check(Set.of("HOST"), violations);

        assertThat(violations.message()).contains("the environment option sets the same variable");
    }

    @Test
    void accepts_two_bindings_to_one_provider_that_set_the_same_variable() {
        var violations = Violations.of("FargateService", "api");

        BindingPlan.of(List.of(binding("queue", "send", "URL"), binding("queue", "consume", "URL")))
                .check(Set.of(), violations);

        assertThat(violations.isEmpty()).isTrue();
    }

    private static Binding.Builder to(String provider) {
        return Binding.builder().provider(provider).access("connect");
    }

    private static String faults(Binding... bindings) {
        var violations = Violations.of("FargateService", "api");
        BindingPlan.of(List.of(bindings)).check(Set.of(), violations);
        return violations.isEmpty() ? "" : violations.message();
    }

    @Test
    void rejects_two_providers_of_one_name_with_two_ports() {
        var database =
                to("orders").path(new NetworkPath(Output.of("sg-1"), 5432)).build();
        var cache = to("orders").path(new NetworkPath(Output.of("sg-2"), 6379)).build();

        assertThat(faults(database, cache))
                .isEqualTo(
                        "FargateService \"api\": uses is bindings to orders at ports 5432 and 6379, but rules are named after the provider, so two providers need two names; give one of them another name.");
    }

    @Test
    void rejects_a_variable_that_is_both_a_secret_and_plain() {
        var token = to("orders").putEnvironment("ORDERS_USER", Output.of("app")).build();
        var secret = SecretReference.of(ARN);
        var password =
                to("orders").putSecrets("ORDERS_USER", secret.key("username")).build();
        var other = to("orders").putSecrets("ORDERS_USER", secret.key("name")).build();

        assertThat(faults(token, password))
                .contains("two bindings to orders that set ORDERS_USER", "a plain value", "key username");
        assertThat(faults(password, other)).contains("key username and the other the secret's key name");
        assertThat(faults(password, password)).isEmpty();
    }

    @Test
    void rejects_an_incomplete_binding() {
        assertThat(faults(Binding.builder().build())).contains("a binding to an unnamed provider", "without access");
        assertThat(faults(to("Größe 1").build()))
                .contains("a binding to \"Größe 1\", but rules and policies are named");
        assertThat(faults(to("orders").path(new NetworkPath(ARN, 0)).build())).contains("at port 0");
        assertThat(faults(to("orders").path(new NetworkPath(ARN, 65_536)).build()))
                .contains("at port 65536");
    }

    @Test
    void rejects_two_values_of_one_variable_when_they_are_known() {
        var rejected = Recording.failing(context -> new Topic(
                "all",
                TopicArgs.builder()
                        .displayName(BindingPlan.of(List.of(
                                        to("orders")
                                                .putEnvironment("ORDERS_USER", Output.of("app"))
                                                .build(),
                                        to("orders")
                                                .putEnvironment("ORDERS_USER", Output.of("admin"))
                                                .build()))
                                .environment()
                                .get("ORDERS_USER"))
                        .build()));

        assertThat(rejected.failure())
                .isEqualTo("Binding \"orders\": ORDERS_USER is two different values, but the bindings of a consumer to"
                        + " orders must agree; give one of them another prefix, or two providers two names.");
    }

    @Test
    void rejects_two_security_groups_of_one_provider_when_they_are_known() {
        var rejected = Recording.failing(context -> new Topic(
                "all",
                TopicArgs.builder()
                        .displayName(BindingPlan.of(List.of(
                                        to("orders")
                                                .path(new NetworkPath(Output.of("sg-1"), 5432))
                                                .build(),
                                        to("orders")
                                                .path(new NetworkPath(Output.of("sg-2"), 5432))
                                                .build()))
                                .paths()
                                .get("orders")
                                .securityGroupId())
                        .build()));

        assertThat(rejected.failure()).contains("its security group is two different values");
    }
}
