package dev.ashlar.data.table.internal;

import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import dev.ashlar.data.table.internal.DynamoTablePlan.ScaledCapacity;
import dev.ashlar.internal.aws.ScalableTarget;
import dev.ashlar.internal.component.Children;
import java.util.Locale;

/**
 * Autoscaling of the provisioned capacity of a table and its global indexes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-dynamodb.html">Amazon
 *     DynamoDB and Application Auto Scaling</a>
 */
public record DynamoTableScaling(Children children, Output<String> tableName) {

    private static final String NAMESPACE = "dynamodb";
    private static final double CONSUMED_PERCENT = 70;

    public void create(ScaledCapacity capacity) {
        var place = capacity.index() == null
                ? children.scope(capacity.kind())
                : children.scope(capacity.index(), capacity.kind());
        ScalableTarget.register(
                        place,
                        NAMESPACE,
                        dimension(capacity),
                        tableName.applyValue(table -> resourceId(table, capacity)),
                        capacity.units().min(),
                        capacity.units().max(),
                        place.options())
                .track(
                        place,
                        PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                                .targetValue(CONSUMED_PERCENT)
                                .predefinedMetricSpecification(
                                        PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                                                .builder()
                                                .predefinedMetricType("DynamoDB%sCapacityUtilization"
                                                        .formatted(capitalised(capacity.kind())))
                                                .build())
                                .build());
    }

    private static String dimension(ScaledCapacity capacity) {
        return "dynamodb:%s:%sCapacityUnits"
                .formatted(capacity.index() == null ? "table" : "index", capitalised(capacity.kind()));
    }

    private static String resourceId(String table, ScaledCapacity capacity) {
        return capacity.index() == null ? "table/" + table : "table/%s/index/%s".formatted(table, capacity.index());
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
