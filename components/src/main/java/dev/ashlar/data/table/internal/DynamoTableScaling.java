package dev.ashlar.data.table.internal;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.data.table.internal.DynamoTablePlan.ScaledCapacity;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Locale;
import java.util.Map;

/**
 * Provisioned capacity of a table and its global indexes that follows the use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-dynamodb.html">Amazon
 *     DynamoDB and Application Auto Scaling</a>
 */
public record DynamoTableScaling(
        String name, Output<String> tableName, Map<String, String> tags, CustomResourceOptions child) {

    private static final String NAMESPACE = "dynamodb";
    private static final double CONSUMED_PERCENT = 70;

    public void follow(ScaledCapacity capacity) {
        var target = createTarget(capacity);
        new Policy(
                logicalName(capacity),
                PolicyArgs.builder()
                        .policyType("TargetTrackingScaling")
                        .serviceNamespace(target.serviceNamespace())
                        .resourceId(target.resourceId())
                        .scalableDimension(target.scalableDimension())
                        .targetTrackingScalingPolicyConfiguration(
                                PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                                        .targetValue(CONSUMED_PERCENT)
                                        .predefinedMetricSpecification(
                                                PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                                                        .builder()
                                                        .predefinedMetricType("DynamoDB%sCapacityUtilization"
                                                                .formatted(capitalised(capacity.kind())))
                                                        .build())
                                        .build())
                        .build(),
                child);
    }

    private Target createTarget(ScaledCapacity capacity) {
        var logicalName = logicalName(capacity);
        return new Target(
                logicalName,
                TargetArgs.builder()
                        .serviceNamespace(NAMESPACE)
                        .resourceId(tableName.applyValue(table -> resourceId(table, capacity)))
                        .scalableDimension("dynamodb:%s:%sCapacityUnits"
                                .formatted(capacity.index() == null ? "table" : "index", capitalised(capacity.kind())))
                        .minCapacity(capacity.units().min())
                        .maxCapacity(capacity.units().max())
                        .tags(Tags.named(logicalName, tags))
                        .build(),
                child);
    }

    private String logicalName(ScaledCapacity capacity) {
        return capacity.index() == null
                ? Names.child(name, capacity.kind())
                : Names.child(name, capacity.index(), capacity.kind());
    }

    private static String resourceId(String table, ScaledCapacity capacity) {
        return capacity.index() == null ? "table/" + table : "table/%s/index/%s".formatted(table, capacity.index());
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
