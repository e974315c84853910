package dev.ashlar.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Violation;
import dev.ashlar.messaging.MessageQueueArgs;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.messaging.QueueTopologyArgs;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTopologyCheckTest {

    private static List<String> faults(String name, QueueTopologyArgs.Builder args) {
        return QueueTopology.check(name, args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static List<String> faults(Consumer<MessageQueueArgs.Builder> options) {
        return faults("pipeline", QueueTopologyArgs.builder().queue("inbound", options));
    }

    @Test
    void accepts_a_queue_without_options() {
        assertThat(faults(queue -> {})).isEmpty();
    }

    @Test
    void requires_at_least_one_queue() {
        assertThat(faults("pipeline", QueueTopologyArgs.builder()))
                .containsExactly(
                        "QueueTopology \"pipeline\": queues is missing, but a topology has at least one queue; add one with queue(label).");
    }

    @Test
    void rejects_two_queues_with_the_same_label() {
        assertThat(faults(
                        "pipeline", QueueTopologyArgs.builder().queue("inbound").queue("inbound")))
                .containsExactly(
                        "QueueTopology \"pipeline\": queues is \"inbound\" twice, but each queue requires its own label; rename one of them.");
    }

    @ParameterizedTest
    @CsvSource({"Inbound", "in_bound", "1st", "''"})
    void rejects_labels_that_are_not_valid_names(String label) {
        assertThat(faults("pipeline", QueueTopologyArgs.builder().queue(label)))
                .singleElement(STRING)
                .contains("use a label like \"inbound\"");
    }

    @Test
    void counts_the_suffixes_of_the_provider_in_the_length_of_a_name() {
        // 8 for the topology and a hyphen before, 5 for -dead and 8 for the random suffix behind: 80.
        var longest = "a".repeat(58);

        assertThat(faults("pipeline", QueueTopologyArgs.builder().queue(longest)))
                .isEmpty();
        assertThat(faults("pipeline", QueueTopologyArgs.builder().queue(longest + "a")))
                .singleElement(STRING)
                .contains("a name of 81 characters");
        assertThat(faults("pipeline", QueueTopologyArgs.builder().queue(longest, queue -> queue.fifo(true))))
                .singleElement(STRING)
                .contains("a name of 85 characters");
        assertThat(faults(
                        "pipeline",
                        QueueTopologyArgs.builder().queue(longest + "aaaaa", queue -> queue.deadLetterQueue(false))))
                .isEmpty();
    }

    @Test
    void rejects_durations_outside_the_limits_of_sqs() {
        assertThat(faults(queue -> queue.visibilityTimeout(Duration.ofHours(13)).maxReceives(1)))
                .containsExactly(
                        "QueueTopology \"pipeline\": inbound.visibilityTimeout is PT13H, but AWS allows 0 to 43200 whole seconds; use a time in this range.");
        assertThat(faults(
                        queue -> queue.messageRetention(Duration.ofSeconds(59)).maxReceives(1)))
                .singleElement(STRING)
                .contains("inbound.messageRetention", "60 to 1209600 whole seconds");
        assertThat(faults(queue -> queue.delay(Duration.ofMinutes(16))))
                .singleElement(STRING)
                .contains("inbound.delay", "0 to 900 whole seconds");
        assertThat(faults(queue -> queue.receiveWaitTime(Duration.ofSeconds(21))))
                .singleElement(STRING)
                .contains("inbound.receiveWaitTime", "0 to 20 whole seconds");
        assertThat(faults(queue -> queue.deadLetterRetention(Duration.ofDays(15))))
                .singleElement(STRING)
                .contains("inbound.deadLetterRetention", "60 to 1209600 whole seconds");
        assertThat(faults(queue -> queue.kmsDataKeyReusePeriod(Duration.ofSeconds(30))))
                .singleElement(STRING)
                .contains("inbound.kmsDataKeyReusePeriod", "60 to 86400 whole seconds");
    }

    @Test
    void rejects_fractions_of_a_second() {
        assertThat(faults(queue -> queue.delay(Duration.ofMillis(1500))))
                .singleElement(STRING)
                .contains("inbound.delay is PT1.5S");
    }

    @Test
    void rejects_message_sizes_outside_the_limits_of_the_provider() {
        assertThat(faults(queue -> queue.maxMessageSize(1024 * 1024)))
                .singleElement(STRING)
                .contains("1048576 bytes", "1024 to 262144");
        assertThat(faults(queue -> queue.maxMessageSize(1023))).hasSize(1);
        assertThat(faults(queue -> queue.maxMessageSize(1024))).isEmpty();
    }

    @Test
    void rejects_fifo_options_for_standard_queues() {
        assertThat(faults(queue -> queue.contentBasedDeduplication(true).highThroughput(true)))
                .hasSize(2)
                .allMatch(fault -> fault.endsWith("but only FIFO queues support it; set fifo(true), or leave it out."));
        assertThat(faults(queue ->
                        queue.fifo(true).contentBasedDeduplication(true).highThroughput(true)))
                .isEmpty();
    }

    @Test
    void rejects_a_dead_letter_retention_not_longer_than_the_message_retention() {
        assertThat(faults(queue -> queue.messageRetention(Duration.ofDays(14))))
                .singleElement(STRING)
                .contains("inbound.deadLetterRetention is 1209600 s", "make it longer than messageRetention");
        // The retention of a FIFO queue's messages starts again in the dead-letter queue.
        assertThat(faults(queue -> queue.fifo(true).messageRetention(Duration.ofDays(14))))
                .isEmpty();
        assertThat(faults(queue -> queue.deadLetterQueue(false).messageRetention(Duration.ofDays(14))))
                .isEmpty();
    }

    @Test
    void rejects_receives_that_take_longer_than_the_message_retention() {
        assertThat(faults(queue -> queue.visibilityTimeout(Duration.ofHours(1)).maxReceives(100)))
                .containsExactly(
                        "QueueTopology \"pipeline\": inbound.maxReceives is 100 with a visibilityTimeout of 3600 s, but a message would expire after 345600 s and never reach the dead-letter queue; lower either of them, or raise messageRetention.");
    }

    @Test
    void rejects_receives_outside_the_limits_of_sqs() {
        assertThat(faults(queue -> queue.maxReceives(0)))
                .singleElement(STRING)
                .contains("inbound.maxReceives is 0", "1 to 1000");
        assertThat(faults(queue -> queue.maxReceives(1001))).hasSize(1);
        assertThat(faults(queue -> queue.maxReceives(1000))).isEmpty();
    }

    @Test
    void rejects_senders_that_are_not_service_principals() {
        var topic = Output.of("arn:aws:sns:eu-central-1:000000000000:topic");

        assertThat(faults(queue -> queue.sender("Orders", "sns", topic)))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("a service principal is required"))
                .anyMatch(fault -> fault.contains("use a label like orders"));
        assertThat(faults(queue -> queue.sender("orders", "sns.amazonaws.com", topic)))
                .isEmpty();
    }

    @Test
    void reports_the_violations_of_all_queues_at_once() {
        assertThat(faults(
                        "Pipeline",
                        QueueTopologyArgs.builder()
                                .queue("inbound", queue -> queue.delay(Duration.ofHours(1)))
                                .queue("outbound", queue -> queue.maxReceives(0))))
                .hasSize(3);
    }

    @Test
    void rejects_a_sender_given_twice() {
        var topic = Output.of("arn:aws:sns:eu-central-1:000000000000:topic");
        var args = QueueTopologyArgs.builder()
                .queue("inbound", queue -> queue.sender("orders", "sns.amazonaws.com", topic)
                        .sender("orders", "s3.amazonaws.com", topic));

        assertThat(faults("pipeline", args))
                .containsExactly(
                        "QueueTopology \"pipeline\": inbound.senders is \"orders\" a second time, but it would replace the first; use another name.");
        assertThat(faults("pipeline", args.build().toBuilder())).hasSize(1);
    }
}
