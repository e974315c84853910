package dev.ashlar.compute.internal.service;

import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.TreeMap;

/**
 * The messages of a queue for each running task, which CloudWatch computes from two metrics. Both may lack data: the
 * tasks for the last minute, which is counted late, and while none runs; the messages after hours without use of the
 * queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using math expressions
 *     with CloudWatch metrics: FILL and alarms on metrics with a delay</a>
 */
public final class BacklogMetric {

    private BacklogMetric() {}

    static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs of(
            Output<String> queueName, Output<String> clusterName, Output<String> serviceName, int messagesOfTask) {
        var messages = metric(
                "messages", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Sum", Map.of("QueueName", queueName));
        var tasks = metric(
                "tasks",
                "ECS/ContainerInsights",
                "RunningTaskCount",
                "Average",
                Map.of("ClusterName", clusterName, "ServiceName", serviceName));
        var perTask = PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs.builder()
                .id("backlog")
                .label("Messages for each running task")
                .expression(expression(messagesOfTask))
                .returnData(true)
                .build();
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs.builder()
                .metrics(messages, tasks, perTask)
                .build();
    }

    /**
     * Returns the expression. Without tasks, a single message counts as more than one task may have waiting: target
     * tracking adds tasks only above its target, so fewer messages would wait indefinitely.
     */
    public static String expression(int messagesOfTask) {
        return ("IF(FILL(FILL(tasks, REPEAT), 0) > 0, FILL(messages, 0) / FILL(FILL(tasks, REPEAT), 1),"
                        + " IF(FILL(messages, 0) > %1$d, FILL(messages, 0), IF(FILL(messages, 0) > 0, %2$d, 0)))")
                .formatted(messagesOfTask, messagesOfTask + 1L);
    }

    private static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs metric(
            String id, String namespace, String metricName, String stat, Map<String, Output<String>> dimensions) {
        var metric =
                PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs
                        .builder()
                        .namespace(namespace)
                        .metricName(metricName)
                        .dimensions(new TreeMap<>(dimensions)
                                .entrySet().stream()
                                        .map(entry -> dimension(entry.getKey(), entry.getValue()))
                                        .toList())
                        .build();
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs.builder()
                .id(id)
                .metricStat(
                        PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs
                                .builder()
                                .metric(metric)
                                .stat(stat)
                                .build())
                .returnData(false)
                .build();
    }

    private static
    PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
            dimension(String name, Output<String> value) {
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs
                .builder()
                .name(name)
                .value(value)
                .build();
    }
}
