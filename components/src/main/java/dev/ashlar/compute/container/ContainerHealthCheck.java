package dev.ashlar.compute.container;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How ECS decides whether a container is healthy: a command that it runs in the container.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">Amazon ECS API Reference:
 *     HealthCheck</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ContainerHealthCheck {

    /**
     * The command, healthy if it exits with 0: {@code CMD} and its words, or {@code CMD-SHELL} and a line for the
     * container's shell. Required.
     */
    public abstract List<String> command();

    /** The time between two runs, 5 to 300 seconds. Default: 30 seconds. */
    @Value.Default
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    /** The time within which the command must exit, 2 to 60 seconds. Default: 5 seconds. */
    @Value.Default
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    /** The number of consecutive failures after which the container is unhealthy, 1 to 10. Default: 3. */
    @Value.Default
    public int retries() {
        return 3;
    }

    /**
     * The time after the start in which failures do not count, 0 to 300 seconds. Default: 0, or with the option
     * {@code jvm} the time that a Java virtual machine needs on the application's share of a processor.
     */
    public abstract @Nullable Duration startPeriod();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a {@link ContainerHealthCheck}. */
    public static final class Builder extends ImmutableContainerHealthCheck.Builder {
        Builder() {}

        /**
         * Sets the command: {@code CMD} and its words, or {@code CMD-SHELL} and a line for the shell of the container.
         */
        public Builder command(String... words) {
            return command(List.of(words));
        }
    }
}
