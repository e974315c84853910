package dev.ashlar.data;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.inputs.ClusterServerlessv2ScalingConfigurationArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.Tags;
import java.util.ArrayList;
import java.util.List;

/** The properties of an Aurora cluster as RDS takes them. */
record AuroraProperties(
        String name,
        AuroraClusterArgs args,
        AuroraPlan plan,
        Output<String> physicalName,
        SubnetGroup subnetGroup,
        SecurityGroup securityGroup,
        AuroraParameterGroups parameterGroups) {

    ClusterArgs clusterArgs() {
        var cluster = ClusterArgs.builder()
                .clusterIdentifier(physicalName)
                .engine(Output.ofLeft(args.engine().wireName()))
                .engineVersion(plan.engineVersion())
                .allowMajorVersionUpgrade(plan.upgradesMajor())
                .engineLifecycleSupport(
                        args.extendedSupport()
                                ? "open-source-rds-extended-support"
                                : "open-source-rds-extended-support-disabled")
                .serverlessv2ScalingConfiguration(scaling())
                .databaseName(args.databaseName())
                .port(args.engine().port())
                .masterUsername(args.masterUsername())
                .manageMasterUserPassword(true)
                .iamDatabaseAuthenticationEnabled(true)
                .dbSubnetGroupName(subnetGroup.name())
                .vpcSecurityGroupIds(securityGroup.id().applyValue(List::of))
                .dbClusterParameterGroupName(parameterGroups.clusterGroup().name())
                .storageEncrypted(true)
                .backupRetentionPeriod(Math.toIntExact(args.backupRetention().toDays()))
                .preferredBackupWindow(args.backupWindow())
                .preferredMaintenanceWindow(args.maintenanceWindow())
                .applyImmediately(args.applyImmediately())
                .copyTagsToSnapshot(true)
                .deletionProtection(args.deletionProtection())
                .skipFinalSnapshot(!args.finalSnapshot())
                .deleteAutomatedBackups(!args.finalSnapshot())
                .databaseInsightsMode("standard")
                .enabledCloudwatchLogsExports(List.copyOf(plan.logs()))
                .tags(Tags.named(name, args.tags()));
        if (args.finalSnapshot()) {
            cluster.finalSnapshotIdentifier(FinalSnapshot.identifier(physicalName, replacingOptions()));
        }
        if (args.ioOptimized()) {
            cluster.storageType("aurora-iopt1");
        }
        if (args.kmsKeyArn() != null) {
            cluster.kmsKeyId(args.kmsKeyArn()).masterUserSecretKmsKeyId(args.kmsKeyArn());
        }
        if (args.snapshotIdentifier() != null) {
            cluster.snapshotIdentifier(args.snapshotIdentifier());
        }
        if (plan.upgradesMajor() && parameterGroups.instanceGroup() != null) {
            cluster.dbInstanceParameterGroupName(parameterGroups.instanceGroup().name());
        }
        return cluster.build();
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
        options.add(args.kmsKeyArn() == null ? Output.of("") : args.kmsKeyArn());
        options.add(args.snapshotIdentifier() == null ? Output.of("") : args.snapshotIdentifier());
        return options;
    }
}
