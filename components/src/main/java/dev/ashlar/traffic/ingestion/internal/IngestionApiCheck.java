package dev.ashlar.traffic.ingestion.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.ingestion.ApiAuthorization;
import dev.ashlar.traffic.ingestion.IngestionApi;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.ingestion.QueueConsumption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks the options of an {@link IngestionApi}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">Quotas for
 *     configuring and running an HTTP API in API Gateway</a>
 */
public final class IngestionApiCheck {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]+");

    // Lambda: working with environment variables, reserved ones that a function cannot set.
    private static final Set<String> RESERVED_VARIABLES = Set.of(
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private final String name;
    private final IngestionApiArgs args;
    private final FunctionPlan plan;
    private final Violations violations;
    private final Check check;

    private IngestionApiCheck(String name, IngestionApiArgs args, FunctionPlan plan) {
        this.name = name;
        this.args = args;
        this.plan = plan;
        this.violations = Violations.of("IngestionApi", name);
        this.check = new Check(violations);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
    }

    public static Violations check(String name, IngestionApiArgs args, FunctionPlan plan) {
        var check = new IngestionApiCheck(name, args, plan);
        check.function();
        check.environment();
        check.routes();
        check.throttling();
        check.bindings();
        check.queues();
        args.consumes().forEach(check::consumption);
        check.concurrency();
        LogRetention.check("logRetention", args.logRetention(), check.violations);
        return check.violations;
    }

    private void function() {
        var image = args.image();
        check.option("image", image).required("a function runs an image", "use one of an ImageRepository");
        check.option("image", image)
                .shownAs("not of an ECR repository")
                .that(
                        given -> given.repositoryArn() != null,
                        "Lambda pulls from ECR only",
                        "use one of an ImageRepository, or of an existing repository");
        check.option("memorySize", args.memorySize()).within(128, 10_240, "MiB");
        check.option("timeout", args.timeout())
                .that(
                        this::hasTimeout,
                        "an HTTP API waits at most 30 seconds for its function, and Lambda takes whole seconds",
                        "use 1 to 30 seconds, and move longer work to the consumer of a queue");
    }

    private boolean hasTimeout() {
        return WholeSeconds.inRange(args.timeout(), 1, 30);
    }

    private void environment() {
        check.each("environment", plan.environment().keySet(), variable -> variable.matches(
                        VARIABLE,
                        "variables have two or more letters, digits and underscores, and start with a letter",
                        "rename it")
                .that(given -> !RESERVED_VARIABLES.contains(given), "Lambda sets that variable itself", "rename it"));
    }

    private void routes() {
        check.option("routes", args.routes())
                .required("no request would reach the function", "add a route such as POST /ingest");
        var labels = new HashSet<String>();
        for (var text : args.routes()) {
            var key = new RouteKey(text);
            check.option("routes", text)
                    .that(key::isValid, "a route is a method and a path, or $default", "write it like POST /ingest")
                    .that(
                            () -> labels.add(key.label()),
                            "another route has the label %s too".formatted(key.label()),
                            "leave one out, or choose another path");
        }
        var authorization = args.authorization();
        violations.expect(
                authorization.type() != ApiAuthorization.Type.JWT
                        || (authorization.issuer() != null
                                && !authorization.audiences().isEmpty()),
                "authorization",
                "JWT without issuer or audience",
                "a token is verified by both",
                "set the issuer and at least one audience");
    }

    private void throttling() {
        check.option("throttlingRateLimit", args.throttlingRateLimit())
                .that(
                        rate -> rate > 0 && Double.isFinite(rate),
                        "with no request a second every request would get 429",
                        "use a number above 0");
        check.option("throttlingBurstLimit", args.throttlingBurstLimit())
                .atLeast(1, "every request would get 429", "use a number above 0");
    }

    private void bindings() {
        plan.bindings().check(args.environment().keySet(), violations);
        var network = args.network();
        if (network != null) {
            network.placement().check(plan.networkNeeds(name, network), violations);
        } else {
            violations.expect(
                    plan.bindings().paths().isEmpty(),
                    "network",
                    null,
                    "%s can only be reached through a network"
                            .formatted(String.join(", ", plan.bindings().paths().keySet())),
                    "set the network in which the function runs");
        }
    }

    private void queues() {
        var labels = new HashSet<String>();
        for (var consumption : args.consumes()) {
            var label = consumption.queue().label();
            check.option("consumes", label)
                    .that(
                            labels::add,
                            "two queues have that label, or one is consumed twice",
                            "leave one of them out, or name an existing queue differently");
        }
    }

    private void consumption(QueueConsumption consumption) {
        var queue = consumption.queue();
        var option = "consumes." + queue.label();
        int largest = queue.fifo() ? 10 : 10_000;
        check.option(option + ".batchSize", consumption.batchSize())
                .within(1, largest, "messages of a %s queue".formatted(queue.fifo() ? "FIFO" : "standard"));
        var window = consumption.maximumBatchingWindow();
        check.option(option + ".maximumBatchingWindow", window)
                .seconds(0, 300)
                .that(() -> !queue.fifo() || window.isZero(), "a FIFO queue has no batching window", "leave it out");
        check.option(option + ".batchSize", consumption.batchSize())
                .when(!queue.fifo() && window.compareTo(Duration.ofSeconds(1)) < 0)
                .atMost(
                        10,
                        "more than 10 messages require a batching window",
                        "set a maximumBatchingWindow of 1 second or more, or use 10");
        check.option(option + ".maximumConcurrency", consumption.maximumConcurrency())
                .within(2, 1000, "concurrent batches");
        if (!hasTimeout()) {
            return;
        }
        var least = plan.leastVisibilityTimeout(consumption);
        queue.visibilityTimeout().ifPresent(visibility -> check.option(option + ".visibilityTimeout", visibility)
                .shownAs(visibility.toSeconds() + " s")
                .that(
                        given -> given.compareTo(least) >= 0,
                        "a function with a timeout of %d s needs six times that and the batching window"
                                .formatted(args.timeout().toSeconds()),
                        "set %d s or more for the queue, or a shorter timeout for the function"
                                .formatted(least.toSeconds())));
    }

    private void concurrency() {
        int queues = args.consumes().stream()
                .map(QueueConsumption::maximumConcurrency)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        check.option("reservedConcurrency", args.reservedConcurrency())
                .atLeast(0, "it is a number of executions", "use 0 or more")
                .that(
                        reserved -> reserved <= 0 || queues <= reserved,
                        "the queues may use %d at once, and the function would be throttled".formatted(queues),
                        "raise it, or lower the maximumConcurrency of the queues");
    }
}
