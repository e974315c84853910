package dev.ashlar.data.cache.internal;

import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.core.Output;
import dev.ashlar.data.cache.Cache;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.data.internal.FinalSnapshot;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.component.Children;
import java.util.List;
import java.util.Objects;

/**
 * The nodes of a cache, with their parameters and logs.
 *
 * @param subnetGroupName the name of the subnet group, which is also the cache's physical name
 * @param securityGroupId the security group of the nodes
 * @param userGroupId the users that can log in
 */
public record CacheReplicationGroup(
        Children children,
        RedisCacheArgs args,
        RedisCachePlan plan,
        Output<String> subnetGroupName,
        Output<String> securityGroupId,
        Output<String> userGroupId) {

    public ReplicationGroup create() {
        return new ReplicationGroup(
                children.name(),
                properties(createParameterGroup(), List.of(deliver("slow-log"), deliver("engine-log"))),
                children.options(options -> {
                    options.protect(args.deletionProtection());
                    return plan.ignoresVersion() ? options.ignoreChanges("engineVersion") : options;
                }));
    }

    private ReplicationGroupArgs properties(
            ParameterGroup parameterGroup, List<ReplicationGroupLogDeliveryConfigurationArgs> logs) {
        var group = ReplicationGroupArgs.builder()
                .description("Cache " + children.name())
                .engine(args.engine().wireName())
                .engineVersion(args.engineVersion())
                .autoMinorVersionUpgrade(plan.ignoresVersion())
                .nodeType(args.nodeType())
                .port(Cache.PORT)
                .automaticFailoverEnabled(plan.automaticFailover())
                .multiAzEnabled(plan.hasReplicas())
                .subnetGroupName(subnetGroupName)
                .securityGroupIds(securityGroupId.applyValue(List::of))
                .parameterGroupName(parameterGroup.name())
                .atRestEncryptionEnabled(true)
                .transitEncryptionEnabled(true)
                .userGroupIds(userGroupId.applyValue(List::of))
                .snapshotRetentionLimit(Math.toIntExact(args.snapshotRetention().toDays()))
                .snapshotWindow(args.snapshotWindow())
                .maintenanceWindow(args.maintenanceWindow())
                .applyImmediately(args.applyImmediately())
                .logDeliveryConfigurations(logs)
                .tags(children.tags());
        setNodes(group);
        if (plan.transitEncryptionMode()) {
            group.transitEncryptionMode("required");
        }
        if (plan.dataTiering()) {
            group.dataTieringEnabled(true);
        }
        if (args.finalSnapshot()) {
            group.finalSnapshotIdentifier(FinalSnapshot.identifier(subnetGroupName, replacingOptions()));
        }
        if (args.kmsKeyArn() != null) {
            group.kmsKeyId(args.kmsKeyArn());
        }
        if (args.snapshotName() != null) {
            group.snapshotName(args.snapshotName());
        }
        return group.build();
    }

    private void setNodes(ReplicationGroupArgs.Builder group) {
        if (plan.clusterMode()) {
            group.numNodeGroups(plan.shards()).replicasPerNodeGroup(plan.replicas());
        } else {
            group.numCacheClusters(plan.nodes());
        }
    }

    private ParameterGroup createParameterGroup() {
        return new ParameterGroup(
                children.name(),
                ParameterGroupArgs.builder()
                        .family(plan.parameterFamily())
                        .description("Parameters of cache " + children.name())
                        .parameters(plan.parameters().entrySet().stream()
                                .map(parameter -> ParameterGroupParameterArgs.builder()
                                        .name(parameter.getKey())
                                        .value(parameter.getValue())
                                        .build())
                                .toList())
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private ReplicationGroupLogDeliveryConfigurationArgs deliver(String log) {
        // AWS allows itself to write to all groups of this path in one statement of a resource policy, whose length is
        // limited; other paths take a statement each.
        var path = subnetGroupName.applyValue(cache -> "/aws/vendedlogs/elasticache/%s/%s".formatted(cache, log));
        var group = LogGroups.create(children.scope(log), args.profile().logRetention(), path);
        return ReplicationGroupLogDeliveryConfigurationArgs.builder()
                .destinationType("cloudwatch-logs")
                .destination(group.name())
                .logFormat("json")
                .logType(log)
                .build();
    }

    private List<Output<String>> replacingOptions() {
        return List.of(
                Output.of(args.engine().wireName()),
                Output.of(args.engineVersion()),
                Objects.requireNonNullElse(args.kmsKeyArn(), Output.of("")),
                Objects.requireNonNullElse(args.snapshotName(), Output.of("")));
    }
}
