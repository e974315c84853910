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
    void rejects_two_queues_with_the_same_label() {
        var queue = queue(options -> {});

        assertThat(faults(valid().consumes(queue).consumes(queue)))
                .containsExactly(
                        "IngestionApi \"ingestion\": consumes is \"fetch\", but two queues have that label, or one is consumed twice; leave one of them out, or name an existing queue differently.");
    }

    @Test
    void rejects_an_extremely_long_timeout() {
        assertThat(faults(valid().timeout(Duration.ofSeconds(Long.MAX_VALUE))
                        .consumes(queue(queue -> queue.visibilityTimeout(Duration.ofSeconds(30))))))
                .singleElement(STRING)
                .contains("an HTTP API waits at most 30 seconds");
    }

    @Test
    void rejects_a_rate_that_is_not_finite() {
        assertThat(faults(valid().throttlingRateLimit(Double.POSITIVE_INFINITY)))
                .singleElement(STRING)
                .contains("throttlingRateLimit is Infinity");
    }

    @Test
    void requires_an_image() {
        assertThat(faults(IngestionApiArgs.builder()))
                .containsExactly(
                        "IngestionApi \"ingestion\": image is missing, but a function runs an image; use one of an ImageRepository.");
    }

    @Test
    void rejects_an_image_that_is_not_in_ecr() {
        assertThat(faults(IngestionApiArgs.builder().image(ContainerImage.of("docker.io/library/nginx:1"))))
                .singleElement(STRING)
                .contains("Lambda pulls from ECR only");
    }

    @Test
    void rejects_memory_outside_128_to_10240_mib() {
        assertThat(faults(valid().memorySize(127)))
                .singleElement(STRING)
                .contains("memorySize is 127", "128 to 10,240 MiB");
        assertThat(faults(valid().memorySize(10_241))).hasSize(1);
        assertThat(faults(valid().memorySize(10_240))).isEmpty();
    }

    @Test
    void rejects_a_timeout_outside_1_to_30_seconds() {
        assertThat(faults(valid().timeout(Duration.ofSeconds(31))))
                .containsExactly(
                        "IngestionApi \"ingestion\": timeout is PT31S, but an HTTP API waits at most 30 seconds for its function, and Lambda takes whole seconds; use 1 to 30 seconds, and move longer work to the consumer of a queue.");
        assertThat(faults(valid().timeout(Duration.ZERO))).hasSize(1);
        assertThat(faults(valid().timeout(Duration.ofMillis(1500)))).hasSize(1);
        assertThat(faults(valid().timeout(Duration.ofSeconds(30)))).isEmpty();
    }

    @Test
    void rejects_variables_that_lambda_reserves() {
        assertThat(faults(valid().putEnvironment("AWS_REGION", "eu-central-1")))
                .singleElement(STRING)
                .contains("Lambda sets that variable itself");
        assertThat(faults(valid().putEnvironment("1ST", "x"))).hasSize(1);
        assertThat(faults(valid().putEnvironment("A-B", "x"))).hasSize(1);
    }

    @Test
    void rejects_variables_that_two_bindings_set() {
        assertThat(faults(valid().uses(queue(queue -> {}).send()).putEnvironment("FETCH_QUEUE_URL", "x")))
                .singleElement(STRING)
                .contains("FETCH_QUEUE_URL", "give one of them another prefix");
    }

    @Test
    void rejects_invalid_and_duplicate_routes() {
        assertThat(faults(valid().routes("ingest"))).singleElement(STRING).contains("write it like POST /ingest");
        assertThat(faults(valid().routes(List.of()))).singleElement(STRING).contains("routes is missing");
        assertThat(faults(valid().routes("GET /items/{id}", "GET /items/id")))
                .singleElement(STRING)
                .contains("get-items-id");
        assertThat(faults(valid().routes("POST /a", "GET /a", "$default"))).isEmpty();
    }

    @Test
    void rejects_tokens_without_issuer_or_audience() {
        assertThat(faults(valid().jwt("https://issuer"))).singleElement(STRING).contains("JWT without");
        assertThat(faults(valid().jwt("https://issuer", "orders"))).isEmpty();
    }

    @Test
    void rejects_throttles_of_zero() {
        assertThat(faults(valid().throttlingBurstLimit(0).throttlingRateLimit(0)))
                .hasSize(2)
                .allMatch(fault -> fault.contains("every request would get 429"));
    }

    @Test
    void rejects_bindings_with_a_network_path_without_a_network() {
        assertThat(faults(valid().uses(DATABASE)))
                .containsExactly(
                        "IngestionApi \"ingestion\": network is missing, but database can only be reached through a network; set the network in which the function runs.");
    }

    @Test
    void rejects_a_network_without_a_route_to_the_services_it_uses() {
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
    void rejects_a_visibility_timeout_that_is_too_short() {
        var impatient = queue(queue -> queue.visibilityTimeout(Duration.ofSeconds(59)));

        assertThat(faultsOfConsuming(impatient, consumption -> {}))
                .containsExactly(
                        "IngestionApi \"ingestion\": consumes.fetch.visibilityTimeout is 59 s, but a function with a timeout of 10 s needs six times that and the batching window; set 60 s or more for the queue, or a shorter timeout for the function.");
        assertThat(faultsOfConsuming(queue(queue -> queue.visibilityTimeout(Duration.ofSeconds(60))), c -> {}))
                .isEmpty();
        assertThat(faultsOfConsuming(queue(queue -> {}), consumption -> {})).isEmpty();
    }

    @Test
    void rejects_batches_that_lambda_does_not_allow() {
        var standard = queue(queue -> {});

        assertThat(faultsOfConsuming(standard, consumption -> consumption.batchSize(0)))
                .singleElement(STRING)
                .contains("1 to 10,000 messages of a standard queue");
        assertThat(faultsOfConsuming(standard, consumption -> consumption.batchSize(11)))
                .singleElement(STRING)
                .contains("more than 10 messages require a batching window");
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
    void rejects_large_batches_and_windows_of_fifo_queues() {
        var fifo = queue(queue -> queue.fifo(true));

        assertThat(faultsOfConsuming(fifo, consumption -> consumption.batchSize(11)))
                .singleElement(STRING)
                .contains("1 to 10 messages of a FIFO queue");
        assertThat(faultsOfConsuming(fifo, consumption -> consumption.maximumBatchingWindow(Duration.ofSeconds(1))))
                .singleElement(STRING)
                .contains("a FIFO queue has no batching window");
    }

    @Test
    void rejects_queues_with_more_concurrency_than_the_function() {
        var standard = queue(queue -> {});

        assertThat(faultsOfConsuming(standard, consumption -> consumption.maximumConcurrency(1)))
                .singleElement(STRING)
                .contains("2 to 1,000 concurrent batches");
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
    void rejects_a_log_retention_that_cloudwatch_does_not_allow() {
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
