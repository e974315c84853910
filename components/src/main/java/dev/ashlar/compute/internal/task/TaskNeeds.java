package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;

/** What the components that run tasks need of their network. */
public final class TaskNeeds {

    private TaskNeeds() {}

    /**
     * Returns the needs of a component's tasks.
     *
     * @param maxTasks the tasks that run at the same time at most, each with a network interface of its own
     */
    public static NetworkNeeds of(String component, String name, TaskOptions args, int maxTasks) {
        return NetworkNeeds.of(component, name, Tier.PRIVATE, maxTasks, RequiredAwsServices.awsServices(args));
    }
}
