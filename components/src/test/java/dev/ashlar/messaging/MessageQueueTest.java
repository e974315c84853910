package dev.ashlar.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.InvalidArgsException;
import dev.ashlar.core.PolicyStatement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageQueueTest {

    private static final Output<String> ARN = Output.of("arn:aws:sqs:eu-central-1:000000000000:orders-1a2b3c4");
    private static final Output<String> URL =
            Output.of("https://sqs.eu-central-1.amazonaws.com/000000000000/orders-1a2b3c4");
    private static final Output<String> KEY = Output.of("arn:aws:kms:eu-central-1:000000000000:key/k");

    private final MessageQueue queue =
            MessageQueue.fromExisting("order-events", existing().build());

    private static ExistingQueueArgs.Builder existing() {
        return ExistingQueueArgs.builder().arn(ARN).url(URL);
    }

    @Test
    void allows_a_sender_to_send_and_provides_the_queue_url() {
        var send = queue.send();

        assertThat(send.provider()).isEqualTo("order-events");
        assertThat(send.access()).isEqualTo("send");
        assertThat(send.environment())
                .containsOnlyKeys("ORDER_EVENTS_QUEUE_URL")
                .containsValue(URL);
        assertThat(send.statements())
                .containsExactly(PolicyStatement.allow(
                        queue.arn(), "sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"));
        assertThat(send.services()).containsExactly(AwsService.SQS);
        assertThat(send.path()).isEmpty();
    }

    @Test
    void allows_a_consumer_to_receive_and_delete_but_not_to_send() {
        var consume = queue.consume();

        assertThat(consume.access()).isEqualTo("consume");
        assertThat(consume.statements()).singleElement().satisfies(statement -> assertThat(statement.actions())
                .contains("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility")
                .doesNotContain("sqs:SendMessage"));
    }

    @Test
    void names_the_environment_variable_after_a_given_prefix() {
        assertThat(queue.send("target").environment()).containsOnlyKeys("TARGET_QUEUE_URL");
        assertThat(queue.consume("source").environment()).containsOnlyKeys("SOURCE_QUEUE_URL");
    }

    @Test
    void allows_users_of_an_encrypted_queue_to_use_its_key() {
        var encrypted =
                MessageQueue.fromExisting("orders", existing().kmsKeyArn(KEY).build());

        assertThat(encrypted.send().statements())
                .contains(PolicyStatement.allow(KEY, "kms:GenerateDataKey", "kms:Decrypt"));
        assertThat(encrypted.consume().statements()).contains(PolicyStatement.allow(KEY, "kms:Decrypt"));
    }

    @Test
    void an_existing_queue_has_the_properties_of_its_args() {
        var fifo = MessageQueue.fromExisting(
                "orders",
                ExistingQueueArgs.builder()
                        .arn("arn:aws:sqs:eu-central-1:000000000000:orders.fifo")
                        .url("https://sqs")
                        .fifo(true)
                        .visibilityTimeout(Duration.ofMinutes(1))
                        .build());

        assertThat(PulumiTest.extractValue(fifo.name())).isEqualTo("orders.fifo");
        assertThat(fifo.fifo()).isTrue();
        assertThat(fifo.visibilityTimeout()).contains(Duration.ofMinutes(1));
        assertThat(queue.visibilityTimeout()).isEmpty();
        assertThat(queue.fifo()).isFalse();
    }

    @Test
    void an_existing_queue_requires_arn_and_url() {
        assertThatThrownBy(() -> MessageQueue.fromExisting(
                        "orders", ExistingQueueArgs.builder().build()))
                .isInstanceOf(InvalidArgsException.class)
                .hasMessageContainingAll("arn is missing", "url is missing");
        assertThatThrownBy(() -> MessageQueue.fromExisting("Orders", existing().build()))
                .isInstanceOf(InvalidArgsException.class)
                .hasMessageContaining("name is \"Orders\"");
    }

    @Test
    void all_statements_apply_to_one_queue() {
        assertThat(queue.consume().statements())
                .extracting(PolicyStatement::resources)
                .containsExactly(List.of(queue.arn()));
    }
}
