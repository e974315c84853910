package dev.ashlar.data.cache;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.data.cache.internal.CacheBindings;
import dev.ashlar.data.cache.internal.CacheReplicationGroup;
import dev.ashlar.data.cache.internal.CacheUsers;
import dev.ashlar.data.cache.internal.ExistingCache;
import dev.ashlar.data.cache.internal.RedisCacheCheck;
import dev.ashlar.data.cache.internal.RedisCachePlan;
import dev.ashlar.data.cache.internal.RedisCacheSignals;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates a Valkey or Redis cache in the isolated subnets of a network, encrypted at rest and in transit, with one user
 * and a generated password. The resources are a replication group, its subnet and parameter groups, the user and its
 * group, the secret with the password, log groups for slow commands and for the engine, and a security group without
 * rules.
 *
 * <p>Each node of the default size costs about 19 USD a month with Valkey and 23 USD with Redis; the secret costs 0.40
 * USD.
 *
 * <p>A change of {@code kmsKeyArn} or {@code snapshotName}, an earlier version, or a change from Valkey to Redis
 * replaces the cache with an empty one, or with one from the snapshot. While {@code deletionProtection} is on, Pulumi
 * rejects these changes.
 *
 * <p>Each run requests a random password from Secrets Manager ({@code secretsmanager:GetRandomPassword}); only the
 * first one is used. The stack's state contains it encrypted, and it is never an output.
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
    private final Created<Resources> created;

    private record Resources(
            RedisCachePlan plan,
            ReplicationGroup replicationGroup,
            Output<String> securityGroupId,
            Output<String> passwordArn) {}

    /**
     * Creates a cache.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public RedisCache(String name, RedisCacheArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a cache.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public RedisCache(String name, RedisCacheArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.created = create(() -> {
            var plan = RedisCachePlan.of(name, args);
            var children = children(args.tags());
            plan.network().placement().place(plan.needs());
            var subnetGroup = createSubnetGroup(children, plan);
            var securityGroupId = createSecurityGroup(children, plan).id();
            // The provider names the subnet group, so the name is new whenever this component is created again.
            var physicalName = subnetGroup.name();
            var users = new CacheUsers(
                    children,
                    args,
                    physicalName,
                    InvokeOptions.builder().parent(this).build());
            var replicationGroup = new CacheReplicationGroup(
                            children, args, plan, physicalName, securityGroupId, users.groupId())
                    .create();
            return new Resources(plan, replicationGroup, securityGroupId, users.passwordArn());
        });
        registerOutputs(Map.of(
                "endpoint", endpoint(),
                "replicationGroupId", replicationGroupId(),
                "securityGroupId", securityGroupId()));
    }

    /** Returns the violations of the options; empty if the cache can be created. */
    public static Violations check(String name, RedisCacheArgs args) {
        return RedisCacheCheck.check(name, args);
    }

    /**
     * Returns an existing cache, created by hand, by another stack or by another library. Creates nothing.
     *
     * @param name the cache's name in messages, in the consumers' security group rules and in environment variables
     * @throws dev.ashlar.core.InvalidArgsException if facts are missing
     */
    public static Cache fromExisting(String name, ExistingCacheArgs args) {
        return ExistingCache.of(name, args);
    }

    private static SubnetGroup createSubnetGroup(Children children, RedisCachePlan plan) {
        return new SubnetGroup(
                children.name(),
                SubnetGroupArgs.builder()
                        .subnetIds(plan.network().isolatedSubnetIds())
                        .description("Where cache %s stands".formatted(children.name()))
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private SecurityGroup createSecurityGroup(Children children, RedisCachePlan plan) {
        return SecurityGroups.withoutRules(
                name, plan.network().vpcId(), "Guards cache " + name, args.tags(), children.options());
    }

    /** Returns the id of the replication group. */
    public Output<String> replicationGroupId() {
        return created.output(resources -> resources.replicationGroup().replicationGroupId());
    }

    @Override
    public Output<String> endpoint() {
        return created.output(resources -> resources.plan().clusterMode()
                ? resources.replicationGroup().configurationEndpointAddress()
                : resources.replicationGroup().primaryEndpointAddress());
    }

    @Override
    public Output<String> securityGroupId() {
        return created.output(Resources::securityGroupId);
    }

    @Override
    public Binding connection() {
        return connection(name);
    }

    @Override
    public Binding connection(String prefix) {
        var password = new SecretReference(created.output(Resources::passwordArn), null, args.kmsKeyArn());
        return new CacheBindings(name, endpoint(), PORT, Output.of(args.user()), securityGroupId(), password)
                .connect(prefix);
    }

    @Override
    public List<Signal> signals() {
        return created.get(resources -> RedisCacheSignals.of(name, replicationGroupId(), resources.plan()), List.of());
    }
}
