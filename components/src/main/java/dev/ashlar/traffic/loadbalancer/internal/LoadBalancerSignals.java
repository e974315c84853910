package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.util.List;
import java.util.Map;

/**
 * Makes the signals of a load balancer. Each metric exists only while there are requests, so missing data is healthy.
 * Healthy hosts are counted by target group, so they are signals of the services.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">
 *     CloudWatch metrics for your Application Load Balancer</a>
 */
public final class LoadBalancerSignals {

    private LoadBalancerSignals() {}

    public static List<Signal> of(String loadBalancer, Output<String> arnSuffix) {
        var signals = new Signals(loadBalancer, "AWS/ApplicationELB", Map.of("LoadBalancer", arnSuffix));
        return List.of(
                signals.onEvents("requests", "RequestCount", Statistic.SUM).build(),
                signals.onEvents("target-5xx", "HTTPCode_Target_5XX_Count", Statistic.SUM)
                        .build(),
                // Responses of the load balancer itself: there was no target, or none responded in time.
                signals.onEvents("elb-5xx", "HTTPCode_ELB_5XX_Count", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                signals.onEvents("rejected-connections", "RejectedConnectionCount", Statistic.SUM)
                        .objective(Objective.atMost(0))
                        .build(),
                signals.onEvents("latency", "TargetResponseTime", Statistic.P99).build());
    }
}
