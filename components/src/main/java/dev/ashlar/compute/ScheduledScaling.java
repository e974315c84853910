package dev.ashlar.compute;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A time at which the limits of a service's scaling change, until the next such time. A {@code pulumi refresh} sees the
 * limits of the moment, and the update after it sets those of {@link ServiceScaling} until a schedule's next time.
 *
 * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html">Scheduled
 *     scaling for Application Auto Scaling</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ScheduledScaling {

    /**
     * When: {@code cron(minutes hours day-of-month month day-of-week year)}, {@code rate(value unit)} or
     * {@code at(yyyy-mm-ddThh:mm:ss)}. Required.
     */
    public abstract @Nullable String schedule();

    /** The time zone of the schedule, by its name in the IANA database. Default: UTC. */
    @Value.Default
    public String timezone() {
        return "UTC";
    }

    /** The least number of tasks from then on. Default: it stays; one of the two limits has to be given. */
    public abstract @Nullable Integer minCapacity();

    /** The greatest number of tasks from then on. Default: it stays; one of the two limits has to be given. */
    public abstract @Nullable Integer maxCapacity();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a {@link ScheduledScaling}. */
    public static final class Builder extends ImmutableScheduledScaling.Builder {
        Builder() {}
    }
}
