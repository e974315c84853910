package dev.ashlar.compute;

import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.TreeMap;

/**
 * The messages of a queue for each running task, which CloudWatch computes from two metrics. Without tasks it is the number
 * of messages, so that a service that went down to none grows again; a queue that nobody used for hours has no metric, and
 * counts as empty.
 */
final class BacklogMetric {

    static final String EXPRESSION = "IF(FILL(tasks, 0) > 0, FILL(messages, 0) / FILL(tasks, 1), FILL(messages, 0))";

    private BacklogMetric() {}

    static PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs of(
            Output<String> queueName, Output<String> clusterName, Output<String> serviceName) {
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
                .expression(EXPRESSION)
                .returnData(true)
                .build();
        return PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs.builder()
                .metrics(messages, tasks, perTask)
                .build();
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
