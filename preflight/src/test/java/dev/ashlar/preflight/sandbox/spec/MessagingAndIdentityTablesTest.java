package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.testkit.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes, constraints and outputs of SQS, SNS and IAM. */
class MessagingAndIdentityTablesTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String TOPIC = "aws:sns/topic:Topic";
    private static final String ROLE = "aws:iam/role:Role";
    private static final String QUEUE_ARN = "arn:aws:sqs:eu-central-1:000000000000:failed";

    @RegisterExtension
    static final Sandbox sandbox = Sandbox.in("eu-central-1");

    @ParameterizedTest
    @CsvSource({
        "aws:sqs/queue:Queue, orders-\\d{26}",
        "aws:sns/topic:Topic, orders-\\d{26}",
        "aws:ec2/securityGroup:SecurityGroup, orders-\\d{26}"
    })
    void generates_no_name_when_a_name_prefix_is_given(String type, String name) {
        var resource = sandbox.create(type, "main", Map.of("namePrefix", "orders-"));

        assertThat(resource.inputs().containsFields("name")).isFalse();
        assertThat((String) resource.output("name")).matches(name);
        assertThat((String) resource.output("arn")).matches(".*(:orders-\\d{26}|security-group/.+)");
    }

    @Test
    void completes_the_name_prefix_of_a_fifo_queue_with_its_suffix() {
        var inputs = Map.of("namePrefix", "orders-", "fifoQueue", true);

        assertThat((String) sandbox.create(QUEUE, "main", inputs).output("name"))
                .matches("orders-\\d{26}\\.fifo");
    }

    @Test
    void encrypts_a_queue_with_sqs_managed_keys_unless_it_has_a_kms_key() {
        assertThat(sandbox.create(QUEUE, "q", Map.of()).output("sqsManagedSseEnabled"))
                .isEqualTo(true);
        assertThat(sandbox.create(QUEUE, "q", Map.of("kmsMasterKeyId", "k")).output("sqsManagedSseEnabled"))
                .isEqualTo(false);
    }

    @Test
    void rejects_a_dead_letter_queue_of_another_kind_and_invalid_receive_counts() {
        assertThat(sandbox.failures(QUEUE, Map.of("redrivePolicy", redrive(QUEUE_ARN, 5))))
                .isEmpty();
        assertThat(sandbox.failures(QUEUE, Map.of("redrivePolicy", redrive(QUEUE_ARN, 1001))))
                .singleElement()
                .asString()
                .startsWith("redrivePolicy.maxReceiveCount: must be from 1 to 1000");
        assertThat(sandbox.failures(
                        QUEUE, Map.of("redrivePolicy", "{\"deadLetterTargetArn\":\"%s\"}".formatted(QUEUE_ARN))))
                .singleElement()
                .asString()
                .startsWith("redrivePolicy.maxReceiveCount: is required");
        assertThat(sandbox.failures(QUEUE, Map.of("redrivePolicy", redrive(QUEUE_ARN + ".fifo", 5))))
                .singleElement()
                .asString()
                .startsWith("redrivePolicy.deadLetterTargetArn: must not be a FIFO queue");
        assertThat(sandbox.failures(QUEUE, Map.of("fifoQueue", true, "redrivePolicy", redrive(QUEUE_ARN, 5))))
                .singleElement()
                .asString()
                .startsWith("redrivePolicy.deadLetterTargetArn: must be a FIFO queue");
        assertThat(sandbox.failures(QUEUE, Map.of("redriveAllowPolicy", "{\"redrivePermission\":\"allow\"}")))
                .singleElement()
                .asString()
                .startsWith("redriveAllowPolicy.redrivePermission: must be one of");
    }

    @Test
    void rejects_an_archive_and_a_throughput_scope_of_a_standard_topic() {
        assertThat(sandbox.failures(TOPIC, Map.of("archivePolicy", "{}", "fifoThroughputScope", "Topic")))
                .hasSize(2)
                .allMatch(failure -> failure.contains("requires fifoTopic to be true"));
        assertThat(sandbox.create(TOPIC, "t", Map.of("fifoTopic", true)).output("fifoThroughputScope"))
                .isEqualTo("Topic");
        assertThat(sandbox.failures(TOPIC, Map.of("sqsSuccessFeedbackSampleRate", 101)))
                .singleElement()
                .asString()
                .startsWith("sqsSuccessFeedbackSampleRate: must be from 0 to 100");
    }

    @ParameterizedTest
    @CsvSource({"aws:iam/rolePolicy:RolePolicy, policy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment, policyArn"
    })
    void rejects_the_arn_of_a_role_where_a_policy_needs_its_name(String type, String policy) {
        var inputs = Map.of(
                "role",
                "arn:aws:iam::000000000000:role/main",
                policy,
                policy.equals("policyArn")
                        ? "arn:aws:iam::aws:policy/ReadOnlyAccess"
                        : "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

        assertThat(sandbox.failures(type, inputs))
                .singleElement()
                .asString()
                .startsWith("role: must be the name of a role, not its ARN");
    }

    @Test
    void rejects_typographic_quotation_marks_in_the_description_of_a_role() {
        var inputs = Map.of(
                "assumeRolePolicy",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                        + "\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"}}]}",
                "description",
                "of \u201corders\u201d");

        assertThat(sandbox.failures(ROLE, inputs))
                .singleElement()
                .asString()
                .startsWith("description: must not contain");
    }

    private static String redrive(String arn, int attempts) {
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(arn, attempts);
    }
}
