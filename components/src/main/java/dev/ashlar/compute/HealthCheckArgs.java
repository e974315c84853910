package dev.ashlar.compute;

import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a load balancer tells a healthy task: an HTTP request to the service's port.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html">Health
 *     checks for Application Load Balancer target groups</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class HealthCheckArgs {

    /** The path that is asked for, from the leading slash, at most 1024 characters. Default: {@code /}. */
    @Value.Default
    public String path() {
        return "/";
    }

    /** The status codes of a healthy task, such as {@code 200}, {@code 200,204} or {@code 200-299}. Default: 200. */
    @Value.Default
    public String matcher() {
        return "200";
    }

    /** The time between two checks of a task, 5 to 300 seconds. Default: 15 seconds. */
    @Value.Default
    public Duration interval() {
        return Duration.ofSeconds(15);
    }

    /** How long an answer may take, 2 to 120 seconds and less than the interval. Default: 5 seconds. */
    @Value.Default
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    /** How many good answers in a row make a task healthy, 2 to 10. Default: 2. */
    @Value.Default
    public int healthyThreshold() {
        return 2;
    }

    /** How many bad answers in a row make a task unhealthy, 2 to 10. Default: 3. */
    @Value.Default
    public int unhealthyThreshold() {
        return 3;
    }

    /**
     * How long after its start a task is left running whatever the checks say, in whole seconds: longer than the
     * application needs to start. Default: 60 seconds, or with {@link TaskOptions#jvm} what a Java virtual machine needs on
     * the application's share of a processor.
     */
    public abstract @Nullable Duration gracePeriod();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HealthCheckArgs}. */
    public static final class Builder extends ImmutableHealthCheckArgs.Builder {
        Builder() {}
    }
}
