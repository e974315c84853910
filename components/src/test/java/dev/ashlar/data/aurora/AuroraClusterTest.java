package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.aurora.internal.binding.ExistingDatabase;
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

    private static ResourceGraph graph(AuroraClusterArgs.Builder args) {
        return Recording.of(context -> new AuroraCluster("database", args.build()))
                .graph();
    }

    private static GraphResource cluster(AuroraClusterArgs.Builder args) {
        return graph(args).resource(CLUSTER, "database");
    }

    @Test
    void creates_exactly_these_resources() {
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
    void encrypts_storage_and_leaves_the_master_password_to_rds() {
        var cluster = cluster(valid().profile(Profile.DEV));

        assertThat(cluster.input("storageEncrypted")).isEqualTo(true);
        assertThat(cluster.input("manageMasterUserPassword")).isEqualTo(true);
        assertThat(cluster.input("masterPassword")).isNull();
        assertThat(cluster.input("iamDatabaseAuthenticationEnabled")).isEqualTo(true);
    }

    @Test
    void rejects_connections_without_tls() {
        var group = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

        assertThat(graph(valid()).resource(group, "database").input("parameters"))
                .isEqualTo(List.of(Map.of("name", "rds.force_ssl", "value", "1")));
        assertThat(graph(valid().engine(AuroraEngine.MYSQL))
                        .resource(group, "database")
                        .input("parameters"))
                .isEqualTo(List.of(Map.of("name", "require_secure_transport", "value", "ON")));
    }

    @Test
    void places_cluster_and_instances_with_their_subnet_security_and_parameter_groups() {
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
    void sets_the_windows_of_backups_and_maintenance() {
        var graph = graph(valid().backupWindow("01:00-02:00").maintenanceWindow("mon:03:00-mon:04:00"));
        var cluster = graph.resource(CLUSTER, "database");

        assertThat(cluster.input("preferredBackupWindow")).isEqualTo("01:00-02:00");
        assertThat(cluster.input("preferredMaintenanceWindow")).isEqualTo("mon:03:00-mon:04:00");
        assertThat(graph.resource(INSTANCE, "database-writer").input("preferredMaintenanceWindow"))
                .isEqualTo("mon:03:00-mon:04:00");
        assertThat(cluster.input("copyTagsToSnapshot")).isEqualTo(true);
    }

    @Test
    void applies_further_parameters_with_the_next_restart() {
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
    void protects_cluster_instances_and_backups_if_the_profile_protects_data() {
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
    void deletes_everything_if_the_profile_does_not_protect_data() {
        var graph = graph(valid().profile(Profile.DEV));
        var cluster = graph.resource(CLUSTER, "database");

        assertThat(cluster.options().protect()).isFalse();
        assertThat(cluster.input("deletionProtection")).isEqualTo(false);
        assertThat(cluster.input("skipFinalSnapshot")).isEqualTo(true);
        assertThat(cluster.input("finalSnapshotIdentifier")).isNull();
        assertThat(graph.names(INSTANCE)).containsExactly("database-writer");
    }

    @Test
    void takes_a_final_snapshot_without_deletion_protection() {
        var cluster = cluster(valid().deletionProtection(false));

        assertThat(cluster.options().protect()).isFalse();
        assertThat(cluster.input("finalSnapshotIdentifier")).isNotNull();
    }

    @Test
    void names_another_final_snapshot_after_a_replacement() {
        assertThat(cluster(valid().databaseName("orders")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid()).input("finalSnapshotIdentifier"));
        assertThat(cluster(valid().snapshotIdentifier("before")).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid()).input("finalSnapshotIdentifier"));
        assertThat(cluster(valid().kmsKeyArn(KEY)).input("finalSnapshotIdentifier"))
                .isNotEqualTo(cluster(valid()).input("finalSnapshotIdentifier"));
    }

    @Test
    void deletes_the_cluster_before_its_replacement() {
        assertThat(cluster(valid()).options().deleteBeforeReplace()).isTrue();
    }

    @Test
    void creates_log_groups_with_a_retention_before_the_cluster() {
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
    void creates_readers_after_the_writer_under_their_own_names() {
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
    void sets_the_capacity_and_the_pause() {
        var cluster = cluster(valid().minCapacity(0).maxCapacity(4).autoPauseAfter(Duration.ofMinutes(10)));

        assertThat(cluster.input("serverlessv2ScalingConfiguration"))
                .isEqualTo(Map.of("minCapacity", 0, "maxCapacity", 4, "secondsUntilAutoPause", 600));
    }

    @Test
    void ignores_changes_of_a_tracked_version_but_not_of_a_pinned_one() {
        assertThat(cluster(valid()).options().ignoreChanges()).contains("engineVersion");
        var pinned = graph(valid().versionPolicy(VersionPolicy.PIN_MINOR).engineVersion("17.4"));
        assertThat(pinned.resource(CLUSTER, "database").options().ignoreChanges())
                .doesNotContain("engineVersion");
        assertThat(pinned.resource(INSTANCE, "database-writer").input("autoMinorVersionUpgrade"))
                .isEqualTo(false);
    }

    @Test
    void allows_a_major_upgrade_only_with_upgrade_to() {
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
    void applies_a_major_upgrade_immediately() {
        assertThat(cluster(valid().engineVersion("16").upgradeTo("17")).input("applyImmediately"))
                .isEqualTo(true);
        assertThat(cluster(valid()).input("applyImmediately")).isEqualTo(false);
    }

    @Test
    void ignores_changes_of_the_lifecycle_support() {
        assertThat(cluster(valid()).options().ignoreChanges()).contains("engineLifecycleSupport");
    }

    @Test
    void encrypts_everything_with_one_key() {
        var graph = graph(valid().kmsKeyArn(KEY).minCapacity(2));

        assertThat(graph.resource(CLUSTER, "database").input("kmsKeyId")).isEqualTo(KEY);
        assertThat(graph.resource(CLUSTER, "database").input("masterUserSecretKmsKeyId"))
                .isEqualTo(KEY);
        assertThat(graph.resource(INSTANCE, "database-writer").input("performanceInsightsKmsKeyId"))
                .isEqualTo(KEY);
    }

    @Test
    void enables_io_optimized_storage_and_extended_support_only_on_request() {
        var cluster = cluster(valid().ioOptimized(true).extendedSupport(true));

        assertThat(cluster.input("storageType")).isEqualTo("aurora-iopt1");
        assertThat(cluster(valid()).input("storageType")).isEqualTo("aurora");
        assertThat(cluster.input("engineLifecycleSupport")).isEqualTo("open-source-rds-extended-support");
        assertThat(cluster(valid()).input("engineLifecycleSupport"))
                .isEqualTo("open-source-rds-extended-support-disabled");
    }

    @Test
    void rotates_the_master_password() {
        var rotation = graph(valid().masterPasswordRotation(Duration.ofDays(30)))
                .resource("aws:secretsmanager/secretRotation:SecretRotation", "database-master");

        assertThat(rotation.input("rotationRules")).isEqualTo(Map.of("automaticallyAfterDays", 30));
        assertThat(rotation.input("rotateImmediately")).isEqualTo(false);
    }

    @Test
    void creates_a_security_group_without_rules() {
        var group = graph(valid()).resource("aws:ec2/securityGroup:SecurityGroup", "database");

        assertThat(group.inputs()).doesNotContainKeys("ingress", "egress");
        assertThat(group.input("vpcId")).isEqualTo("vpc-1");
    }

    @Test
    void marks_bindings_of_a_cluster_that_pauses() {
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
    void permits_a_connection_by_iam_as_one_user() {
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
    void provides_a_reader_connection_with_its_own_variables() {
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
    void takes_the_master_password_from_the_managed_secret() {
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
    void rejects_a_wildcard_as_a_user() {
        assertThat(Recording.failing(context -> new AuroraCluster("database", valid().build()).connection("*"))
                        .failure())
                .isEqualTo(
                        "AuroraCluster \"database\": user is \"*\", but a database user is a letter and letters, digits, hyphens and underscores, at most 63 characters; use a name like \"app\".");
    }

    @Test
    void registers_nothing_if_the_options_have_violations() {
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
    void provides_bindings_of_an_existing_database_and_creates_nothing() {
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
    void rejects_an_identifier_as_the_arn_of_an_existing_database() {
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
    void reports_the_missing_facts_of_an_existing_database() {
        var check = ExistingDatabase.check(
                "legacy", ExistingDatabaseArgs.builder().port(0).build());

        assertThat(check.all())
                .extracting(violation -> violation.option())
                .containsExactly(
                        "endpoint", "databaseName", "securityGroupId", "clusterArn", "clusterResourceId", "port");
    }

    @Test
    void rejects_a_master_connection_to_an_existing_database_without_its_secret() {
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

        assertThat(recording.failure())
                .contains("AuroraCluster.fromExisting \"legacy\": masterUserSecretArn is missing");
    }

    @Test
    void tags_every_resource() {
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
