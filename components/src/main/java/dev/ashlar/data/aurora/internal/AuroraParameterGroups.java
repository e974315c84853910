package dev.ashlar.data.aurora.internal;

import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an Aurora cluster and of its instances.
 *
 * @param instanceGroup null if the caller sets no parameters of instances
 */
public record AuroraParameterGroups(
        ClusterParameterGroup clusterGroup, @Nullable ParameterGroup instanceGroup) {

    public static AuroraParameterGroups create(Children children, AuroraClusterArgs args, AuroraPlan plan) {
        return new AuroraParameterGroups(
                createClusterGroup(children, args, plan),
                args.instanceParameters().isEmpty() ? null : createInstanceGroup(children, args, plan));
    }

    private static ClusterParameterGroup createClusterGroup(
            Children children, AuroraClusterArgs args, AuroraPlan plan) {
        return new ClusterParameterGroup(
                children.name(),
                ClusterParameterGroupArgs.builder()
                        .family(plan.parameterFamily())
                        .description("Parameters of Aurora cluster " + children.name())
                        .parameters(clusterParameters(args))
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private static ParameterGroup createInstanceGroup(Children children, AuroraClusterArgs args, AuroraPlan plan) {
        return new ParameterGroup(
                children.name(),
                ParameterGroupArgs.builder()
                        .family(plan.parameterFamily())
                        .description("Parameters of the instances of Aurora cluster " + children.name())
                        .parameters(instanceParameters(args))
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private static List<ClusterParameterGroupParameterArgs> clusterParameters(AuroraClusterArgs args) {
        var parameters = new ArrayList<ClusterParameterGroupParameterArgs>();
        parameters.add(ClusterParameterGroupParameterArgs.builder()
                .name(EngineFacts.tlsParameter(args.engine()))
                .value(EngineFacts.tlsValue(args.engine()))
                .build());
        // RDS rejects static parameters that apply immediately; with the next restart it applies both kinds.
        new TreeMap<>(args.clusterParameters())
                .forEach((parameter, value) -> parameters.add(ClusterParameterGroupParameterArgs.builder()
                        .name(parameter)
                        .value(value)
                        .applyMethod("pending-reboot")
                        .build()));
        return parameters;
    }

    private static List<ParameterGroupParameterArgs> instanceParameters(AuroraClusterArgs args) {
        return new TreeMap<>(args.instanceParameters())
                .entrySet().stream()
                        .map(parameter -> ParameterGroupParameterArgs.builder()
                                .name(parameter.getKey())
                                .value(parameter.getValue())
                                .applyMethod("pending-reboot")
                                .build())
                        .toList();
    }
}
