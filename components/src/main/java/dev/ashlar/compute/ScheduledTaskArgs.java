package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link ScheduledTask}. The options of every task are in {@link TaskOptions} and
 * {@link TaskRunOptions}, those of its container in {@link dev.ashlar.compute.container.ContainerOptions}.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html">EventBridge Scheduler API
 *     Reference: CreateSchedule</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ScheduledTaskArgs implements TaskRunOptions {

    /**
     * When the task runs: {@code cron(minutes hours day-of-month month day-of-week year)} such as
     * {@code cron(0 3 * * ? *)} for 3:00 each day, {@code rate(15 minutes)}, or {@code at(2030-01-31T03:00:00)} for
     * once. Required. A run starts even if the previous one has not ended.
     *
     * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types in EventBridge
     *     Scheduler</a>
     */
    public abstract @Nullable String scheduleExpression();

    /**
     * The time zone of the expression, by its IANA name such as {@code Europe/Berlin}. Where clocks change, a skipped
     * time has no run, and a repeated time has a single run. Default: {@code UTC}.
     */
    @Value.Default
    public String scheduleExpressionTimezone() {
        return "UTC";
    }

    /**
     * The delay within which a run may start, which spreads schedules of the same minute: 1 to 1440 whole minutes, or 0
     * for on time. Default: 0.
     */
    @Value.Default
    public Duration flexibleTimeWindow() {
        return Duration.ZERO;
    }

    /**
     * The time for which EventBridge Scheduler retries a run that cannot be started, 60 seconds to 24 hours. Keep it
     * below the time between two runs if a late run would be worse than none. Default: 1 hour.
     */
    @Value.Default
    public Duration maximumEventAge() {
        return Duration.ofHours(1);
    }

    /** The number of retries of a run that cannot be started, 0 to 185. Default: 185. */
    @Value.Default
    public int maximumRetryAttempts() {
        return 185;
    }

    /** The number of tasks that each run starts, 1 to 10. Default: 1. */
    @Value.Default
    public int taskCount() {
        return 1;
    }

    /** Whether the schedule starts runs. If not, every resource exists and nothing runs. Default: {@code true}. */
    @Value.Default
    public boolean enabled() {
        return true;
    }

    /**
     * Whether AWS may stop a run at any time with two minutes' notice, because the next run makes up for it. If so, it
     * runs on Spot capacity, about 70 percent cheaper, where the profile has a share for Spot. Default: {@code false}.
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
