package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.MissingData;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import java.util.List;

/**
 * What a load balancer can be observed by. Each metric exists only while there are requests, so silence is health.
 * Healthy hosts are counted for each target group, so they are signals of the services.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">
 *     CloudWatch metrics for your Application Load Balancer</a>
 */
public final class LoadBalancerSignals {

    private LoadBalancerSignals() {}

    public static List<Signal> of(String loadBalancer, Output<String> arnSuffix) {
        return List.of(
                signal(loadBalancer, arnSuffix, "requests", "RequestCount", Statistic.SUM)
                        .build(),
                signal(loadBalancer, arnSuffix, "target-5xx", "HTTPCode_Target_5XX_Count", Statistic.SUM)
                        .build(),
                // Answers that no target gave: none was there, or none answered in time.
                signal(loadBalancer, arnSuffix, "elb-5xx", "HTTPCode_ELB_5XX_Count", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                signal(loadBalancer, arnSuffix, "rejected-connections", "RejectedConnectionCount", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                signal(loadBalancer, arnSuffix, "latency", "TargetResponseTime", Statistic.P99)
                        .build());
    }

    private static Signal.Builder signal(
            String loadBalancer, Output<String> arnSuffix, String name, String metric, Statistic statistic) {
        return Signal.builder()
                .source(loadBalancer)
                .name(name)
                .namespace("AWS/ApplicationELB")
                .metric(metric)
                .putDimensions("LoadBalancer", arnSuffix)
                .statistic(statistic)
                .missingData(MissingData.NOT_BREACHING);
    }
}
