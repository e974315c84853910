package dev.ashlar.compute;

import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.messaging.MessageQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a service follows its load: it runs a number of tasks between two limits, so that each metric stays near its
 * target.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html">Target
 *     tracking for Amazon ECS services</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ServiceScaling {

    /**
     * The minimum number of tasks, from 0. Without tasks there is no load but a queue's backlog, so 0 requires a
     * backlog to follow or a schedule that raises the limit. Default: the service's {@code desiredCount}.
     */
    public abstract @Nullable Integer minCapacity();

    /** The maximum number of tasks, at most 5000. Required. */
    public abstract @Nullable Integer maxCapacity();

    /** The target of the average CPU utilization, 1 to 100 percent. Default: 70 if no other target is given. */
    public abstract @Nullable Integer cpuPercent();

    /** The target of the average memory utilization, 1 to 100 percent. Default: none. */
    public abstract @Nullable Integer memoryPercent();

    /** The target of requests per task and minute, at least 1; requires a route. Default: none. */
    public abstract @Nullable Integer requestsPerTarget();

    /**
     * Queues whose messages the service processes, each with the number of messages that may wait for one task: the
     * number that a task processes in the time for which a message may wait. Requires Container Insights, which count
     * the running tasks. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html">Create
     *     a target tracking scaling policy for Application Auto Scaling using metric math</a>
     */
    public abstract List<Backlog> backlogs();

    /**
     * Times at which the limits change, by a label. An update that changes {@link #minCapacity} or {@link #maxCapacity}
     * sets both at once, and they hold until the next of these times. Default: none.
     */
    public abstract Map<String, ScheduledScaling> schedules();

    /** The time after a scale-in before the next one, 0 to 3600 whole seconds. Default: 5 minutes. */
    @Value.Default
    public Duration scaleInCooldown() {
        return Duration.ofMinutes(5);
    }

    /** The time after a scale-out before the next one, 0 to 3600 whole seconds. Default: 1 minute. */
    @Value.Default
    public Duration scaleOutCooldown() {
        return Duration.ofMinutes(1);
    }

    /**
     * The messages of a queue for each running task.
     *
     * @param queue the queue whose visible messages are counted
     * @param messages the messages that may wait for one task, from 1
     */
    public record Backlog(MessageQueue queue, int messages) {}

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

    /** Builds a {@link ServiceScaling}. */
    public static final class Builder extends ImmutableServiceScaling.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Follows a queue, so that about this number of messages waits for each task. */
        public Builder backlogPerTask(MessageQueue queue, int messages) {
            return addBacklogs(new Backlog(queue, messages));
        }

        /** Changes the limits at a time. */
        public Builder schedule(String label, Consumer<ScheduledScaling.Builder> options) {
            var builder = ScheduledScaling.builder();
            options.accept(builder);
            return putSchedules(keys.take("schedules", label), builder.build());
        }

        @Override
        public ServiceScaling build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
