package dev.ashlar.data;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Names;
import dev.ashlar.core.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instances of an Aurora cluster: first the writer, then the readers. */
record AuroraInstances(
        String name,
        AuroraClusterArgs args,
        AuroraPlan plan,
        Cluster cluster,
        SubnetGroup subnetGroup,
        @Nullable ParameterGroup parameterGroup) {

    private static final String SERVERLESS = "db.serverless";

    void create(Supplier<CustomResourceOptions.Builder> childOptions) {
        var writer = new ArrayList<Resource>();
        for (var planned : plan.instances()) {
            var instance = create(
                    planned,
                    childOptions
                            .get()
                            .protect(args.deletionProtection())
                            .deleteBeforeReplace(true)
                            // Aurora makes the first instance the writer, whatever it is called.
                            .dependsOn(List.copyOf(writer))
                            .build());
            if (writer.isEmpty()) {
                writer.add(instance);
            }
        }
    }

    private ClusterInstance create(AuroraPlan.Instance planned, CustomResourceOptions options) {
        var instanceName = Names.child(name, planned.role());
        var instance = ClusterInstanceArgs.builder()
                .identifier(cluster.clusterIdentifier().applyValue(id -> id + "-" + planned.role()))
                .clusterIdentifier(cluster.id())
                .engine(args.engine().wireName())
                .instanceClass(Output.ofLeft(SERVERLESS))
                .promotionTier(planned.promotionTier())
                .dbSubnetGroupName(subnetGroup.name())
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(plan.followsMinorVersions())
                .preferredMaintenanceWindow(args.maintenanceWindow())
                .applyImmediately(args.applyImmediately())
                .copyTagsToSnapshot(true)
                .performanceInsightsEnabled(args.performanceInsights())
                .tags(Tags.named(instanceName, args.tags()));
        if (args.performanceInsights() && args.kmsKeyArn() != null) {
            instance.performanceInsightsKmsKeyId(args.kmsKeyArn());
        }
        if (parameterGroup != null) {
            instance.dbParameterGroupName(parameterGroup.name());
        }
        return new ClusterInstance(instanceName, instance.build(), options);
    }
}
