package dev.ashlar.compute.internal.service;

import com.pulumi.core.Output;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.ContainerInsights;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The signals of a service: utilization, running tasks, and the responses of its targets.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html">Amazon ECS CloudWatch
 *     metrics</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html">Amazon ECS
 *     Container Insights metrics</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">CloudWatch
 *     metrics for your Application Load Balancer</a>
 */
public final class ServiceSignals {

    private ServiceSignals() {}

    /**
     * Returns the signals of a service.
     *
     * @param targetGroupArnSuffix the target group as CloudWatch names it; null for a worker
     */
    public static List<Signal> of(
            String source,
            FargateServiceArgs args,
            Output<String> clusterName,
            Output<String> serviceName,
            @Nullable Output<String> targetGroupArnSuffix) {
        var signals = new ArrayList<Signal>();
        var service = Map.of("ClusterName", clusterName, "ServiceName", serviceName);
        signals.addAll(utilization(new Signals(source, "AWS/ECS", service)));
        // Without tasks ECS publishes no count, so it is no measure of a service that may have none.
        int alarmedTasks = ServicePlan.alarmedTasks(args);
        if (countsTasks(args.cluster()) && alarmedTasks > 0) {
            signals.add(new Signals(source, "ECS/ContainerInsights", service)
                    .continuous("running-tasks", "RunningTaskCount", Statistic.MINIMUM)
                    .objective(Objective.atLeast(alarmedTasks))
                    .build());
        }
        var route = args.route();
        if (route != null && targetGroupArnSuffix != null) {
            var targets = Map.of("LoadBalancer", route.loadBalancerArnSuffix(), "TargetGroup", targetGroupArnSuffix);
            signals.addAll(responses(new Signals(source, "AWS/ApplicationELB", targets)));
        }
        return List.copyOf(signals);
    }

    private static boolean countsTasks(@Nullable Cluster cluster) {
        return cluster != null && cluster.containerInsights() != ContainerInsights.DISABLED;
    }

    // A service without tasks publishes neither; missing tasks are the matter of another signal.
    private static List<Signal> utilization(Signals service) {
        return List.of(
                service.signal("cpu", "CPUUtilization", Statistic.AVERAGE, MissingData.IGNORE)
                        .objective(Objective.atMost(80))
                        .build(),
                service.signal("memory", "MemoryUtilization", Statistic.AVERAGE, MissingData.IGNORE)
                        .objective(Objective.atMost(85))
                        .build());
    }

    private static List<Signal> responses(Signals targets) {
        return List.of(
                // Without an objective: how many errors are too many depends on the traffic.
                targets.onEvents("target-5xx", "HTTPCode_Target_5XX_Count", Statistic.SUM)
                        .build(),
                targets.onEvents("unhealthy-targets", "UnHealthyHostCount", Statistic.MAXIMUM)
                        .objective(Objective.atMost(0))
                        .build());
    }
}
