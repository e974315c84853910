package dev.ashlar.traffic.ingestion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.Violation;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.traffic.ingestion.IngestionApi;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.ingestion.QueueConsumption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IngestionApiCheckTest {

    private static final Binding DATABASE = Binding.builder()
            .provider("database")
            .access("connect")
            .path(new NetworkPath(Output.of("sg-1"), 5432))
            .build();

    private static IngestionApiArgs.Builder valid() {
        return IngestionApiArgs.builder()
                .image(ContainerImage.of(Output.of("repository:1"), Output.of("arn:repository")));
    }

    private static List<String> faults(IngestionApiArgs.Builder args) {
        return IngestionApi.check("ingestion", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static MessageQueue queue(Consumer<ExistingQueueArgs.Builder> options) {
        var queue = ExistingQueueArgs.builder().arn("arn:queue").url("https://queue");
        options.accept(queue);
        return MessageQueue.fromExisting("fetch", queue.build());
    }

    private static List<String> faultsOfConsuming(MessageQueue queue, Consumer<QueueConsumption.Builder> options) {
        return faults(valid().consumes(queue, options));
    }

    @Test
    void accepts_an_image() {
        assertThat(faults(valid())).isEmpty();
    }

    @Test
    void queues_have_labels_of_their_own() {
        var queue = queue(options -> {});

        assertThat(faults(valid().consumes(queue).consumes(queue)))
                .containsExactly(
                        "IngestionApi \"ingestion\": consumes is \"fetch\", but two queues have that label, or one is consumed twice; leave one of them out, or give an existing queue another label.");
    }

    @Test
    void says_of_a_timeout_beyond_all_measure_that_it_is_too_long() {
        assertThat(faults(valid().timeout(Duration.ofSeconds(Long.MAX_VALUE))
                        .consumes(queue(queue -> queue.visibilityTimeout(Duration.ofSeconds(30))))))
                .singleElement(STRING)
                .contains("an HTTP API waits at most 30 seconds");
    }

    @Test
    void a_rate_is_a_number() {
        assertThat(faults(valid().throttlingRateLimit(Double.POSITIVE_INFINITY)))
                .singleElement(STRING)
                .contains("throttlingRateLimit is Infinity");
    }

    @Test
    void asks_for_an_image() {
        assertThat(faults(IngestionApiArgs.builder()))
                .containsExactly(
                        "IngestionApi \"ingestion\": image is missing, but a function runs an image; give one of an ImageRepository.");
    }

    @Test
    void refuses_an_image_that_lambda_cannot_pull() {
        assertThat(faults(IngestionApiArgs.builder().image(ContainerImage.of("docker.io/library/nginx:1"))))
                .singleElement(STRING)
                .contains("Lambda pulls from ECR only");
    }

    @Test
    void refuses_sizes_that_lambda_does_not_have() {
        assertThat(faults(valid().memorySize(127))).singleElement(STRING).contains("127 MiB", "128 to 10240");
        assertThat(faults(valid().memorySize(10_241))).hasSize(1);
        assertThat(faults(valid().memorySize(10_240))).isEmpty();
    }

    @Test
    void refuses_a_timeout_that_the_api_does_not_wait_for() {
        assertThat(faults(valid().timeout(Duration.ofSeconds(31))))
                .containsExactly(
                        "IngestionApi \"ingestion\": timeout is PT31S, but an HTTP API waits at most 30 seconds for its function, and Lambda counts whole seconds; use 1 to 30 seconds, and leave longer work to a consumer of a queue.");
        assertThat(faults(valid().timeout(Duration.ZERO))).hasSize(1);
        assertThat(faults(valid().timeout(Duration.ofMillis(1500)))).hasSize(1);
        assertThat(faults(valid().timeout(Duration.ofSeconds(30)))).isEmpty();
    }

    @Test
    void refuses_variables_that_lambda_does_not_take() {
        assertThat(faults(valid().putEnvironment("AWS_REGION", "eu-central-1")))
                .singleElement(STRING)
                .contains("Lambda sets that variable itself");
        assertThat(faults(valid().putEnvironment("1ST", "x"))).hasSize(1);
        assertThat(faults(valid().putEnvironment("A-B", "x"))).hasSize(1);
    }

    @Test
    void refuses_variables_that_are_set_twice() {
        assertThat(faults(valid().uses(queue(queue -> {}).send()).putEnvironment("FETCH_QUEUE_URL", "x")))
                .singleElement(STRING)
                .contains("FETCH_QUEUE_URL", "give one of them another prefix");
    }

    @Test
    void refuses_routes_that_are_none_or_the_same() {
        assertThat(faults(valid().routes("ingest"))).singleElement(STRING).contains("write it like POST /ingest");
        assertThat(faults(valid().routes(List.of()))).singleElement(STRING).contains("routes is missing");
        assertThat(faults(valid().routes("GET /items/{id}", "GET /items/id")))
                .singleElement(STRING)
                .contains("get-items-id");
        assertThat(faults(valid().routes("POST /a", "GET /a", "$default"))).isEmpty();
    }

    @Test
    void refuses_tokens_of_nobody_for_nobody() {
        assertThat(faults(valid().jwt("https://issuer"))).singleElement(STRING).contains("JWT without");
        assertThat(faults(valid().jwt("https://issuer", "orders"))).isEmpty();
    }

    @Test
    void refuses_throttles_that_let_nothing_through() {
        assertThat(faults(valid().throttlingBurstLimit(0).throttlingRateLimit(0)))
                .hasSize(2)
                .allMatch(fault -> fault.contains("every request would get 429"));
    }

    @Test
    void refuses_bindings_through_a_network_without_one() {
        assertThat(faults(valid().uses(DATABASE)))
                .containsExactly(
                        "IngestionApi \"ingestion\": network is missing, but database can only be reached through one; give the network that the function shall run in.");
    }

    @Test
    void refuses_a_network_without_a_way_to_what_it_uses() {
        var closed = Vpc.fromExisting(
                "closed",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .internetAccess(false)
                        .build());

        assertThat(faults(valid().network(closed).uses(DATABASE))).isEmpty();
        assertThat(faults(valid().network(closed).uses(queue(queue -> {}).send())))
                .singleElement(STRING)
                .contains("Vpc.fromExisting \"closed\"", "no way to sqs");
        assertThat(faults(valid().network(closed).consumes(queue(queue -> {})))).isEmpty();
    }

    @Test
    void refuses_a_queue_that_shows_messages_again_too_early() {
        var impatient = queue(queue -> queue.visibilityTimeout(Duration.ofSeconds(59)));

        assertThat(faultsOfConsuming(impatient, consumption -> {}))
                .containsExactly(
                        "IngestionApi \"ingestion\": consumes.fetch.visibilityTimeout is 59 s, but a function with a timeout of 10 s needs six times that and the batching window; give the queue 60 s or more, or the function less.");
        assertThat(faultsOfConsuming(queue(queue -> queue.visibilityTimeout(Duration.ofSeconds(60))), c -> {}))
                .isEmpty();
        assertThat(faultsOfConsuming(queue(queue -> {}), consumption -> {})).isEmpty();
    }

    @Test
    void refuses_batches_that_lambda_does_not_gather() {
        var standard = queue(queue -> {});

        assertThat(faultsOfConsuming(standard, consumption -> consumption.batchSize(0)))
                .singleElement(STRING)
                .contains("1 to 10000 messages of a standard queue");
        assertThat(faultsOfConsuming(standard, consumption -> consumption.batchSize(11)))
                .singleElement(STRING)
                .contains("more than 10 messages need time to gather");
        assertThat(faultsOfConsuming(
                        standard,
                        consumption -> consumption.batchSize(10_000).maximumBatchingWindow(Duration.ofSeconds(1))))
                .isEmpty();
        assertThat(faultsOfConsuming(
                        standard, consumption -> consumption.maximumBatchingWindow(Duration.ofSeconds(301))))
                .singleElement(STRING)
                .contains("0 to 300");
    }

    @Test
    void refuses_large_batches_and_windows_of_fifo_queues() {
        var fifo = queue(queue -> queue.fifo(true));

        assertThat(faultsOfConsuming(fifo, consumption -> consumption.batchSize(11)))
                .singleElement(STRING)
                .contains("1 to 10 messages of a FIFO queue");
        assertThat(faultsOfConsuming(fifo, consumption -> consumption.maximumBatchingWindow(Duration.ofSeconds(1))))
                .singleElement(STRING)
                .contains("a FIFO queue has none");
    }

    @Test
    void refuses_concurrency_that_does_not_add_up() {
        var standard = queue(queue -> {});

        assertThat(faultsOfConsuming(standard, consumption -> consumption.maximumConcurrency(1)))
                .singleElement(STRING)
                .contains("2 to 1000");
        assertThat(faults(valid().reservedConcurrency(5)
                        .consumes(standard, consumption -> consumption.maximumConcurrency(6))))
                .singleElement(STRING)
                .contains("the queues may use 6 at once");
        assertThat(faults(valid().reservedConcurrency(0)
                        .consumes(standard, consumption -> consumption.maximumConcurrency(6))))
                .isEmpty();
        assertThat(faults(valid().reservedConcurrency(-1))).hasSize(1);
    }

    @Test
    void refuses_log_retention_that_cloudwatch_does_not_have() {
        assertThat(faults(valid().logRetention(Duration.ofDays(8))))
                .singleElement(STRING)
                .contains("logRetention");
    }

    @Test
    void rejects_a_variable_that_is_given_twice() {
        assertThat(faults(valid().putEnvironment("MODE", "fast").putEnvironment("MODE", "slow")))
                .containsExactly(
                        "IngestionApi \"ingestion\": environment is \"MODE\" a second time, but it would replace the first; use another name.");
    }
}
