package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.network.Network;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import java.util.Objects;

/**
 * The decisions about a task that depend on the component that runs it.
 *
 * @param familySuffix the end of the task definition's family, which keeps the revisions of components of the same name
 *     apart
 * @param cluster the cluster that the task runs on
 * @param network the network that the task runs in
 * @param needs the addresses and services that the component requires of the network
 * @param bindings the bindings of the application
 * @param shutdown the timeouts within which the task stops
 */
public record TaskPlan(
        String familySuffix,
        Cluster cluster,
        Network network,
        NetworkNeeds needs,
        BindingPlan bindings,
        Shutdown shutdown) {

    /** Returns the plan of options without faults. */
    public static TaskPlan of(TaskOptions args, String familySuffix, NetworkNeeds needs, Shutdown shutdown) {
        return new TaskPlan(
                familySuffix,
                Objects.requireNonNull(args.cluster()),
                Objects.requireNonNull(args.network()),
                needs,
                BindingPlan.of(args.uses()),
                shutdown);
    }

    /**
     * Returns what the tasks of a component require of their network.
     *
     * @param maxTasks the tasks that run at the same time at most, each with a network interface of its own
     */
    public static NetworkNeeds needs(String component, String name, TaskOptions args, int maxTasks) {
        return NetworkNeeds.of(component, name, Tier.PRIVATE, maxTasks, RequiredAwsServices.awsServices(args));
    }

    /** Returns the component as messages name it, such as {@code FargateService "api"}. */
    public String subject() {
        return needs.consumer();
    }
}
