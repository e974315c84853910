package dev.ashlar.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueTopologyTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String POLICY = "aws:sqs/queuePolicy:QueuePolicy";
    private static final String REDRIVE_ALLOW = "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy";

    private static QueueTopologyArgs.Builder args() {
        return QueueTopologyArgs.builder()
                .queue("inbound", queue -> queue.visibilityTimeout(Duration.ofSeconds(90))
                        .maxReceives(3))
                .queue("outbound", queue -> queue.fifo(true).contentBasedDeduplication(true));
    }

    private static ResourceGraph graph(QueueTopologyArgs.Builder args) {
        return Recording.of(context -> new QueueTopology("pipeline", args.build()))
                .graph();
    }

    private static JsonNode json(GraphResource resource, String property) throws Exception {
        return new ObjectMapper().readTree(String.valueOf(resource.input(property)));
    }

    @Test
    void creates_a_dead_letter_queue_of_the_same_kind_for_every_queue() throws Exception {
        var graph = graph(args());

        assertThat(graph.names(QUEUE))
                .containsExactly(
                        "pipeline-inbound", "pipeline-inbound-dead", "pipeline-outbound", "pipeline-outbound-dead");
        assertThat(graph.resource(QUEUE, "pipeline-inbound").input("fifoQueue")).isNull();
        assertThat(graph.resource(QUEUE, "pipeline-outbound-dead").input("fifoQueue"))
                .isEqualTo(true);
        assertThat(String.valueOf(
                        graph.resource(QUEUE, "pipeline-outbound-dead").output("name")))
                .startsWith("pipeline-outbound-dead-")
                .endsWith(".fifo");
        var redrive = json(graph.resource(QUEUE, "pipeline-inbound"), "redrivePolicy");
        assertThat(redrive.get("maxReceiveCount").asInt()).isEqualTo(3);
        assertThat(redrive.get("deadLetterTargetArn").asText())
                .isEqualTo(graph.resource(QUEUE, "pipeline-inbound-dead").output("arn"));
    }

    @Test
    void a_dead_letter_queue_accepts_from_its_queue_only() throws Exception {
        var graph = graph(args());

        assertThat(graph.names(REDRIVE_ALLOW)).containsExactly("pipeline-inbound-dead", "pipeline-outbound-dead");
        var allow = json(graph.resource(REDRIVE_ALLOW, "pipeline-inbound-dead"), "redriveAllowPolicy");
        assertThat(allow.get("redrivePermission").asText()).isEqualTo("byQueue");
        assertThat(allow.get("sourceQueueArns"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo(graph.resource(QUEUE, "pipeline-inbound").output("arn"));
    }

    @Test
    void uses_the_documented_defaults() {
        var graph = graph(QueueTopologyArgs.builder().queue("inbound"));

        assertThat(graph.resource(QUEUE, "pipeline-inbound").inputs())
                .containsEntry("visibilityTimeoutSeconds", 30)
                .containsEntry("messageRetentionSeconds", 345_600)
                .containsEntry("receiveWaitTimeSeconds", 20)
                .containsEntry("delaySeconds", 0)
                .containsEntry("maxMessageSize", 262_144)
                .containsEntry("sqsManagedSseEnabled", true)
                .doesNotContainKeys("name", "kmsMasterKeyId", "deduplicationScope");
        assertThat(graph.resource(QUEUE, "pipeline-inbound-dead").inputs())
                .containsEntry("messageRetentionSeconds", 1_209_600)
                .containsEntry("sqsManagedSseEnabled", true);
    }

    @Test
    void denies_requests_without_tls_for_every_queue() throws Exception {
        var graph = graph(args());

        assertThat(graph.names(POLICY)).isEqualTo(graph.names(QUEUE));
        for (var policy : graph.ofType(POLICY)) {
            var statement = json(policy, "policy").get("Statement").get(0);
            assertThat(statement.get("Effect").asText()).isEqualTo("Deny");
            assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false");
            assertThat(statement.at("/Resource/0").asText())
                    .isEqualTo(graph.resource(QUEUE, policy.name()).output("arn"));
        }
    }

    @Test
    void allows_an_aws_service_to_send_on_behalf_of_one_resource() throws Exception {
        var topic = "arn:aws:sns:eu-central-1:000000000000:orders";
        var graph = graph(QueueTopologyArgs.builder()
                .queue("inbound", queue -> queue.sender("order-topic", "sns.amazonaws.com", Output.of(topic))));

        var statement = json(graph.resource(POLICY, "pipeline-inbound"), "policy")
                .get("Statement")
                .get(1);
        assertThat(statement.get("Sid").asText()).isEqualTo("SendForordertopic");
        assertThat(statement.at("/Principal/Service").asText()).isEqualTo("sns.amazonaws.com");
        assertThat(statement.get("Action").toString()).isEqualTo("[\"sqs:SendMessage\"]");
        assertThat(statement.at("/Condition/ArnEquals/aws:SourceArn").asText()).isEqualTo(topic);
        assertThat(json(graph.resource(POLICY, "pipeline-inbound-dead"), "policy")
                        .get("Statement"))
                .hasSize(1);
    }

    @Test
    void encrypts_with_a_customer_managed_key_if_set() {
        var key = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555";
        var graph = graph(QueueTopologyArgs.builder()
                .queue("inbound", queue -> queue.kmsKeyArn(key).kmsDataKeyReusePeriod(Duration.ofHours(1))));

        assertThat(graph.ofType(QUEUE)).allSatisfy(queue -> assertThat(queue.inputs())
                .containsEntry("kmsMasterKeyId", key)
                .containsEntry("kmsDataKeyReusePeriodSeconds", 3600)
                .doesNotContainKey("sqsManagedSseEnabled"));
    }

    @Test
    void high_throughput_applies_limits_per_message_group() {
        var graph = graph(QueueTopologyArgs.builder()
                .queue("outbound", queue -> queue.fifo(true).highThroughput(true)));

        assertThat(graph.resource(QUEUE, "pipeline-outbound").inputs())
                .containsEntry("deduplicationScope", "messageGroup")
                .containsEntry("fifoThroughputLimit", "perMessageGroupId");
    }

    @Test
    void creates_no_dead_letter_queue_if_disabled() {
        var graph = graph(QueueTopologyArgs.builder().queue("inbound", queue -> queue.deadLetterQueue(false)));

        assertThat(graph.names(QUEUE)).containsExactly("pipeline-inbound");
        assertThat(graph.resource(QUEUE, "pipeline-inbound").input("redrivePolicy"))
                .isNull();
        assertThat(graph.names(REDRIVE_ALLOW)).isEmpty();
    }

    @Test
    void protects_queues_if_the_profile_protects_data() {
        assertThat(graph(args()).ofType(QUEUE))
                .allMatch(queue -> queue.options().protect());
        assertThat(graph(args().profile(Profile.DEV)).ofType(QUEUE))
                .noneMatch(queue -> queue.options().protect());
    }

    @Test
    void adding_a_queue_changes_no_other() {
        var before = graph(args());
        var after = graph(args().queue("fetch-request"));

        assertThat(after.all())
                .containsAll(before.all().stream()
                        .filter(resource -> !resource.isComponent())
                        .toList());
        assertThat(after.names(QUEUE)).contains("pipeline-fetch-request", "pipeline-fetch-request-dead");
    }

    @Test
    void tags_queues_with_their_names() {
        assertThat(graph(args().putTags("team", "orders"))
                        .resource(QUEUE, "pipeline-inbound-dead")
                        .input("tags"))
                .asInstanceOf(MAP)
                .containsOnly(Map.entry("Name", "pipeline-inbound-dead"), Map.entry("team", "orders"));
    }

    @Test
    void returns_its_queues_by_label() {
        var labels = new ArrayList<String>();
        var recording = Recording.of(context -> {
            var queues = new QueueTopology("pipeline", args().build());
            var inbound = queues.queue("inbound");
            labels.add(inbound.provider());
            labels.add(queues.deadLetterQueue("outbound").label());
            assertThat(inbound.visibilityTimeout()).contains(Duration.ofSeconds(90));
            assertThat(queues.queue("outbound").fifo()).isTrue();
            context.export("url", inbound.send().environment().get("INBOUND_QUEUE_URL"));
            context.export("urls", queues.queueUrls());
            context.export("names", queues.queueNames());
        });

        assertThat(labels).containsExactly("pipeline-inbound", "outbound-dead");
        var inbound = recording.graph().resource(QUEUE, "pipeline-inbound");
        assertThat(recording.outputs())
                .containsEntry("url", inbound.output("url"))
                .hasEntrySatisfying("names", names -> assertThat(names)
                        .asInstanceOf(MAP)
                        .containsOnlyKeys("inbound", "outbound")
                        .containsEntry("inbound", inbound.output("name")));
    }

    @Test
    void lists_the_existing_labels_for_an_unknown_label() {
        var failing = Recording.failing(context -> new QueueTopology("pipeline", args().build()).queue("inbuond"));
        assertThat(failing.failure())
                .isEqualTo(
                        "QueueTopology \"pipeline\": queue is \"inbuond\", but no queue has this label; use one of inbound, outbound.");

        var withoutDeadLetters = Recording.failing(context -> new QueueTopology(
                        "pipeline",
                        QueueTopologyArgs.builder()
                                .queue("inbound", queue -> queue.deadLetterQueue(false))
                                .build())
                .deadLetterQueue("inbound"));
        assertThat(withoutDeadLetters.failure()).contains("deadLetterQueue is \"inbound\"");
    }

    @Test
    void registers_no_resources_if_an_option_is_not_valid() {
        var failing = Recording.failing(context -> new QueueTopology(
                "pipeline",
                QueueTopologyArgs.builder()
                        .queue("inbound", queue -> queue.maxReceives(0))
                        .build()));

        assertThat(failing.failure()).contains("inbound.maxReceives is 0");
        assertThat(failing.graph().names(QUEUE)).isEmpty();
    }

    @Test
    void publishes_age_backlog_and_dead_letters_as_signals() {
        var signals = new ArrayList<Signal>();
        Recording.of(context -> signals.addAll(new QueueTopology("pipeline", args().build()).signals()));

        assertThat(signals)
                .extracting(signal -> signal.source() + " " + signal.name())
                .containsExactly(
                        "pipeline-inbound oldest-message",
                        "pipeline-inbound visible-messages",
                        "pipeline-inbound-dead dead-letters",
                        "pipeline-outbound oldest-message",
                        "pipeline-outbound visible-messages",
                        "pipeline-outbound-dead dead-letters");
        assertThat(signals.get(0).objective()).contains(Signal.Objective.atMost(300));
        assertThat(signals.get(2).objective()).contains(Signal.Objective.atMost(0));
        assertThat(signals.get(2).metric()).isEqualTo("ApproximateNumberOfMessagesVisible");
    }

    @Test
    void reports_its_violations_together_with_those_of_the_components_that_use_it() {
        var failing = Recording.failing(context -> {
            var queues = new QueueTopology(
                    "pipeline",
                    QueueTopologyArgs.builder()
                            .queue("inbound", queue -> queue.maxReceives(0))
                            .build());
            assertThat(queues.queue("inbound").provider()).isEqualTo("pipeline-inbound");
            assertThat(queues.signals()).hasSize(3);
            new QueueTopology(
                    "copies",
                    QueueTopologyArgs.builder()
                            .queue("all", queue -> queue.kmsKeyArn(
                                            queues.queue("inbound").arn())
                                    .delay(Duration.ofHours(1)))
                            .build());
        });

        assertThat(failing.failure())
                .startsWith("2 faults")
                .contains(
                        "QueueTopology \"pipeline\": inbound.maxReceives is 0",
                        "QueueTopology \"copies\": all.delay is PT1H");
    }
}
