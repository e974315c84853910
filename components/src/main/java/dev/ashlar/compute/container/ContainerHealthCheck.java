package dev.ashlar.compute.container;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How ECS tells that a container is healthy: a command that it runs inside.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">Amazon ECS API Reference:
 *     HealthCheck</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ContainerHealthCheck {

    /**
     * The command, healthy when it ends with 0: {@code CMD} and its words, or {@code CMD-SHELL} and a line for the
     * container's shell. Required.
     */
    public abstract List<String> command();

    /** The time between two runs, 5 to 300 seconds. Default: 30 seconds. */
    @Value.Default
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    /** How long a run may take, 2 to 60 seconds. Default: 5 seconds. */
    @Value.Default
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    /** How many failures in a row make the container unhealthy, 1 to 10. Default: 3. */
    @Value.Default
    public int retries() {
        return 3;
    }

    /**
     * The time after the start in which failures do not count, 0 to 300 seconds. Default: 0, or with {@link TaskOptions#jvm}
     * what a Java virtual machine needs on the application's share of a processor.
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

        /** The command: {@code CMD} and its words, or {@code CMD-SHELL} and a line for the container's shell. */
        public Builder command(String... words) {
            return command(List.of(words));
        }
    }
}
