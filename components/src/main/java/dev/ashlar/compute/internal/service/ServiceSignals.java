package dev.ashlar.compute.internal.service;

import com.pulumi.core.Output;
import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.ContainerInsights;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service can be watched by.
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

    private static final String ECS = "AWS/ECS";
    private static final String LOAD_BALANCER = "AWS/ApplicationELB";

    private ServiceSignals() {}

    public static List<Signal> of(
            String source,
            Cluster cluster,
            Output<String> ecsServiceName,
            int alarmedTasks,
            @Nullable ServiceRoute route,
            @Nullable TargetGroupAttachment traffic) {
        var signals = new ArrayList<Signal>();
        var service = Map.of("ClusterName", cluster.name(), "ServiceName", ecsServiceName);
        // A service without tasks reports neither of these two; that tasks are missing is another signal's matter.
        signals.add(signal(source, "cpu", ECS, "CPUUtilization", service, Statistic.AVERAGE)
                .missingData(MissingData.IGNORE)
                .objective(Objective.atMost(80))
                .build());
        signals.add(signal(source, "memory", ECS, "MemoryUtilization", service, Statistic.AVERAGE)
                .missingData(MissingData.IGNORE)
                .objective(Objective.atMost(85))
                .build());
        // Without tasks nothing is counted, so a service that may have none cannot be watched by their number.
        if (cluster.containerInsights() != ContainerInsights.DISABLED && alarmedTasks > 0) {
            signals.add(signal(
                            source,
                            "running-tasks",
                            "ECS/ContainerInsights",
                            "RunningTaskCount",
                            service,
                            Statistic.MINIMUM)
                    .missingData(MissingData.BREACHING)
                    .objective(Objective.atLeast(alarmedTasks))
                    .build());
        }
        if (route != null && traffic != null) {
            signals.addAll(ofTraffic(source, route, traffic));
        }
        return List.copyOf(signals);
    }

    private static List<Signal> ofTraffic(String source, ServiceRoute route, TargetGroupAttachment traffic) {
        var targets =
                Map.of("LoadBalancer", route.loadBalancerArnSuffix(), "TargetGroup", traffic.targetGroupArnSuffix());
        return List.of(
                // How many errors are too many depends on the traffic, so this one has no limit for everybody.
                signal(source, "target-5xx", LOAD_BALANCER, "HTTPCode_Target_5XX_Count", targets, Statistic.SUM)
                        .missingData(MissingData.NOT_BREACHING)
                        .build(),
                signal(source, "unhealthy-targets", LOAD_BALANCER, "UnHealthyHostCount", targets, Statistic.MAXIMUM)
                        .missingData(MissingData.NOT_BREACHING)
                        .objective(Objective.atMost(0))
                        .build());
    }

    private static Signal.Builder signal(
            String source,
            String name,
            String namespace,
            String metric,
            Map<String, Output<String>> dimensions,
            Statistic statistic) {
        return Signal.builder()
                .source(source)
                .name(name)
                .namespace(namespace)
                .metric(metric)
                .dimensions(dimensions)
                .statistic(statistic);
    }
}
