package dev.ashlar.data.aurora.internal;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.inputs.ClusterRestoreToPointInTimeArgs;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.DatabaseInsights;
import dev.ashlar.data.internal.FinalSnapshot;
import dev.ashlar.internal.component.Children;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The DB cluster of an Aurora cluster. */
public record ClusterResource(
        Children children,
        AuroraClusterArgs args,
        AuroraPlan plan,
        Output<String> physicalName,
        SubnetGroup subnetGroup,
        SecurityGroup securityGroup,
        AuroraParameterGroups parameterGroups) {

    /** Creates the cluster after its log groups, see {@link AuroraLogGroups}. */
    public Cluster create(List<Resource> logGroups) {
        return new Cluster(
                children.name(), properties(), children.options(options -> options.protect(args.deletionProtection())
                        // The log groups fix the identifier, so the next cluster cannot exist beside this one.
                        .deleteBeforeReplace(true)
                        .dependsOn(logGroups)
                        .ignoreChanges(unchangeable())));
    }

    private List<String> unchangeable() {
        var properties = new ArrayList<String>();
        // RDS accepts it at creation only, and a copy of another cluster starts with RDS's default.
        properties.add("engineLifecycleSupport");
        if (plan.ignoresVersion()) {
            properties.add("engineVersion");
        }
        if (!plan.restores()) {
            // The provider would replace the cluster when the property is removed.
            properties.add("restoreToPointInTime");
        }
        return properties;
    }

    private ClusterArgs properties() {
        var cluster = ClusterArgs.builder()
                .clusterIdentifier(physicalName)
                .engine(Output.ofLeft(args.engine().wireName()))
                .engineVersion(plan.engineVersion())
                .allowMajorVersionUpgrade(plan.upgradesMajor())
                .engineLifecycleSupport(
                        args.extendedSupport()
                                ? "open-source-rds-extended-support"
                                : "open-source-rds-extended-support-disabled")
                .databaseName(args.databaseName())
                .port(args.engine().port())
                .masterUsername(args.masterUsername())
                .manageMasterUserPassword(true)
                .iamDatabaseAuthenticationEnabled(true)
                .dbSubnetGroupName(subnetGroup.name())
                .vpcSecurityGroupIds(securityGroup.id().applyValue(List::of))
                .dbClusterParameterGroupName(parameterGroups.clusterGroup().name())
                .storageEncrypted(true)
                // Without a value it would keep the previous one.
                .storageType(args.ioOptimized() ? "aurora-iopt1" : "aurora")
                .backupRetentionPeriod(Math.toIntExact(args.backupRetention().toDays()))
                .preferredBackupWindow(args.backupWindow())
                .preferredMaintenanceWindow(args.maintenanceWindow())
                // The new parameter groups do not match the old major version, so an upgrade cannot wait for the
                // window.
                .applyImmediately(args.applyImmediately() || plan.upgradesMajor())
                .copyTagsToSnapshot(true)
                .deletionProtection(args.deletionProtection())
                .skipFinalSnapshot(!args.finalSnapshot())
                .deleteAutomatedBackups(!args.finalSnapshot())
                .databaseInsightsMode(args.databaseInsights().wireName())
                .enableHttpEndpoint(args.dataApi())
                .enabledCloudwatchLogsExports(List.copyOf(plan.logs()))
                .tags(children.tags());
        if (plan.instances().hasServerless()) {
            cluster.serverlessv2ScalingConfiguration(scaling());
        }
        if (args.databaseInsights() == DatabaseInsights.ADVANCED) {
            keepInsights(cluster);
        }
        if (args.finalSnapshot()) {
            cluster.finalSnapshotIdentifier(FinalSnapshot.identifier(physicalName, replacingOptions()));
        }
        if (args.kmsKeyArn() != null) {
            cluster.kmsKeyId(args.kmsKeyArn()).masterUserSecretKmsKeyId(args.kmsKeyArn());
        }
        start(cluster);
        if (plan.upgradesMajor() && parameterGroups.instanceGroup() != null) {
            cluster.dbInstanceParameterGroupName(parameterGroups.instanceGroup().name());
        }
        return cluster.build();
    }

    /** RDS accepts the advanced mode only together with the retention of Performance Insights. */
    private void keepInsights(ClusterArgs.Builder cluster) {
        cluster.performanceInsightsEnabled(true)
                .performanceInsightsRetentionPeriod(args.databaseInsights().retentionDays());
        if (args.kmsKeyArn() != null) {
            cluster.performanceInsightsKmsKeyId(args.kmsKeyArn());
        }
    }

    /** Sets the source of the data that the cluster starts with. */
    private void start(ClusterArgs.Builder cluster) {
        if (args.snapshotIdentifier() != null) {
            cluster.snapshotIdentifier(args.snapshotIdentifier());
        }
        if (args.cloneOf() != null) {
            cluster.restoreToPointInTime(ClusterRestoreToPointInTimeArgs.builder()
                    .sourceClusterIdentifier(args.cloneOf())
                    .restoreType("copy-on-write")
                    .useLatestRestorableTime(true)
                    .build());
        }
        var pointInTime = args.restoreToPointInTime();
        if (pointInTime != null) {
            var restore = ClusterRestoreToPointInTimeArgs.builder()
                    .sourceClusterIdentifier(pointInTime.sourceClusterIdentifier())
                    .restoreType("full-copy");
            if (pointInTime.restoreToTime() == null) {
                restore.useLatestRestorableTime(true);
            } else {
                restore.restoreToTime(wholeSeconds(pointInTime.restoreToTime()));
            }
            cluster.restoreToPointInTime(restore.build());
        }
    }

    private static String wholeSeconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private ClusterServerlessv2ScalingConfigurationArgs scaling() {
        var scaling = ClusterServerlessv2ScalingConfigurationArgs.builder()
                .minCapacity(args.minCapacity())
                .maxCapacity(args.maxCapacity());
        plan.secondsUntilAutoPause().ifPresent(scaling::secondsUntilAutoPause);
        return scaling.build();
    }

    private List<Output<String>> replacingOptions() {
        var options = new ArrayList<Output<String>>();
        options.add(Output.of(args.engine().wireName()));
        options.add(Output.of(args.databaseName()));
        options.add(Output.of(args.masterUsername()));
        options.add(orNothing(args.kmsKeyArn()));
        options.add(orNothing(args.snapshotIdentifier()));
        options.add(orNothing(args.cloneOf()));
        var pointInTime = args.restoreToPointInTime();
        if (pointInTime != null) {
            options.add(orNothing(pointInTime.sourceClusterIdentifier()));
            options.add(Output.of(String.valueOf(pointInTime.restoreToTime())));
        }
        return options;
    }

    private static Output<String> orNothing(@Nullable Output<String> option) {
        return option == null ? Output.of("") : option;
    }
}
