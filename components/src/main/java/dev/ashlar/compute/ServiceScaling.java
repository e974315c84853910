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
 * How a service follows its load: between two numbers of tasks, so that each metric stays near its target.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html">Target
 *     tracking for Amazon ECS services</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class ServiceScaling {

    /**
     * The least number of tasks, from 0. Only a queue's backlog or a schedule brings a service back from 0, since without
     * tasks there is no other load to follow. Default: the service's {@code desiredCount}.
     */
    public abstract @Nullable Integer minCapacity();

    /** The greatest number of tasks, at most 5000. Required. */
    public abstract @Nullable Integer maxCapacity();

    /** The average share of the tasks' CPU in use, 1 to 100 percent. Default: 70 when no other target is given. */
    public abstract @Nullable Integer cpuPercent();

    /** The average share of the tasks' memory in use, 1 to 100 percent. Default: memory is not followed. */
    public abstract @Nullable Integer memoryPercent();

    /** The requests that one task serves in a minute, at least 1; needs a route. Default: requests are not followed. */
    public abstract @Nullable Integer requestsPerTarget();

    /**
     * Queues whose messages wait for the service, each with the number of messages that one task may have waiting: what it
     * works off in the time that a message may wait. It needs Container Insights, which count the running tasks. Default:
     * none.
     *
     * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html">Create
     *     a target tracking scaling policy for Application Auto Scaling using metric math</a>
     */
    public abstract List<Backlog> backlogs();

    /**
     * Times at which the limits change, by a label. An update that changes {@link #minCapacity} or {@link #maxCapacity} sets
     * both at once, and they hold until the next of these times. Default: none.
     */
    public abstract Map<String, ScheduledScaling> schedules();

    /** How long after removing tasks no more are removed, in whole seconds. Default: 5 minutes. */
    @Value.Default
    public Duration scaleInCooldown() {
        return Duration.ofMinutes(5);
    }

    /** How long after adding tasks the next step waits, in whole seconds. Default: 1 minute. */
    @Value.Default
    public Duration scaleOutCooldown() {
        return Duration.ofMinutes(1);
    }

    /**
     * The messages of a queue for each running task.
     *
     * @param queue whose visible messages are counted
     * @param messages how many one task may have waiting, from 1
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

        /** Follows a queue, so that each task has about so many messages waiting. */
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
