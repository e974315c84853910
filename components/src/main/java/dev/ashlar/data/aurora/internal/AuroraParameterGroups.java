package dev.ashlar.data.aurora.internal;

import com.pulumi.aws.rds.ClusterParameterGroup;
import com.pulumi.aws.rds.ClusterParameterGroupArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ClusterParameterGroupParameterArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of an Aurora cluster and of its instances. */
public final class AuroraParameterGroups {

    private final ClusterParameterGroup clusterGroup;
    private final @Nullable ParameterGroup instanceGroup;

    public AuroraParameterGroups(String name, AuroraClusterArgs args, AuroraPlan plan, CustomResourceOptions child) {
        this.clusterGroup = new ClusterParameterGroup(
                name,
                ClusterParameterGroupArgs.builder()
                        .family(plan.parameterFamily())
                        .description("Parameters of Aurora cluster " + name)
                        .parameters(clusterParameters(args))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
        this.instanceGroup = args.instanceParameters().isEmpty() ? null : createInstanceGroup(name, args, plan, child);
    }

    private static ParameterGroup createInstanceGroup(
            String name, AuroraClusterArgs args, AuroraPlan plan, CustomResourceOptions child) {
        return new ParameterGroup(
                name,
                ParameterGroupArgs.builder()
                        .family(plan.parameterFamily())
                        .description("Parameters of the instances of Aurora cluster " + name)
                        .parameters(instanceParameters(args))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
    }

    private static List<ClusterParameterGroupParameterArgs> clusterParameters(AuroraClusterArgs args) {
        var parameters = new ArrayList<ClusterParameterGroupParameterArgs>();
        parameters.add(ClusterParameterGroupParameterArgs.builder()
                .name(EngineFacts.tlsParameter(args.engine()))
                .value(EngineFacts.tlsValue(args.engine()))
                .build());
        // RDS refuses to apply a static parameter at once; at the next restart it takes both kinds.
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

    public ClusterParameterGroup clusterGroup() {
        return clusterGroup;
    }

    @Nullable
    public ParameterGroup instanceGroup() {
        return instanceGroup;
    }
}
