package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instances of an Aurora cluster: first the writer, then the readers. */
public record AuroraInstances(
        Children children,
        AuroraClusterArgs args,
        InstancePlan plan,
        boolean followsMinorVersions,
        Cluster cluster,
        SubnetGroup subnetGroup,
        @Nullable ParameterGroup parameterGroup) {

    /** Creates the instances and returns them by role, in the order of the plan. */
    public Map<String, ClusterInstance> create() {
        var monitoring = args.monitoringInterval().isZero()
                ? null
                : EnhancedMonitoring.create(children.scope("monitoring"), children.name(), children.environment());
        var created = new LinkedHashMap<String, ClusterInstance>();
        for (var planned : plan.all()) {
            var predecessors = predecessors(List.copyOf(created.values()), monitoring);
            created.put(planned.role(), create(planned, predecessors, monitoring));
        }
        return created;
    }

    /**
     * Returns the resources that an instance depends on. Aurora makes the first instance the writer, whatever its name, and
     * an instance that depends on another is changed after it.
     */
    private List<Resource> predecessors(List<ClusterInstance> created, @Nullable EnhancedMonitoring monitoring) {
        var predecessors =
                new ArrayList<Resource>(args.rollingUpdates() || created.isEmpty() ? created : List.of(created.get(0)));
        if (monitoring != null) {
            predecessors.add(monitoring.permission());
        }
        return predecessors;
    }

    private ClusterInstance create(
            InstancePlan.Instance planned, List<Resource> predecessors, @Nullable EnhancedMonitoring monitoring) {
        var place = children.scope(planned.role());
        var instance = ClusterInstanceArgs.builder()
                .identifier(cluster.clusterIdentifier().applyValue(id -> id + "-" + planned.role()))
                .clusterIdentifier(cluster.id())
                .engine(args.engine().wireName())
                .instanceClass(Output.ofLeft(planned.instanceClass()))
                .promotionTier(planned.promotionTier())
                .dbSubnetGroupName(subnetGroup.name())
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(followsMinorVersions)
                .preferredMaintenanceWindow(args.maintenanceWindow())
                .applyImmediately(args.applyImmediately())
                .copyTagsToSnapshot(true)
                .performanceInsightsEnabled(args.performanceInsights())
                .tags(place.tags());
        if (args.performanceInsights()) {
            instance.performanceInsightsRetentionPeriod(args.databaseInsights().retentionDays());
            if (args.kmsKeyArn() != null) {
                instance.performanceInsightsKmsKeyId(args.kmsKeyArn());
            }
        }
        if (parameterGroup != null) {
            instance.dbParameterGroupName(parameterGroup.name());
        }
        if (monitoring != null) {
            instance.monitoringInterval(
                            Math.toIntExact(args.monitoringInterval().toSeconds()))
                    .monitoringRoleArn(monitoring.roleArn());
        }
        return new ClusterInstance(
                place.name(), instance.build(), place.options(options -> options.protect(args.deletionProtection())
                        .deleteBeforeReplace(true)
                        .dependsOn(predecessors)));
    }
}
