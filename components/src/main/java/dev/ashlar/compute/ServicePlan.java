package dev.ashlar.compute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service's options amount to.
 *
 * @param desiredCount the tasks to start with
 * @param leastCount the tasks that run when nothing is wrong, at least
 * @param capacity the kinds of capacity that tasks are placed on, in a stable order
 * @param deregistrationDelay how many seconds the load balancer lets a leaving task finish its requests
 * @param stopTimeout after how many seconds a container that was told to stop is killed
 * @param unmanaged the properties of the ECS service that others change while it lives
 * @param verifiesRollout whether an update has to end with the revision that it asked for
 */
record ServicePlan(
        int desiredCount,
        int leastCount,
        List<Capacity> capacity,
        int deregistrationDelay,
        int stopTimeout,
        List<String> unmanaged,
        boolean verifiesRollout) {

    /** The longest time that Fargate leaves a container that was told to stop. */
    static final Duration LONGEST_STOP = Duration.ofMinutes(2);

    /** What a container gets beyond the drain time, so that its last request does not race its end. */
    static final Duration STOP_MARGIN = Duration.ofSeconds(10);

    /**
     * A share of the tasks.
     *
     * @param provider the capacity provider
     * @param weight the share, relative to the other weights
     * @param base how many tasks come first to this provider, before weights count
     */
    record Capacity(String provider, int weight, int base) {}

    static ServicePlan of(FargateServiceArgs args) {
        int least = leastCount(args);
        return new ServicePlan(
                desiredCount(args, least),
                least,
                capacity(args),
                Math.toIntExact(args.drain().toSeconds()),
                Math.toIntExact(args.drain().plus(STOP_MARGIN).toSeconds()),
                unmanaged(args),
                // Before ECS is done, the new revision is what is read, whatever becomes of it.
                args.deploymentOwner() == DeploymentOwner.PROGRAM && args.waitForSteadyState());
    }

    static int leastCount(FargateServiceArgs args) {
        var scaling = args.scaling();
        return scaling == null ? args.desiredCount() : scaling.minCapacity().orElse(args.desiredCount());
    }

    private static int desiredCount(FargateServiceArgs args, int least) {
        var scaling = args.scaling();
        return scaling == null
                ? args.desiredCount()
                : Math.min(
                        Math.max(args.desiredCount(), least),
                        scaling.maxCapacity().orElse(least));
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
