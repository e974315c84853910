package dev.ashlar.traffic.ingestion;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of an {@link IngestionApi}. */
@Value.Immutable
@ArgsStyle
public abstract class IngestionApiArgs {

    /**
     * The image of the function, in an ECR repository of this account and region that lets Lambda pull from it, as
     * {@code ImageRepository} does with {@code lambdaPull(true)}. Required.
     */
    public abstract @Nullable ContainerImage image();

    /** The processor that the image is built for. Default: {@link CpuArchitecture#X86_64}. */
    @Value.Default
    public CpuArchitecture architecture() {
        return CpuArchitecture.X86_64;
    }

    /**
     * The function's memory in MiB, 128 to 10240; processing power grows with it, and 1769 MiB have one processor.
     * Default: 512 MiB.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Configure Lambda function
     *     memory</a>
     */
    @Value.Default
    public int memorySize() {
        return 512;
    }

    /**
     * How long the function may take, 1 to 30 seconds: an HTTP API waits no longer. Queues that it consumes need a
     * visibility timeout of six times this. Default: 10 seconds.
     */
    @Value.Default
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    /**
     * How often the function may run at once, taken from what the account has (1000 unless raised, of which 100 stay
     * with all others). 0 stops it. Default: not limited, and not set aside.
     */
    public abstract @Nullable Integer reservedConcurrency();

    /** Environment variables of the function, beside those of bindings. Default: none. */
    public abstract Map<String, Output<String>> environment();

    /** What the function uses. What is reached through a network needs {@link #network}. Default: nothing. */
    public abstract List<Binding> uses();

    /** The queues that the function consumes. Default: none. */
    public abstract List<QueueConsumption> consumes();

    /**
     * Which requests reach the function: a method or {@code ANY} and a path, such as {@code GET /items/{id}}, or {@code
     * $default} for everything else. Default: {@code POST /ingest}. A change replaces the route only.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Create
     *     routes for HTTP APIs in API Gateway</a>
     */
    @Value.Default
    public List<String> routes() {
        return List.of("POST /ingest");
    }

    /** Who may call. Default: {@link ApiAuthorization#iam}, roles and users of AWS with signed requests. */
    @Value.Default
    public ApiAuthorization authorization() {
        return ApiAuthorization.iam();
    }

    /** How many requests a second are let through on average; the others get 429. Default: 100. */
    @Value.Default
    public double throttlingRateLimit() {
        return 100;
    }

    /** How many requests are let through at once before the rate counts. Default: 200. */
    @Value.Default
    public int throttlingBurstLimit() {
        return 200;
    }

    /**
     * The network in whose private subnets the function runs. Default: none, so that it reaches the internet and AWS
     * services, but nothing in a network.
     */
    public abstract @Nullable Network network();

    /** Whether requests are traced with X-Ray, about 5 USD for each million traces. Default: true. */
    @Value.Default
    public boolean tracing() {
        return true;
    }

    /** How long logs are kept, in whole days: one of the values that CloudWatch Logs allows. Default: the profile's. */
    @Value.Default
    public Duration logRetention() {
        return profile().logRetention();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Adds a violation for each key that a builder of these options received more than once. */
    final void checkKeys(Violations violations) {
        RepeatedKeys.check(repeatedKeys(), violations);
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link IngestionApiArgs}. */
    public static final class Builder extends ImmutableIngestionApiArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Adds what the function uses. */
        public Builder uses(Binding... bindings) {
            return addUses(bindings);
        }

        /** Sets a plain environment variable. */
        public Builder putEnvironment(String variable, String value) {
            return putEnvironment(keys.take("environment", variable), Output.of(value));
        }

        /** Adds a queue that the function consumes, ten messages at once. */
        public Builder consumes(MessageQueue queue) {
            return consumes(queue, consumption -> {});
        }

        /** Adds a queue that the function consumes. */
        public Builder consumes(MessageQueue queue, Consumer<QueueConsumption.Builder> options) {
            var builder = QueueConsumption.builder().queue(queue);
            options.accept(builder);
            return addConsumes(builder.build());
        }

        /** Which requests reach the function. */
        public Builder routes(String... routeKeys) {
            return routes(Arrays.asList(routeKeys));
        }

        /** Lets those call who have a token of this issuer for one of these audiences. */
        public Builder jwt(String issuer, String... audiences) {
            return jwt(
                    Output.of(issuer), Arrays.stream(audiences).map(Output::of).toList());
        }

        /** Lets those call who have a token of this issuer for one of these audiences. */
        public Builder jwt(Output<String> issuer, List<Output<String>> audiences) {
            return authorization(ApiAuthorization.jwt(issuer, audiences));
        }

        /** Lets everybody on the internet call; the function has to find out by itself who calls. */
        public Builder allowUnauthenticated() {
            return authorization(ApiAuthorization.unauthenticated());
        }

        @Override
        public IngestionApiArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
