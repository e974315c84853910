package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link ScheduledTask}. Those of every task are in {@link TaskOptions} and {@link TaskRunOptions}, those
 * of its container in {@link ContainerOptions}.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html">EventBridge Scheduler API
 *     Reference: CreateSchedule</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ScheduledTaskArgs implements TaskRunOptions {

    /**
     * When the task runs: {@code cron(minutes hours day-of-month month day-of-week year)} such as
     * {@code cron(0 3 * * ? *)} for 3:00 each day, {@code rate(15 minutes)}, or {@code at(2030-01-31T03:00:00)} for once.
     * Required. Nothing keeps a run from starting while the one before still runs.
     *
     * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types in EventBridge
     *     Scheduler</a>
     */
    public abstract @Nullable String scheduleExpression();

    /**
     * The time zone that the expression is read in, by its IANA name such as {@code Europe/Berlin}. Where clocks change, a
     * time that is skipped has no run, and one that comes twice has a single run. Default: {@code UTC}.
     */
    @Value.Default
    public String scheduleExpressionTimezone() {
        return "UTC";
    }

    /**
     * How much later than scheduled a run may start, so that many schedules of one minute spread: 1 to 1440 whole minutes,
     * or 0 for on time. Default: 0.
     */
    @Value.Default
    public Duration flexibleTimeWindow() {
        return Duration.ZERO;
    }

    /**
     * For how long a run that cannot be started is tried again, 60 seconds to 24 hours. Keep it below the time between two
     * runs if a late run would be worse than none. Default: 1 hour.
     */
    @Value.Default
    public Duration maximumEventAge() {
        return Duration.ofHours(1);
    }

    /** How often a run that cannot be started is tried again at most, 0 to 185. Default: 185. */
    @Value.Default
    public int maximumRetryAttempts() {
        return 185;
    }

    /** How many tasks each run starts, 1 to 10. Default: 1. */
    @Value.Default
    public int taskCount() {
        return 1;
    }

    /** Whether the schedule starts runs; without, everything exists and nothing runs. Default: true. */
    @Value.Default
    public boolean enabled() {
        return true;
    }

    /**
     * Whether a run may be stopped at any time with two minutes' notice, because the next one makes up for it. If so, it
     * runs on Spot capacity, about 70 percent cheaper, where the profile has a share for Spot. Default: false.
     */
    @Value.Default
    public boolean interruptible() {
        return false;
    }

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ScheduledTaskArgs}. */
    public static final class Builder extends ImmutableScheduledTaskArgs.Builder
            implements TaskOptionsBuilder<Builder> {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        @Override
        public Builder sidecar(String name, Consumer<ContainerArgs.Builder> options) {
            keys.take("sidecars", name);
            return TaskOptionsBuilder.super.sidecar(name, options);
        }

        @Override
        public Builder initContainer(String name, Consumer<ContainerArgs.Builder> options) {
            keys.take("initContainers", name);
            return TaskOptionsBuilder.super.initContainer(name, options);
        }

        @Override
        public ScheduledTaskArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
