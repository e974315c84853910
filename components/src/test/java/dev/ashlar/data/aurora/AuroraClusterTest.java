package dev.ashlar.data.aurora;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.data.Networks;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuroraClusterTest {

    private static final String CLUSTER = "aws:rds/cluster:Cluster";
    private static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
    private static final String KEY = "arn:aws:kms:eu-central-1:000000000000:key/1";

    private static AuroraClusterArgs.Builder valid() {
        return AuroraClusterArgs.builder().network(Networks.of(2));
    }

    private static ResourceGraph graph(AuroraClusterArgs.Builder args) {
        return Recording.of(context -> new AuroraCluster("database", args.build()))
                .graph();
    }

    private static GraphResource cluster(AuroraClusterArgs.Builder args) {
        return graph(args).resource(CLUSTER, "database");
    }

    @Test
    void creates_nothing_but_these() {
        assertThat(graph(valid()).golden()).isEqualTo("""
                        ashlar:data:AuroraCluster  database  project-stack
                        aws:cloudwatch/logGroup:LogGroup  database-log-iam-db-auth-error  database
                        aws:cloudwatch/logGroup:LogGroup  database-log-postgresql  database
                        aws:ec2/securityGroup:SecurityGroup  database  database
                        aws:iam/role:Role  database-monitoring  database
                        aws:iam/rolePolicyAttachment:RolePolicyAttachment  database-monitoring  database
                        aws:rds/cluster:Cluster  database  database
                        aws:rds/clusterInstance:ClusterInstance  database-reader-standby  database
                        aws:rds/clusterInstance:ClusterInstance  database-writer  database
                        aws:rds/clusterParameterGroup:ClusterParameterGroup  database  database
                        aws:rds/subnetGroup:SubnetGroup  database  database
                        aws:secretsmanager/secretRotation:SecretRotation  database-master  database
                        pulumi:pulumi:Stack  project-stack  -
                        """);
    }

    @Test
    void is_encrypted_and_has_no_password_of_ours() {
        var cluster = cluster(valid().profile(Profile.DEV));

        assertThat(cluster.input("storageEncrypted")).isEqualTo(true);
        assertThat(cluster.input("manageMasterUserPassword")).isEqualTo(true);
        assertThat(cluster.input("masterPassword")).isNull();
        assertThat(cluster.input("iamDatabaseAuthenticationEnabled")).isEqualTo(true);
    }

    @Test
    void refuses_connections_without_tls() {
        var group = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

        assertThat(graph(valid()).resource(group, "database").input("parameters"))
                .isEqualTo(List.of(Map.of("name", "rds.force_ssl", "value", "1")));
        assertThat(graph(valid().engine(AuroraEngine.MYSQL))
                        .resource(group, "database")
                        .input("parameters"))
                .isEqualTo(List.of(Map.of("name", "require_secure_transport", "value", "ON")));
    }

    @Test
    void the_cluster_stands_in_its_subnets_behind_its_group_and_under_its_parameters() {
        var graph = graph(valid().instanceParameters(Map.of("log_min_duration_statement", "500")));
        var cluster = graph.resource(CLUSTER, "database");
        var writer = graph.resource(INSTANCE, "database-writer");
        var subnets =
                graph.resource("aws:rds/subnetGroup:SubnetGroup", "database").output("name");

        assertThat(cluster.input("dbClusterParameterGroupName"))
                .isNotNull()
                .isEqualTo(graph.resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "database")
                        .output("name"));
        assertThat(writer.input("dbParameterGroupName"))
                .isNotNull()
                .isEqualTo(graph.resource("aws:rds/parameterGroup:ParameterGroup", "database")
                        .output("name"));
        assertThat(cluster.input("dbSubnetGroupName")).isNotNull().isEqualTo(subnets);
        assertThat(writer.input("dbSubnetGroupName")).isEqualTo(subnets);
        assertThat(cluster.input("vpcSecurityGroupIds"))
                .isEqualTo(List.of(graph.resource("aws:ec2/securityGroup:SecurityGroup", "database")
                        .output("id")));
        assertThat(writer.input("publiclyAccessible")).isEqualTo(false);
    }

    @Test
    void backups_and_maintenance_keep_their_windows() {
        var graph = graph(valid().backupWindow("01:00-02:00").maintenanceWindow("mon:03:00-mon:04:00"));
        var cluster = graph.resource(CLUSTER, "database");

        assertThat(cluster.input("preferredBackupWindow")).isEqualTo("01:00-02:00");
        assertThat(cluster.input("preferredMaintenanceWindow")).isEqualTo("mon:03:00-mon:04:00");
        assertThat(graph.resource(INSTANCE, "database-writer").input("preferredMaintenanceWindow"))
                .isEqualTo("mon:03:00-mon:04:00");
        assertThat(cluster.input("copyTagsToSnapshot")).isEqualTo(true);
    }

    @Test
    void further_parameters_wait_for_a_restart() {
        var graph = graph(valid().clusterParameters(Map.of("work_mem", "8192"))
                .instanceParameters(Map.of("log_min_duration_statement", "500")));

        assertThat(graph.resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "database")
                        .input("parameters[1].applyMethod"))
                .isEqualTo("pending-reboot");
        var instanceGroup = graph.resource("aws:rds/parameterGroup:ParameterGroup", "database");
        assertThat(instanceGroup.input("parameters[0].value")).isEqualTo("500");
        assertThat(graph.resource(INSTANCE, "database-writer").input("dbParameterGroupName"))
                .isEqualTo(instanceGroup.output("name"));
    }

    @Test
    void a_production_database_is_hard_to_lose() {
        var graph = graph(valid());
        var cluster = graph.resource(CLUSTER, "database");

        assertThat(cluster.options().protect()).isTrue();
        assertThat(cluster.input("deletionProtection")).isEqualTo(true);
        assertThat(cluster.input("skipFinalSnapshot")).isEqualTo(false);
        assertThat(cluster.input("finalSnapshotIdentifier"))
                .asString()
                .startsWith(cluster.input("clusterIdentifier") + "-final-");
        assertThat(cluster.input("deleteAutomatedBackups")).isEqualTo(false);
        assertThat(cluster.input("backupRetentionPeriod")).isEqualTo(35);
        assertThat(cluster.input("applyImmediately")).isEqualTo(false);
        assertThat(graph.ofType(INSTANCE))
                .allSatisfy(instance -> assertThat(instance.options().protect()).isTrue());
    }

    @Test
    void a_development_database_goes_without_a_trace() {
        var graph = graph(valid().profile(Profile.DEV));
        var cluster = graph.resource(CLUSTER, "database");

        assertThat(cluster.options().protect()).isFalse();
        assertThat(cluster.input("deletionProtection")).isEqualTo(false);
        assertThat(cluster.input("skipFinalSnapshot")).isEqualTo(true);
        assertThat(cluster.input("finalSnapshotIdentifier")).isNull();
        assertThat(graph.names(INSTANCE)).containsExactly("database-writer");
    }

    @Test
    void a_database_can_be_given_up_with_a_last_snapshot() {
        var cluster = cluster(valid().deletionProtection(false));

        assertThat(cluster.options().protect()).isFalse();
        assertThat(cluster.input("finalSnapshotIdentifier")).isNotNull();
    }

    @Test
    void another_incarnation_takes_another_final_snapshot() {
        assertThat(cluster(valid().databaseName("orders")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid()).input("finalSnapshotIdentifier"));
        assertThat(cluster(valid().snapshotIdentifier("before")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid()).input("finalSnapshotIdentifier"));
        assertThat(cluster(valid().kmsKeyArn(KEY)).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid()).input("finalSnapshotIdentifier"));
    }

    @Test
    void the_next_incarnation_waits_until_the_identifier_is_free() {
        assertThat(cluster(valid()).options().deleteBeforeReplace()).isTrue();
    }

    @Test
    void logs_have_their_groups_before_the_cluster_writes() {
        var graph = graph(valid().profile(Profile.DEV));
        var cluster = graph.resource(CLUSTER, "database");
        var group = graph.resource(LOG_GROUP, "database-log-postgresql");

        assertThat(group.input("name"))
                .isEqualTo("/aws/rds/cluster/%s/postgresql".formatted(cluster.input("clusterIdentifier")));
        assertThat(group.input("retentionInDays")).isEqualTo(7);
        assertThat(cluster.dependencies()).contains(group.urn());
        assertThat(cluster.input("enabledCloudwatchLogsExports")).isEqualTo(List.of("iam-db-auth-error", "postgresql"));
    }

    @Test
    void readers_wait_for_the_writer_and_keep_their_names() {
        var graph = graph(valid().reader("api").reader("reports", reader -> reader.promotionTier(15)));
        var writer = graph.resource(INSTANCE, "database-writer");
        var reports = graph.resource(INSTANCE, "database-reader-reports");

        assertThat(reports.dependencies()).contains(writer.urn());
        assertThat(reports.input("promotionTier")).isEqualTo(15);
        assertThat(reports.input("identifier"))
                .isEqualTo(graph.resource(CLUSTER, "database").input("clusterIdentifier") + "-reader-reports");
        assertThat(graph(valid().reader("reports", reader -> reader.promotionTier(15)))
                        .names(INSTANCE))
                .containsExactly("database-reader-reports", "database-writer");
        assertThat(graph.ofType(INSTANCE)).allSatisfy(instance -> {
            assertThat(instance.input("publiclyAccessible")).isEqualTo(false);
            assertThat(instance.input("instanceClass")).isEqualTo("db.serverless");
        });
    }

    @Test
    void capacity_and_pause_reach_rds() {
        var cluster = cluster(valid().minCapacity(0).maxCapacity(4).autoPauseAfter(Duration.ofMinutes(10)));

        assertThat(cluster.input("serverlessv2ScalingConfiguration"))
                .isEqualTo(Map.of("minCapacity", 0, "maxCapacity", 4, "secondsUntilAutoPause", 600));
    }

    @Test
    void a_tracked_version_is_ignored_and_a_pinned_one_is_not() {
        assertThat(cluster(valid()).options().ignoreChanges()).contains("engineVersion");
        var pinned = graph(valid().versionPolicy(VersionPolicy.PIN_MINOR).engineVersion("17.4"));
        assertThat(pinned.resource(CLUSTER, "database").options().ignoreChanges())
                .doesNotContain("engineVersion");
        assertThat(pinned.resource(INSTANCE, "database-writer").input("autoMinorVersionUpgrade"))
                .isEqualTo(false);
    }

    @Test
    void an_upgrade_is_allowed_only_while_it_is_asked_for() {
        assertThat(cluster(valid().engineVersion("16")).input("allowMajorVersionUpgrade"))
                .isEqualTo(false);
        var upgrading = cluster(valid().engineVersion("16")
                .upgradeTo("17")
                .instanceParameters(Map.of("log_min_duration_statement", "500")));
        assertThat(upgrading.input("allowMajorVersionUpgrade")).isEqualTo(true);
        assertThat(upgrading.input("engineVersion")).isEqualTo("17");
        assertThat(upgrading.options().ignoreChanges()).doesNotContain("engineVersion");
        assertThat(upgrading.input("dbInstanceParameterGroupName")).isNotNull();
    }

    @Test
    void an_upgrade_does_not_wait_for_the_window_with_parameter_groups_of_another_version() {
        assertThat(cluster(valid().engineVersion("16").upgradeTo("17")).input("applyImmediately"))
                .isEqualTo(true);
        assertThat(cluster(valid()).input("applyImmediately")).isEqualTo(false);
    }

    @Test
    void what_rds_decides_at_creation_is_never_changed_for_ever() {
        assertThat(cluster(valid()).options().ignoreChanges()).contains("engineLifecycleSupport");
    }

    @Test
    void one_key_encrypts_everything() {
        var graph = graph(valid().kmsKeyArn(KEY).minCapacity(2));

        assertThat(graph.resource(CLUSTER, "database").input("kmsKeyId")).isEqualTo(KEY);
        assertThat(graph.resource(CLUSTER, "database").input("masterUserSecretKmsKeyId"))
                .isEqualTo(KEY);
        assertThat(graph.resource(INSTANCE, "database-writer").input("performanceInsightsKmsKeyId"))
                .isEqualTo(KEY);
    }

    @Test
    void choices_that_cost_are_made_by_name() {
        var cluster = cluster(valid().ioOptimized(true).extendedSupport(true));

        assertThat(cluster.input("storageType")).isEqualTo("aurora-iopt1");
        assertThat(cluster(valid()).input("storageType")).isEqualTo("aurora");
        assertThat(cluster.input("engineLifecycleSupport")).isEqualTo("open-source-rds-extended-support");
        assertThat(cluster(valid()).input("engineLifecycleSupport"))
                .isEqualTo("open-source-rds-extended-support-disabled");
    }

    @Test
    void the_master_password_is_rotated() {
        var rotation = graph(valid().masterPasswordRotation(Duration.ofDays(30)))
                .resource("aws:secretsmanager/secretRotation:SecretRotation", "database-master");

        assertThat(rotation.input("rotationRules")).isEqualTo(Map.of("automaticallyAfterDays", 30));
        assertThat(rotation.input("rotateImmediately")).isEqualTo(false);
    }

    @Test
    void the_security_group_lets_nobody_in_by_itself() {
        var group = graph(valid()).resource("aws:ec2/securityGroup:SecurityGroup", "database");

        assertThat(group.inputs()).doesNotContainKeys("ingress", "egress");
        assertThat(group.input("vpcId")).isEqualTo("vpc-1");
    }

    @Test
    void tells_its_users_that_it_pauses() {
        Recording.of(context -> {
            var pausing = new AuroraCluster(
                    "pausing", valid().minCapacity(0).maxCapacity(4).build());
            var awake = new AuroraCluster("awake", valid().build());

            assertThat(pausing.connection().pausesWhenIdle()).isTrue();
            assertThat(pausing.readerConnection().pausesWhenIdle()).isTrue();
            assertThat(awake.connection().pausesWhenIdle()).isFalse();
        });
    }

    @Test
    void a_connection_logs_in_by_iam_as_one_user() {
        var outputs = Recording.of(context -> {
                    var database = new AuroraCluster("database", valid().build());
                    var binding = database.connection();
                    context.export("binding", binding.export());
                    assertThat(binding.environment())
                            .containsOnlyKeys("DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME", "DATABASE_USER");
                    assertThat(binding.secrets()).isEmpty();
                    assertThat(binding.path())
                            .hasValueSatisfying(path -> assertThat(path.port()).isEqualTo(5432));
                })
                .outputs();

        assertThat(outputs.get("binding"))
                .asString()
                .contains("\"rds-db:connect\"")
                .containsPattern("arn:aws:rds-db:eu-central-1:000000000000:dbuser:cluster-[A-Za-z0-9]+/app\"")
                .contains("\"DATABASE_PORT\":\"5432\"")
                .contains("\"DATABASE_USER\":\"app\"");
    }

    @Test
    void a_reader_connection_stands_beside_the_writers() {
        Recording.of(context -> {
            var database = new AuroraCluster("database", valid().build());

            assertThat(database.readerConnection().environment())
                    .containsOnlyKeys(
                            "DATABASE_READER_HOST",
                            "DATABASE_READER_PORT",
                            "DATABASE_READER_NAME",
                            "DATABASE_READER_USER");
            assertThat(database.readerConnection("reports", "reports").environment())
                    .containsKey("REPORTS_HOST");
            assertThat(database.connection("orders", "db").environment()).containsKey("DB_HOST");
        });
    }

    @Test
    void a_master_connection_takes_its_password_from_the_managed_secret() {
        Recording.of(context -> {
            var database = new AuroraCluster("database", valid().kmsKeyArn(KEY).build());
            var binding = database.masterConnection();

            assertThat(binding.statements()).isEmpty();
            assertThat(binding.secrets()).containsOnlyKeys("DATABASE_MASTER_USER", "DATABASE_MASTER_PASSWORD");
            assertThat(binding.secrets().get("DATABASE_MASTER_PASSWORD").jsonKey())
                    .isEqualTo("password");
            assertThat(binding.secrets().get("DATABASE_MASTER_PASSWORD").kmsKeyArn())
                    .isNotNull();
        });
    }

    @Test
    void a_wildcard_is_no_user() {
        assertThat(Recording.failing(context -> new AuroraCluster("database", valid().build()).connection("*"))
                        .failure())
                .isEqualTo(
                        "Database \"database\": user is \"*\", but a database user is a letter and letters, digits, hyphens and underscores, 63 at most; use such a name, like \"app\".");
    }

    @Test
    void faults_stop_it_before_anything_is_registered() {
        var recording = Recording.failing(context -> new AuroraCluster(
                "database", valid().minCapacity(0).maxCapacity(0.25).build()));

        assertThat(recording.failure()).startsWith("AuroraCluster \"database\": ");
        assertThat(recording.graph().names(CLUSTER)).isEmpty();
    }

    @Test
    void can_be_previewed_before_anything_exists() {
        var recording = Recording.preview(context -> {
            var database = new AuroraCluster("database", valid().build());
            context.export("binding", database.connection().export());
            context.export("secret", database.masterSecretArn());
        });

        assertThat(recording.graph().names(INSTANCE)).hasSize(2);
    }

    @Test
    void an_existing_database_hands_out_the_same_bindings_and_creates_nothing() {
        var recording = Recording.of(context -> {
            var database = AuroraCluster.fromExisting(
                    "legacy",
                    ExistingDatabaseArgs.builder()
                            .engine(AuroraEngine.MYSQL)
                            .endpoint("writer.example")
                            .databaseName("orders")
                            .securityGroupId("sg-1")
                            .clusterArn("arn:aws-cn:rds:cn-north-1:123456789012:cluster:legacy")
                            .clusterResourceId("cluster-ABC")
                            .masterUserSecretArn("arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:legacy")
                            .kmsKeyArn(KEY)
                            .build());
            context.export("app", database.connection().export());
            context.export("reader", database.readerConnection("reports").export());
            context.export("master", database.masterConnection("admin").export());
            context.export("hosts", Output.all(database.endpoint(), database.readerEndpoint()));
            assertThat(database.port()).isEqualTo(3306);
        });

        assertThat(recording.outputs().get("app"))
                .asString()
                .contains("arn:aws-cn:rds-db:cn-north-1:123456789012:dbuser:cluster-ABC/app")
                .contains("\"LEGACY_HOST\":\"writer.example\"")
                .contains("\"securityGroupId\":\"sg-1\"");
        assertThat(recording.outputs().get("reader")).asString().contains("\"LEGACY_READER_HOST\":\"writer.example\"");
        assertThat(recording.outputs().get("master"))
                .asString()
                .contains("ADMIN_PASSWORD")
                .contains("SECRETS_MANAGER");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void an_existing_database_is_not_named_by_its_identifier() {
        var recording = Recording.failing(context -> context.export(
                "binding",
                AuroraCluster.fromExisting(
                                "legacy",
                                ExistingDatabaseArgs.builder()
                                        .endpoint("legacy.example.com")
                                        .databaseName("app")
                                        .securityGroupId("sg-1")
                                        .clusterArn("legacy-cluster")
                                        .clusterResourceId("cluster-ABC")
                                        .build())
                        .connection()
                        .export()));

        assertThat(recording.failure())
                .contains(
                        "AuroraCluster.fromExisting \"legacy\": clusterArn is \"legacy-cluster\", but an ARN of rds is required;");
    }

    @Test
    void an_existing_database_says_what_is_missing() {
        var check = ExistingDatabase.check(
                "legacy", ExistingDatabaseArgs.builder().port(0).build());

        assertThat(check.all())
                .extracting(violation -> violation.option())
                .containsExactly(
                        "endpoint", "databaseName", "securityGroupId", "clusterArn", "clusterResourceId", "port");
    }

    @Test
    void an_existing_database_without_its_secret_has_no_master_connection() {
        var recording = Recording.failing(context -> AuroraCluster.fromExisting(
                        "legacy",
                        ExistingDatabaseArgs.builder()
                                .endpoint("writer.example")
                                .readerEndpoint("readers.example")
                                .databaseName("orders")
                                .securityGroupId("sg-1")
                                .clusterArn("arn:aws:rds:eu-central-1:123456789012:cluster:legacy")
                                .clusterResourceId("cluster-ABC")
                                .build())
                .masterConnection());

        assertThat(recording.failure()).contains("masterUserSecretArn is missing");
    }

    @Test
    void everything_carries_the_tags() {
        var tagged = graph(valid().tags(Map.of("team", "orders"))
                        .instanceParameters(Map.of("log_min_duration_statement", "500")))
                .all()
                .stream()
                .filter(resource -> resource.inputs().containsKey("tags"));

        assertThat(tagged).hasSize(10).allSatisfy(resource -> {
            assertThat(resource.input("tags.team")).isEqualTo("orders");
            assertThat(resource.input("tags.Name")).isEqualTo(resource.name());
        });
    }
}
