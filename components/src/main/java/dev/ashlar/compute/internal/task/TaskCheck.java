package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.internal.NetworkNeeds;
import java.util.HashSet;

/** Finds the faults in what a service and a task have in common. */
public final class TaskCheck {

    private TaskCheck() {}

    /**
     * Adds the faults.
     *
     * @param needs what the tasks need of their network
     */
    public static void check(TaskOptions args, NetworkNeeds needs, Violations violations) {
        violations.require(
                "cluster",
                args.cluster(),
                "a task runs on a cluster",
                "give a ServiceCluster, or ServiceCluster.fromExisting");
        var network = args.network();
        if (network == null) {
            violations.add("network", null, "the tasks need subnets to run in", "give a Vpc, or Vpc.fromExisting");
        } else {
            network.placement().check(needs, violations);
        }
        ImagePullCheck.check(args, network, violations);
        ContainersCheck.check(args, violations);
        var own = new HashSet<String>(args.environment().keySet());
        own.addAll(args.secrets().keySet());
        BindingPlan.of(args.uses()).check(own, violations);
        Tags.check(args.tags(), violations);
        LogRetention.check("logRetention", args.logRetention(), violations);
    }
}
