package dev.ashlar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.PolicyStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    @Test
    void allows_the_actions_on_the_resources_only() {
        var policy = PolicyDocument.allowing(PolicyStatement.allow(Output.of("queue-arn"), "sqs:SendMessage"));

        assertThat(PulumiTest.extractValue(policy))
                .isEqualTo("{\"Statement\":[{\"Action\":[\"sqs:SendMessage\"],\"Effect\":\"Allow\","
                        + "\"Resource\":[\"queue-arn\"]}],\"Version\":\"2012-10-17\"}");
    }

    @Test
    void includes_the_conditions_of_a_statement() {
        var policy = PolicyDocument.allowing(PolicyStatement.allow(Output.of("role-arn"), "iam:PassRole")
                .when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")
                .when("StringEquals", "aws:ResourceAccount", Output.of("account")));

        assertThat(PulumiTest.extractValue(policy))
                .contains("\"Condition\":{\"StringEquals\":{\"aws:ResourceAccount\":\"account\","
                        + "\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"}}");
    }

    @Test
    void trusts_one_service_on_behalf_of_its_own_account() {
        assertThat(PulumiTest.extractValue(
                        PolicyDocument.trusting("vpc-flow-logs.amazonaws.com", Output.of("account"))))
                .contains("\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"account\"}}")
                .contains("\"Principal\":{\"Service\":\"vpc-flow-logs.amazonaws.com\"}");
    }

    @Test
    void denies_requests_without_tls() {
        var policy = PolicyDocument.builder()
                .denyPlainText(List.of("sqs:*"), List.of(Output.of("queue-arn")))
                .build();

        assertThat(PulumiTest.extractValue(policy))
                .contains("\"Effect\":\"Deny\"")
                .contains("\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}");
    }

    @Test
    void rejects_two_statements_with_the_same_id() {
        var policy = PolicyDocument.builder().denyPlainText(List.of("sqs:*"), List.of("arn"));

        assertThatThrownBy(() -> policy.statement("DenyPlainText", "Allow", "*", List.of(), List.of(), Map.of()))
                .hasMessage("the policy already has a statement DenyPlainText");
    }
}
