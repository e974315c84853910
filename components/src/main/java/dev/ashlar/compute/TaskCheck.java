package dev.ashlar.compute;

import dev.ashlar.core.BindingPlan;
import dev.ashlar.core.LogRetention;
import dev.ashlar.core.Violations;
import java.util.HashSet;

/** Finds the faults in what a service and a task have in common. */
final class TaskCheck {

    private TaskCheck() {}

    static void check(TaskOptions args, Violations violations) {
        violations.require(
                "cluster",
                args.cluster(),
                "a task runs on a cluster",
                "give a ServiceCluster, or ServiceCluster.fromExisting");
        var network = args.network();
        if (network == null) {
            violations.add("network", null, "the tasks need subnets to run in", "give a Vpc, or Vpc.fromExisting");
        } else {
            network.check(TaskReach.awsServices(args), violations);
        }
        ContainersCheck.check(args, violations);
        var own = new HashSet<String>(args.environment().keySet());
        own.addAll(args.secrets().keySet());
        BindingPlan.of(args.uses()).check(own, violations);
        LogRetention.check("logRetention", args.logRetention(), violations);
    }
}
