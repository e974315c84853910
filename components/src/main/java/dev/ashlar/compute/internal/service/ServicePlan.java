package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.DeploymentOwner;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ScheduledScaling;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.task.JvmSizing;
import dev.ashlar.compute.internal.task.TaskPlan;
import dev.ashlar.network.internal.NetworkNeeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service's options amount to.
 *
 * @param task the plan of its tasks
 * @param desiredCount the tasks to start with
 * @param minTasks the tasks that scaling keeps, at least
 * @param alarmedTasks the tasks that run at any time when nothing is wrong, at least
 * @param capacity the kinds of capacity that tasks are placed on, in a stable order
 * @param healthCheckGracePeriod how long after its start a task is left running whatever the load balancer finds
 * @param unmanaged the properties of the ECS service that others change while it lives
 * @param verifiesRollout whether an update has to end with the revision that it asked for
 */
public record ServicePlan(
        TaskPlan task,
        int desiredCount,
        int minTasks,
        int alarmedTasks,
        List<Capacity> capacity,
        Duration healthCheckGracePeriod,
        List<String> unmanaged,
        boolean verifiesRollout) {

    private static final Duration START_TIME = Duration.ofSeconds(60);

    /** How many tasks may run while a deployment exchanges them, in percent of the usual number. */
    static final int DEPLOYMENT_MAXIMUM_PERCENT = 200;

    /**
     * A share of the tasks.
     *
     * @param provider the capacity provider
     * @param weight the share, relative to the other weights
     * @param base how many tasks come first to this provider, before weights count
     */
    record Capacity(String provider, int weight, int base) {}

    public static ServicePlan of(String name, FargateServiceArgs args) {
        int least = minTasks(args);
        return new ServicePlan(
                TaskPlan.of(args, name, needs(name, args), Shutdown.draining(args.drain())),
                desiredCount(args, least),
                least,
                alarmedTasks(args),
                capacity(args),
                healthCheckGracePeriod(args),
                unmanaged(args),
                // Before ECS is done, the new revision is what is read, whatever becomes of it.
                args.deploymentOwner() == DeploymentOwner.PROGRAM && args.waitForSteadyState());
    }

    private static Duration healthCheckGracePeriod(FargateServiceArgs args) {
        var given = args.healthCheck().gracePeriod();
        return given == null ? JvmSizing.of(args).map(JvmSizing::startTime).orElse(START_TIME) : given;
    }

    static int minTasks(FargateServiceArgs args) {
        var scaling = args.scaling();
        return scaling == null
                ? args.desiredCount()
                : Objects.requireNonNullElse(scaling.minCapacity(), args.desiredCount());
    }

    // A schedule may lower the limits, at night say, which is no reason to wake anybody.
    public static int alarmedTasks(FargateServiceArgs args) {
        var scaling = args.scaling();
        int least = minTasks(args);
        return scaling == null
                ? least
                : IntStream.concat(
                                limits(scaling, ScheduledScaling::minCapacity),
                                limits(scaling, ScheduledScaling::maxCapacity))
                        .reduce(least, Math::min);
    }

    /** Returns what the tasks require of their network. */
    static NetworkNeeds needs(String name, FargateServiceArgs args) {
        return TaskPlan.needs("FargateService", name, args, maxTasks(args));
    }

    /** The tasks that run at the height of a deployment under full load. */
    static int maxTasks(FargateServiceArgs args) {
        var scaling = args.scaling();
        int most = scaling == null
                ? args.desiredCount()
                : limits(scaling, ScheduledScaling::maxCapacity)
                        .reduce(
                                Math.max(args.desiredCount(), Objects.requireNonNullElse(scaling.maxCapacity(), 0)),
                                Math::max);
        // What is more than ECS allows is refused elsewhere.
        return Math.min(most, FargateServiceCheck.MAX_TASKS) * DEPLOYMENT_MAXIMUM_PERCENT / 100;
    }

    private static IntStream limits(ServiceScaling scaling, Function<ScheduledScaling, @Nullable Integer> limit) {
        return scaling.schedules().values().stream()
                .map(limit)
                .flatMap(Stream::ofNullable)
                .mapToInt(Integer::intValue);
    }

    private static int desiredCount(FargateServiceArgs args, int least) {
        var scaling = args.scaling();
        return scaling == null
                ? args.desiredCount()
                : Math.min(
                        Math.max(args.desiredCount(), least), Objects.requireNonNullElse(scaling.maxCapacity(), least));
    }

    // A strategy in every case, even without Spot: going from a launch type to a strategy replaces the service.
    private static List<Capacity> capacity(FargateServiceArgs args) {
        int spot = args.interruptible() ? args.profile().spotPercentage() : 0;
        var capacity = new ArrayList<Capacity>();
        if (spot < 100) {
            capacity.add(new Capacity("FARGATE", 100 - spot, 1));
        }
        if (spot > 0) {
            capacity.add(new Capacity("FARGATE_SPOT", spot, 0));
        }
        return List.copyOf(capacity);
    }

    private static List<String> unmanaged(FargateServiceArgs args) {
        var properties = new ArrayList<String>();
        if (args.scaling() != null) {
            properties.add("desiredCount");
        }
        if (args.deploymentOwner() == DeploymentOwner.EXTERNAL) {
            properties.add("taskDefinition");
            properties.add("loadBalancers");
        }
        return List.copyOf(properties);
    }
}
