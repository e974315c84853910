package dev.ashlar.data.cache;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.elasticache.ParameterGroup;
import com.pulumi.aws.elasticache.ParameterGroupArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.aws.elasticache.inputs.ParameterGroupParameterArgs;
import com.pulumi.aws.elasticache.inputs.ReplicationGroupLogDeliveryConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.data.internal.FinalSnapshot;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Valkey or Redis cache in a network's isolated subnets, encrypted at rest and on the way, that lets in one user with a
 * generated password. It creates a replication group, its subnet and parameter groups, the user and its group, the secret of
 * the password, log groups for slow commands and for the engine, and a security group without rules.
 *
 * <p>Each node of the default size costs about 19 USD a month with Valkey and 23 USD with Redis; the secret 0.40 USD.
 *
 * <p>Changing {@code kmsKeyArn} or {@code snapshotName}, going back to an earlier version or from Valkey to Redis replaces the
 * cache, empty or from the snapshot. While {@code deletionProtection} is on, Pulumi refuses such a change.
 *
 * <p>Each run asks Secrets Manager for a random password ({@code secretsmanager:GetRandomPassword}); only the first one is
 * used. It is in the stack's state encrypted, and never an output.
 *
 * <pre>{@code
 * var cache = new RedisCache("cache", RedisCacheArgs.builder()
 *         .network(network)
 *         .evictionPolicy(EvictionPolicy.NOEVICTION)
 *         .build());
 * }</pre>
 */
public final class RedisCache extends Component implements Cache, Observable {

    private static final String TYPE = "ashlar:data:RedisCache";

    private final String name;
    private final RedisCacheArgs args;
    private final RedisCachePlan plan;
    private final SubnetGroup subnetGroup;
    private final SecurityGroup securityGroup;
    private final ReplicationGroup replicationGroup;
    private final CacheBindings bindings;

    /**
     * Creates a cache.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public RedisCache(String name, RedisCacheArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a cache.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public RedisCache(String name, RedisCacheArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        this.args = args;
        this.plan = RedisCachePlan.of(args);
        args.network().placement().place(RedisCachePlan.networkNeeds(name, args));
        this.subnetGroup = createSubnetGroup();
        this.securityGroup = createSecurityGroup();
        var users = new CacheUsers(
                name,
                args,
                physicalName(),
                this::childOptions,
                InvokeOptions.builder().parent(this).build());
        this.replicationGroup = createReplicationGroup(users);
        this.bindings =
                new CacheBindings(name, endpoint(), PORT, Output.of(args.user()), securityGroup.id(), users.password());
        registerOutputs(Map.of(
                "endpoint", endpoint(),
                "replicationGroupId", replicationGroupId(),
                "securityGroupId", securityGroupId()));
    }

    /** Every fault of the options; empty when the cache can be created. */
    public static Violations check(String name, RedisCacheArgs args) {
        return RedisCacheCheck.check(name, args);
    }

    /**
     * A cache that exists already, made by hand, by another stack or by another library. Creates nothing.
     *
     * @param name how the consumers' rules and environment variables call it
     * @throws dev.ashlar.core.InvalidArgsException with every fact that is missing
     */
    public static Cache fromExisting(String name, ExistingCacheArgs args) {
        return ExistingCache.of(name, args);
    }

    private SubnetGroup createSubnetGroup() {
        return new SubnetGroup(
                name,
                SubnetGroupArgs.builder()
                        .subnetIds(args.network().isolatedSubnetIds())
                        .description("Where cache %s stands".formatted(name))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    private SecurityGroup createSecurityGroup() {
        return SecurityGroups.withoutRules(name, args.network().vpcId(), "Guards cache " + name, args.tags(), child());
    }

    private ReplicationGroup createReplicationGroup(CacheUsers users) {
        var options = childOptions().protect(args.deletionProtection());
        if (plan.ignoresVersion()) {
            options.ignoreChanges("engineVersion");
        }
        return new ReplicationGroup(name, replicationGroupArgs(users), options.build());
    }

    private ReplicationGroupArgs replicationGroupArgs(CacheUsers users) {
        var group = ReplicationGroupArgs.builder()
                .description("Cache " + name)
                .engine(args.engine().wireName())
                .engineVersion(args.engineVersion())
                .autoMinorVersionUpgrade(plan.ignoresVersion())
                .nodeType(args.nodeType())
                .port(PORT)
                .automaticFailoverEnabled(plan.automaticFailover())
                .multiAzEnabled(plan.hasReplicas())
                .subnetGroupName(subnetGroup.name())
                .securityGroupIds(securityGroup.id().applyValue(List::of))
                .parameterGroupName(createParameterGroup().name())
                .atRestEncryptionEnabled(true)
                .transitEncryptionEnabled(true)
                .userGroupIds(users.groupId().applyValue(List::of))
                .snapshotRetentionLimit(Math.toIntExact(args.snapshotRetention().toDays()))
                .snapshotWindow(args.snapshotWindow())
                .maintenanceWindow(args.maintenanceWindow())
                .applyImmediately(args.applyImmediately())
                .logDeliveryConfigurations(List.of(deliver("slow-log"), deliver("engine-log")))
                .tags(Tags.named(name, args.tags()));
        if (plan.clusterMode()) {
            group.numNodeGroups(plan.shards()).replicasPerNodeGroup(plan.replicas());
        } else {
            group.numCacheClusters(plan.nodes());
        }
        if (plan.transitEncryptionMode()) {
            group.transitEncryptionMode("required");
        }
        if (plan.dataTiering()) {
            group.dataTieringEnabled(true);
        }
        if (args.finalSnapshot()) {
            group.finalSnapshotIdentifier(FinalSnapshot.identifier(physicalName(), replacingOptions()));
        }
        if (args.kmsKeyArn() != null) {
            group.kmsKeyId(args.kmsKeyArn());
        }
        if (args.snapshotName() != null) {
            group.snapshotName(args.snapshotName());
        }
        return group.build();
    }

    private ParameterGroup createParameterGroup() {
        return new ParameterGroup(
                name,
                ParameterGroupArgs.builder()
                        .family(plan.parameterFamily())
                        .description("Parameters of cache " + name)
                        .parameters(plan.parameters().entrySet().stream()
                                .map(parameter -> ParameterGroupParameterArgs.builder()
                                        .name(parameter.getKey())
                                        .value(parameter.getValue())
                                        .build())
                                .toList())
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    private ReplicationGroupLogDeliveryConfigurationArgs deliver(String log) {
        var groupName = childName(log);
        var group = new LogGroup(
                groupName,
                LogGroupArgs.builder()
                        // AWS admits itself to groups of this path by one rule; others fill up a policy of limited
                        // length.
                        .name(physicalName()
                                .applyValue(cache -> "/aws/vendedlogs/elasticache/%s/%s".formatted(cache, log)))
                        .retentionInDays(LogRetention.days(args.profile().logRetention()))
                        .tags(Tags.named(groupName, args.tags()))
                        .build(),
                child());
        return ReplicationGroupLogDeliveryConfigurationArgs.builder()
                .destinationType("cloudwatch-logs")
                .destination(group.name())
                .logFormat("json")
                .logType(log)
                .build();
    }

    private List<Output<String>> replacingOptions() {
        var options = new ArrayList<Output<String>>();
        options.add(Output.of(args.engine().wireName()));
        options.add(Output.of(args.engineVersion()));
        options.add(args.kmsKeyArn() == null ? Output.of("") : args.kmsKeyArn());
        options.add(args.snapshotName() == null ? Output.of("") : args.snapshotName());
        return options;
    }

    /** The subnet group is named by the provider, so its name is new whenever this component is created anew. */
    private Output<String> physicalName() {
        return subnetGroup.name();
    }

    /** The id of the replication group. */
    public Output<String> replicationGroupId() {
        return replicationGroup.replicationGroupId();
    }

    @Override
    public Output<String> endpoint() {
        return plan.clusterMode()
                ? replicationGroup.configurationEndpointAddress()
                : replicationGroup.primaryEndpointAddress();
    }

    @Override
    public Output<String> securityGroupId() {
        return securityGroup.id();
    }

    @Override
    public Binding connection() {
        return bindings.connect(name);
    }

    @Override
    public Binding connection(String prefix) {
        return bindings.connect(prefix);
    }

    @Override
    public List<Signal> signals() {
        return RedisCacheSignals.of(name, replicationGroupId(), plan);
    }
}
