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
     * The image of the function, in an ECR repository of this account and region from which Lambda may pull, such as
     * an {@code ImageRepository} with {@code lambdaPull(true)}. Required.
     */
    public abstract @Nullable ContainerImage image();

    /** The CPU architecture of the image. Default: {@link CpuArchitecture#X86_64}. */
    @Value.Default
    public CpuArchitecture architecture() {
        return CpuArchitecture.X86_64;
    }

    /**
     * The memory of the function in MiB, 128 to 10240; CPU power is proportional, and 1769 MiB have one vCPU.
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
     * The timeout of the function, 1 to 30 seconds, because an HTTP API waits no longer. A queue that it consumes
     * needs a visibility timeout of six times this. Default: 10 seconds.
     */
    @Value.Default
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    /**
     * The maximum number of concurrent executions, reserved from those of the account (1000 unless raised, of which
     * 100 remain for all other functions). 0 stops the function. Default: no limit, and nothing reserved.
     */
    public abstract @Nullable Integer reservedConcurrency();

    /** The environment variables of the function, in addition to those of bindings. Default: none. */
    public abstract Map<String, Output<String>> environment();

    /** The bindings of the function. Those with a network path require {@link #network}. Default: none. */
    public abstract List<Binding> uses();

    /** The queues that the function consumes. Default: none. */
    public abstract List<QueueConsumption> consumes();

    /**
     * The requests that reach the function: a method or {@code ANY} and a path, such as {@code GET /items/{id}}, or
     * {@code $default} for all others. A change replaces only the route. Default: {@code POST /ingest}.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Create
     *     routes for HTTP APIs in API Gateway</a>
     */
    @Value.Default
    public List<String> routes() {
        return List.of("POST /ingest");
    }

    /**
     * The callers that may use the API. Default: {@link ApiAuthorization#iam}, AWS roles and users with signed
     * requests.
     */
    @Value.Default
    public ApiAuthorization authorization() {
        return ApiAuthorization.iam();
    }

    /** The average number of requests a second that pass; others get 429. Default: 100. */
    @Value.Default
    public double throttlingRateLimit() {
        return 100;
    }

    /** The number of requests that may pass at once before the rate applies. Default: 200. */
    @Value.Default
    public int throttlingBurstLimit() {
        return 200;
    }

    /**
     * The network in whose private subnets the function runs. Default: none, so that the function reaches the
     * internet and AWS services, but no resource in a network.
     */
    public abstract @Nullable Network network();

    /** Whether X-Ray traces requests, about 5 USD for a million traces. Default: {@code true}. */
    @Value.Default
    public boolean tracing() {
        return true;
    }

    /**
     * How long logs are kept, in whole days: one of the values that CloudWatch Logs allows. Default: the log
     * retention of the profile.
     */
    @Value.Default
    public Duration logRetention() {
        return profile().logRetention();
    }

    /**
     * The switches of the environment, from which other options take their defaults. Default: {@link Profile#PROD}.
     */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
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

        /** Adds bindings of the function. */
        public Builder uses(Binding... bindings) {
            return addUses(bindings);
        }

        /** Sets a plain environment variable. */
        public Builder putEnvironment(String variable, String value) {
            return putEnvironment(keys.take("environment", variable), Output.of(value));
        }

        /** Adds a queue that the function consumes, in batches of ten messages. */
        public Builder consumes(MessageQueue queue) {
            return consumes(queue, consumption -> {});
        }

        /** Adds a queue that the function consumes. */
        public Builder consumes(MessageQueue queue, Consumer<QueueConsumption.Builder> options) {
            var builder = QueueConsumption.builder().queue(queue);
            options.accept(builder);
            return addConsumes(builder.build());
        }

        /** Sets the requests that reach the function. */
        public Builder routes(String... routeKeys) {
            return routes(Arrays.asList(routeKeys));
        }

        /** Allows callers with a token of this issuer for one of these audiences. */
        public Builder jwt(String issuer, String... audiences) {
            return jwt(
                    Output.of(issuer), Arrays.stream(audiences).map(Output::of).toList());
        }

        /** Allows callers with a token of this issuer for one of these audiences. */
        public Builder jwt(Output<String> issuer, List<Output<String>> audiences) {
            return authorization(ApiAuthorization.jwt(issuer, audiences));
        }

        /** Allows every caller on the internet; the function must authenticate callers itself. */
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
