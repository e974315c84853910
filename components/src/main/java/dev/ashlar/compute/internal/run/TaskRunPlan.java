package dev.ashlar.compute.internal.run;

import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.TaskRunOptions;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.task.TaskPlan;
import dev.ashlar.network.internal.NetworkNeeds;

/** The plans of tasks that run to completion. */
public final class TaskRunPlan {

    private TaskRunPlan() {}

    /** Returns the plan of a migration without faults. */
    public static TaskPlan of(String name, MigrationTaskArgs args) {
        return of("migration", name, args, needs(name, args));
    }

    /** Returns the plan of a scheduled task without faults. */
    public static TaskPlan of(String name, ScheduledTaskArgs args) {
        return of("scheduled", name, args, needs(name, args));
    }

    static NetworkNeeds needs(String name, MigrationTaskArgs args) {
        return TaskPlan.needs("MigrationTask", name, args, 1);
    }

    static NetworkNeeds needs(String name, ScheduledTaskArgs args) {
        return TaskPlan.needs("ScheduledTask", name, args, args.taskCount());
    }

    // A family of its own: the revisions of a service of the same name must not count as runs of the task, and a role
    // that
    // may run the task must not run them. No name has an underscore.
    private static TaskPlan of(String kind, String name, TaskRunOptions args, NetworkNeeds needs) {
        return TaskPlan.of(
                args,
                "%s_%s".formatted(name, kind),
                needs,
                Shutdown.within(Math.toIntExact(args.stopTimeout().toSeconds())));
    }
}
