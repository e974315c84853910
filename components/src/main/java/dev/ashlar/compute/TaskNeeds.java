package dev.ashlar.compute;

import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;

/** What the components that run tasks need of their network. */
final class TaskNeeds {

    private TaskNeeds() {}

    static NetworkNeeds of(String name, FargateServiceArgs args) {
        return of("FargateService", name, args, ServicePlan.mostTasks(args));
    }

    static NetworkNeeds of(String name, ScheduledTaskArgs args) {
        return of("ScheduledTask", name, args, args.taskCount());
    }

    static NetworkNeeds of(String name, MigrationTaskArgs args) {
        return of("MigrationTask", name, args, 1);
    }

    // Each task has a network interface of its own.
    private static NetworkNeeds of(String component, String name, TaskOptions args, int mostTasks) {
        return NetworkNeeds.of(component, name, Tier.PRIVATE, mostTasks, TaskReach.awsServices(args));
    }
}
