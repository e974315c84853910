package dev.ashlar.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Signal;
import dev.ashlar.data.Networks;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.cache.internal.ExistingCache;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.PropertyValues;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisCacheTest {

    private static final String GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
    private static final String USER = "aws:elasticache/user:User";
    private static final String USER_GROUP = "aws:elasticache/userGroup:UserGroup";
    private static final String SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
    private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";

    private static RedisCacheArgs.Builder valid() {
        return RedisCacheArgs.builder().network(Networks.of(2));
    }

    private static ResourceGraph graph(RedisCacheArgs.Builder args) {
        return Recording.of(context -> new RedisCache("cache", args.build())).graph();
    }

    private static GraphResource cache(RedisCacheArgs.Builder args) {
        return graph(args).resource(GROUP, "cache");
    }

    @Test
    void creates_a_replication_group_with_users_logs_and_a_security_group() {
        assertThat(graph(valid()).golden()).isEqualTo("""
                        ashlar:data:RedisCache  cache  project-stack
                        aws:cloudwatch/logGroup:LogGroup  cache-engine-log  cache
                        aws:cloudwatch/logGroup:LogGroup  cache-slow-log  cache
                        aws:ec2/securityGroup:SecurityGroup  cache  cache
                        aws:elasticache/parameterGroup:ParameterGroup  cache  cache
                        aws:elasticache/replicationGroup:ReplicationGroup  cache  cache
                        aws:elasticache/subnetGroup:SubnetGroup  cache  cache
                        aws:elasticache/user:User  cache-user  cache
                        aws:elasticache/userGroup:UserGroup  cache-users  cache
                        aws:secretsmanager/secret:Secret  cache-password  cache
                        aws:secretsmanager/secretVersion:SecretVersion  cache-password  cache
                        pulumi:pulumi:Stack  project-stack  -
                        """);
    }

    @Test
    void is_encrypted_at_rest_and_in_transit() {
        var cache = cache(valid().profile(Profile.DEV));

        assertThat(cache.input("atRestEncryptionEnabled")).isEqualTo(true);
        assertThat(cache.input("transitEncryptionEnabled")).isEqualTo(true);
        assertThat(cache.input("transitEncryptionMode")).isEqualTo("required");
        assertThat(cache.input("authToken")).isNull();
    }

    @Test
    void redis_6_requires_tls_without_an_encryption_mode() {
        var cache = cache(valid().engine(CacheEngine.REDIS).engineVersion("6.2"));

        assertThat(cache.input("transitEncryptionEnabled")).isEqualTo(true);
        assertThat(cache.input("transitEncryptionMode")).isNull();
    }

    @Test
    void uses_its_subnet_group_security_group_and_parameter_group() {
        var graph = graph(valid());
        var cache = graph.resource(GROUP, "cache");

        assertThat(cache.input("parameterGroupName"))
                .isNotNull()
                .isEqualTo(graph.resource("aws:elasticache/parameterGroup:ParameterGroup", "cache")
                        .output("name"));
        assertThat(cache.input("subnetGroupName"))
                .isNotNull()
                .isEqualTo(graph.resource("aws:elasticache/subnetGroup:SubnetGroup", "cache")
                        .output("name"));
        assertThat(cache.input("securityGroupIds"))
                .isEqualTo(List.of(graph.resource("aws:ec2/securityGroup:SecurityGroup", "cache")
                        .output("id")));
    }

    @Test
    void sets_the_windows_of_snapshots_and_maintenance() {
        var cache = cache(valid().snapshotWindow("01:00-02:00").maintenanceWindow("mon:03:00-mon:04:00"));

        assertThat(cache.input("snapshotWindow")).isEqualTo("01:00-02:00");
        assertThat(cache.input("maintenanceWindow")).isEqualTo("mon:03:00-mon:04:00");
    }

    @Test
    void has_two_nodes_in_two_zones_in_production() {
        var cache = cache(valid());

        assertThat(cache.input("numCacheClusters")).isEqualTo(2);
        assertThat(cache.input("automaticFailoverEnabled")).isEqualTo(true);
        assertThat(cache.input("multiAzEnabled")).isEqualTo(true);
        assertThat(cache.options().protect()).isTrue();
        assertThat(cache.input("finalSnapshotIdentifier")).asString().contains("-final-");
        assertThat(cache.input("snapshotRetentionLimit")).isEqualTo(7);
        assertThat(cache.input("applyImmediately")).isEqualTo(false);
    }

    @Test
    void has_one_unprotected_node_in_development() {
        var cache = cache(valid().profile(Profile.DEV));

        assertThat(cache.input("numCacheClusters")).isEqualTo(1);
        assertThat(cache.input("automaticFailoverEnabled")).isEqualTo(false);
        assertThat(cache.input("multiAzEnabled")).isEqualTo(false);
        assertThat(cache.options().protect()).isFalse();
        assertThat(cache.input("finalSnapshotIdentifier")).isNull();
    }

    @Test
    void cluster_mode_sets_shards_and_returns_the_configuration_endpoint() {
        var recording = Recording.of(context -> {
            var cache = new RedisCache(
                    "cache", valid().shards(3).replicasPerShard(2).build());
            context.export("endpoint", cache.endpoint());
        });
        var group = recording.graph().resource(GROUP, "cache");

        assertThat(group.input("numNodeGroups")).isEqualTo(3);
        assertThat(group.input("replicasPerNodeGroup")).isEqualTo(2);
        assertThat(group.input("numCacheClusters")).isNull();
        assertThat(group.input("automaticFailoverEnabled")).isEqualTo(true);
        assertThat(recording.outputs().get("endpoint"))
                .isEqualTo(group.output("configurationEndpointAddress"))
                .isNotNull();
        assertThat(recording
                        .graph()
                        .resource("aws:elasticache/parameterGroup:ParameterGroup", "cache")
                        .input("parameters"))
                .isEqualTo(List.of(
                        Map.of("name", "cluster-enabled", "value", "yes"),
                        Map.of("name", "maxmemory-policy", "value", "volatile-lru")));
    }

    @Test
    void sets_the_engine_version_for_every_version_policy() {
        assertThat(cache(valid()).input("engine")).isEqualTo("valkey");
        assertThat(cache(valid()).input("engineVersion")).isEqualTo("8.0");
        assertThat(cache(valid()).options().ignoreChanges()).isEmpty();
        var tracking = cache(valid().versionPolicy(VersionPolicy.TRACK_MAJOR));
        assertThat(tracking.options().ignoreChanges()).containsExactly("engineVersion");
        assertThat(tracking.input("autoMinorVersionUpgrade")).isEqualTo(true);
    }

    @Test
    void creates_one_user_with_the_stored_password() {
        var graph = graph(valid());
        var version = graph.resource(SECRET_VERSION, "cache-password");
        var user = graph.resource(USER, "cache-user");
        var stored = version.inputs().get("secretString");

        assertThat(stored).isInstanceOf(PropertyValues.Secret.class);
        assertThat(version.options().ignoreChanges()).containsExactly("secretString");
        assertThat(user.inputs().get("passwords")).isInstanceOf(PropertyValues.Secret.class);
        assertThat(((PropertyValues.Secret) user.inputs().get("passwords")).value())
                .isEqualTo(List.of(((PropertyValues.Secret) stored).value()));
        assertThat(user.dependencies()).contains(version.urn());
        assertThat(user.input("userName")).isEqualTo("app");
        assertThat(user.input("accessString")).asString().startsWith("on ~* ").contains("-@dangerous");
    }

    @Test
    void derives_the_ids_of_users_from_the_subnet_group() {
        var graph = graph(valid());
        var physicalName = graph.resource("aws:elasticache/subnetGroup:SubnetGroup", "cache")
                .output("name");

        assertThat(graph.resource(USER, "cache-user").input("userId")).isEqualTo(physicalName + "-app");
        assertThat(graph.resource(USER_GROUP, "cache-users").input("userGroupId"))
                .isEqualTo(physicalName);
        assertThat(graph.resource(GROUP, "cache").input("userGroupIds")).isEqualTo(List.of(physicalName));
    }

    @Test
    void switches_off_the_default_user_of_redis() {
        var graph = graph(valid().engine(CacheEngine.REDIS));
        var nobody = graph.resource(USER, "cache-nobody");

        assertThat(nobody.input("userName")).isEqualTo("default");
        assertThat(nobody.input("accessString")).isEqualTo("off ~* -@all");
        assertThat(graph.resource(USER_GROUP, "cache-users").input("userIds"))
                .isEqualTo(List.of(graph.resource(USER, "cache-user").input("userId"), nobody.input("userId")));
    }

    @Test
    void keeps_a_deleted_secret_of_production_for_30_days() {
        assertThat(graph(valid())
                        .resource("aws:secretsmanager/secret:Secret", "cache-password")
                        .input("recoveryWindowInDays"))
                .isEqualTo(30);
        assertThat(graph(valid().profile(Profile.DEV))
                        .resource("aws:secretsmanager/secret:Secret", "cache-password")
                        .input("recoveryWindowInDays"))
                .isEqualTo(0);
    }

    @Test
    void delivers_slow_log_and_engine_log_to_log_groups_with_retention() {
        var graph = graph(valid().profile(Profile.DEV));
        var slow = graph.resource(LOG_GROUP, "cache-slow-log");

        assertThat(slow.input("name")).asString().startsWith("/aws/vendedlogs/elasticache/cache-");
        assertThat(slow.input("retentionInDays")).isEqualTo(7);
        assertThat(graph.resource(GROUP, "cache").input("logDeliveryConfigurations[0]"))
                .isEqualTo(Map.of(
                        "destination",
                        slow.input("name"),
                        "destinationType",
                        "cloudwatch-logs",
                        "logFormat",
                        "json",
                        "logType",
                        "slow-log"));
        assertThat(graph.resource(GROUP, "cache").input("logDeliveryConfigurations[1].logType"))
                .isEqualTo("engine-log");
    }

    @Test
    void encrypts_data_and_password_with_one_key() {
        var graph = graph(valid().kmsKeyArn(KEY));

        assertThat(graph.resource(GROUP, "cache").input("kmsKeyId")).isEqualTo(KEY);
        assertThat(graph.resource("aws:secretsmanager/secret:Secret", "cache-password")
                        .input("kmsKeyId"))
                .isEqualTo(KEY);
    }

    @Test
    void names_the_final_snapshot_after_the_options_that_replace_the_cache() {
        assertThat(cache(valid().snapshotName("before")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cache(valid()).input("finalSnapshotIdentifier"));
        assertThat(cache(valid().snapshotName("before")).input("snapshotName")).isEqualTo("before");
        assertThat(cache(valid().kmsKeyArn(KEY)).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cache(valid()).input("finalSnapshotIdentifier"));
    }

    @Test
    void enables_data_tiering_for_node_types_with_disks() {
        assertThat(cache(valid().nodeType("cache.r6gd.xlarge")).input("dataTieringEnabled"))
                .isEqualTo(true);
    }

    @Test
    void returns_a_connection_with_the_password_as_a_secret_only() {
        var outputs = Recording.of(context -> {
                    var cache = new RedisCache("cache", valid().kmsKeyArn(KEY).build());
                    var binding = cache.connection();
                    context.export("binding", binding.export());
                    context.export("endpoint", cache.endpoint());
                    assertThat(binding.environment())
                            .containsOnlyKeys("CACHE_HOST", "CACHE_PORT", "CACHE_USER", "CACHE_URL");
                    assertThat(binding.secrets()).containsOnlyKeys("CACHE_PASSWORD");
                    assertThat(binding.secrets().get("CACHE_PASSWORD").kmsKeyArn())
                            .isNotNull();
                    assertThat(binding.statements()).isEmpty();
                    assertThat(binding.path())
                            .hasValueSatisfying(path -> assertThat(path.port()).isEqualTo(6379));
                    assertThat(cache.connection("redis").environment()).containsKey("REDIS_URL");
                })
                .outputs();

        assertThat(outputs.get("binding"))
                .asString()
                .contains("\"CACHE_URL\":\"rediss://%s:6379\"".formatted(outputs.get("endpoint")))
                .contains("\"CACHE_USER\":\"app\"");
    }

    @Test
    void returns_signals_of_every_node() {
        Recording.of(context -> {
            var signals = new RedisCache("cache", valid().build()).signals();
            var single = new RedisCache("single", valid().profile(Profile.DEV).build()).signals();

            assertThat(signals).extracting(Signal::source).containsOnly("cache-001", "cache-002");
            assertThat(signals)
                    .extracting(Signal::name)
                    .containsOnly("engine-cpu", "memory", "evictions", "connections", "replication-lag");
            assertThat(single).extracting(Signal::name).doesNotContain("replication-lag");
        });
    }

    @Test
    void adds_a_node_or_shard_in_place() {
        var nodes = GraphDifference.between(graph(valid().nodes(2)), graph(valid().nodes(3)));
        var shards = GraphDifference.between(graph(valid().shards(2)), graph(valid().shards(3)));

        for (var difference : List.of(nodes, shards)) {
            assertThat(difference.added()).isEmpty();
            assertThat(difference.removed()).isEmpty();
        }
        assertThat(nodes.changed()).singleElement().satisfies(change -> assertThat(change.properties())
                .containsExactly("numCacheClusters"));
        assertThat(shards.changed()).singleElement().satisfies(change -> assertThat(change.properties())
                .containsExactly("numNodeGroups"));
    }

    @Test
    void registers_nothing_when_the_options_have_faults() {
        var recording = Recording.failing(
                context -> new RedisCache("cache", valid().nodes(7).build()));

        assertThat(recording.failure()).startsWith("RedisCache \"cache\": nodes is 7");
        assertThat(recording.graph().names(GROUP)).isEmpty();
    }

    @Test
    void reports_its_faults_together_with_those_of_a_service_that_uses_it() {
        var recording = Recording.failing(context -> {
            var cache = new RedisCache(
                    "cache", RedisCacheArgs.builder().nodes(7).shards(2).build());
            var service = FargateServiceArgs.builder().uses(cache.connection(), cache.connection("redis"));
            assertThat(cache.signals()).isEmpty();
            new FargateService("api", service.build());
        });

        assertThat(recording.failure())
                .contains(
                        "RedisCache \"cache\": network is missing",
                        "RedisCache \"cache\": nodes is 7",
                        "FargateService \"api\": network is missing");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void a_builder_made_from_options_builds_equal_options() {
        var args = valid().shards(2).parameters(Map.of("timeout", "300")).build();

        assertThat(args.toBuilder().build()).isEqualTo(args);
    }

    @Test
    void can_be_previewed_before_it_exists() {
        var recording = Recording.preview(context -> {
            var cache = new RedisCache("cache", valid().build());
            context.export("binding", cache.connection().export());
        });

        assertThat(recording.graph().names(GROUP)).containsExactly("cache");
    }

    @Test
    void an_existing_cache_provides_the_same_binding_and_creates_nothing() {
        var recording = Recording.of(context -> {
            var cache = RedisCache.fromExisting(
                    "legacy",
                    ExistingCacheArgs.builder()
                            .endpoint("cache.example")
                            .port(6380)
                            .user("orders")
                            .passwordSecretArn("arn:aws:secretsmanager:eu-central-1:123456789012:secret:legacy")
                            .passwordJsonKey("password")
                            .kmsKeyArn(KEY)
                            .securityGroupId("sg-1")
                            .build());
            context.export("binding", cache.connection().export());
            context.export("other", cache.connection("redis").export());
            context.export("endpoint", cache.endpoint());
            context.export("group", cache.securityGroupId());
        });

        assertThat(recording.outputs().get("binding"))
                .asString()
                .contains("\"LEGACY_URL\":\"rediss://cache.example:6380\"")
                .contains("\"LEGACY_USER\":\"orders\"")
                .contains("\"jsonKey\":\"password\"");
        assertThat(recording.outputs().get("other")).asString().contains("REDIS_URL");
        assertThat(recording.outputs())
                .containsEntry("endpoint", "cache.example")
                .containsEntry("group", "sg-1");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void rejects_the_name_of_the_secret_of_an_existing_cache() {
        var recording = Recording.failing(context -> context.export(
                "binding",
                RedisCache.fromExisting(
                                "legacy",
                                ExistingCacheArgs.builder()
                                        .endpoint("legacy.example.com")
                                        .user("app")
                                        .passwordSecretArn("legacy-password")
                                        .securityGroupId("sg-1")
                                        .build())
                        .connection()
                        .export()));

        assertThat(recording.failure())
                .contains("passwordSecretArn is \"legacy-password\", but an ARN of secretsmanager is required;");
    }

    @Test
    void reports_missing_facts_of_an_existing_cache_together_with_other_violations() {
        var recording = Recording.failing(context -> {
            var cache = RedisCache.fromExisting(
                    "legacy", ExistingCacheArgs.builder().user("app").build());
            new FargateService(
                    "api", FargateServiceArgs.builder().uses(cache.connection()).build());
        });

        assertThat(recording.failure())
                .contains(
                        "RedisCache.fromExisting \"legacy\": endpoint is missing",
                        "RedisCache.fromExisting \"legacy\": passwordSecretArn is missing",
                        "FargateService \"api\": network is missing");
    }

    @Test
    void reports_all_missing_facts_of_an_existing_cache() {
        var check = ExistingCache.check(
                "legacy", ExistingCacheArgs.builder().port(70_000).build());

        assertThat(check.all())
                .extracting(violation -> violation.option())
                .containsExactly("endpoint", "user", "passwordSecretArn", "securityGroupId", "port");
    }
}
