package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.preflight.testkit.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables of SQS, SNS and IAM say of changes, of what belongs together, and of answers. */
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
    void a_name_prefix_leaves_the_name_to_the_provider(String type, String name) {
        var resource = sandbox.create(type, "main", Map.of("namePrefix", "orders-"));

        assertThat(resource.inputs().containsFields("name")).isFalse();
        assertThat((String) resource.output("name")).matches(name);
        assertThat((String) resource.output("arn")).matches(".*(:orders-\\d{26}|security-group/.+)");
    }

    @Test
    void a_name_of_the_provider_ends_as_that_of_a_fifo_queue_must() {
        var inputs = Map.of("namePrefix", "orders-", "fifoQueue", true);

        assertThat((String) sandbox.create(QUEUE, "main", inputs).output("name"))
                .matches("orders-\\d{26}\\.fifo");
    }

    @Test
    void a_queue_is_encrypted_with_keys_of_sqs_unless_it_has_one() {
        assertThat(sandbox.create(QUEUE, "q", Map.of()).output("sqsManagedSseEnabled"))
                .isEqualTo(true);
        assertThat(sandbox.create(QUEUE, "q", Map.of("kmsMasterKeyId", "k")).output("sqsManagedSseEnabled"))
                .isEqualTo(false);
    }

    @Test
    void a_dead_letter_queue_is_of_the_same_kind_and_gets_messages_after_some_attempts() {
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
    void only_a_fifo_topic_has_an_archive_and_a_scope_of_its_throughput() {
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
    void a_policy_names_its_role_without_the_arn(String type, String policy) {
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
    void a_description_of_a_role_has_no_typographic_quotation_marks() {
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
