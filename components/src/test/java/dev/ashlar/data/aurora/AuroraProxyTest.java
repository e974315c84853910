package dev.ashlar.data.aurora;

import static dev.ashlar.data.aurora.Databases.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.AwsService;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.PropertyValues;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.testkit.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AuroraProxyTest {

    private static final String PROXY = "aws:rds/proxy:Proxy";
    private static final String TARGET = "aws:rds/proxyTarget:ProxyTarget";
    private static final String ENDPOINT = "aws:rds/proxyEndpoint:ProxyEndpoint";
    private static final String INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    private static final String SECRET = "aws:secretsmanager/secret:Secret";
    private static final String SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

    private static Recording recording(AuroraClusterArgs.Builder args, Consumer<AuroraCluster> use) {
        return Recording.of(context -> use.accept(new AuroraCluster("database", args.build())));
    }

    private static ResourceGraph graph(AuroraClusterArgs.Builder args) {
        return recording(args, database -> {}).graph();
    }

    @Test
    void requires_tls_and_iam_tokens() {
        var graph = graph(valid().proxy());
        var proxy = graph.resource(PROXY, "database-proxy");

        assertThat(proxy.input("requireTls")).isEqualTo(true);
        assertThat(proxy.input("engineFamily")).isEqualTo("POSTGRESQL");
        assertThat(proxy.input("auths[0].authScheme")).isEqualTo("SECRETS");
        assertThat(proxy.input("auths[0].iamAuth")).isEqualTo("REQUIRED");
        assertThat(proxy.input("auths[0].secretArn"))
                .isEqualTo(graph.resource(SECRET, "database-proxy-user-app").output("arn"));
        assertThat(graph(valid().engine(AuroraEngine.MYSQL).proxy())
                        .resource(PROXY, "database-proxy")
                        .input("engineFamily"))
                .isEqualTo("MYSQL");
    }

    @Test
    void registers_the_target_after_every_instance() {
        var graph = graph(valid().reader("a").reader("b").proxy());

        assertThat(graph.resource(TARGET, "database-proxy").dependencies())
                .containsAll(graph.ofType(INSTANCE).stream()
                        .map(instance -> instance.urn())
                        .toList());
        assertThat(graph.ofType(INSTANCE)).hasSize(3);
        assertThat(graph.resource(TARGET, "database-proxy").dependencies())
                .contains(graph.resource("aws:iam/rolePolicy:RolePolicy", "database-proxy")
                        .urn());
    }

    @Test
    void has_a_security_group_of_its_own_and_targets_the_cluster() {
        var graph = graph(valid().proxy());
        var proxy = graph.resource(PROXY, "database-proxy");
        var group = List.of(graph.resource("aws:ec2/securityGroup:SecurityGroup", "database-proxy")
                .output("id"));

        assertThat(proxy.input("vpcSecurityGroupIds")).isEqualTo(group);
        assertThat(graph.resource(ENDPOINT, "database-proxy-reader").input("vpcSecurityGroupIds"))
                .isEqualTo(group);
        assertThat(proxy.input("vpcSubnetIds")).isEqualTo(List.of("subnet-1", "subnet-2"));
        assertThat(proxy.input("roleArn"))
                .isNotNull()
                .isEqualTo(graph.resource("aws:iam/role:Role", "database-proxy").output("arn"));
        assertThat(graph.resource(TARGET, "database-proxy").input("dbClusterIdentifier"))
                .isNotNull()
                .isEqualTo(graph.resource("aws:rds/cluster:Cluster", "database").output("clusterIdentifier"));
    }

    @Test
    void creates_a_reader_endpoint_if_there_are_readers() {
        var graph = graph(valid().proxy());

        assertThat(graph.resource(ENDPOINT, "database-proxy-reader").input("targetRole"))
                .isEqualTo("READ_ONLY");
        assertThat(graph(valid().withoutReaders().proxy()).names(ENDPOINT)).isEmpty();
        var scaled = valid().withoutReaders().proxy();
        assertThat(graph(scaled.readerScaling(scaling -> scaling.maxCapacity(2)))
                        .names(ENDPOINT))
                .as("an endpoint of readers would lead nowhere until the first one comes")
                .isEmpty();
        assertThat(graph(scaled.readerScaling(scaling -> scaling.minCapacity(1).maxCapacity(2)))
                        .names(ENDPOINT))
                .hasSize(1);
    }

    @Test
    void permits_its_role_to_read_only_the_secrets_of_its_users() {
        var graph = graph(valid().proxy(proxy -> proxy.users("app", "reports")));

        assertThat(graph.resource("aws:iam/rolePolicy:RolePolicy", "database-proxy")
                        .input("policy"))
                .asString()
                .contains("\"secretsmanager:GetSecretValue\"")
                .contains(
                        String.valueOf(graph.resource(SECRET, "database-proxy-user-app")
                                .output("arn")),
                        String.valueOf(graph.resource(SECRET, "database-proxy-user-reports")
                                .output("arn")))
                .doesNotContain("rds!cluster", "kms:", "\"*\"");
        assertThat(graph.resource("aws:iam/role:Role", "database-proxy").input("assumeRolePolicy"))
                .asString()
                .contains("rds.amazonaws.com", "\"aws:SourceAccount\":\"000000000000\"");
    }

    @Test
    void encrypts_the_passwords_with_the_given_key() {
        var key = "arn:aws:kms:eu-central-1:000000000000:key/1";
        var graph = graph(valid().kmsKeyArn(key).proxy());

        assertThat(graph.resource(SECRET, "database-proxy-user-app").input("kmsKeyId"))
                .isEqualTo(key);
        assertThat(graph.resource("aws:iam/rolePolicy:RolePolicy", "database-proxy")
                        .input("policy"))
                .asString()
                .contains("\"kms:Decrypt\"", key);
    }

    @Test
    void generates_each_password_once_and_keeps_it_secret() {
        var graph = graph(valid().proxy());
        var version = graph.resource(SECRET_VERSION, "database-proxy-user-app");

        assertThat(version.options().ignoreChanges()).containsExactly("secretString");
        var stored = version.inputs().get("secretString");
        assertThat(stored).isInstanceOf(PropertyValues.Secret.class);
        assertThat(((PropertyValues.Secret) stored).value())
                .asString()
                .matches("\\{\"password\":\"[A-Za-z0-9]{32}\",\"username\":\"app\"}");
    }

    @Test
    void allows_egress_to_the_database_only() {
        var graph = graph(valid().proxy());
        var group = graph.resource("aws:ec2/securityGroup:SecurityGroup", "database-proxy");
        var database = graph.resource("aws:ec2/securityGroup:SecurityGroup", "database");

        assertThat(group.inputs()).doesNotContainKeys("ingress", "egress");
        var out =
                graph.resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "database-proxy-to-database");
        assertThat(out.input("referencedSecurityGroupId")).isEqualTo(database.output("id"));
        assertThat(out.input("fromPort")).isEqualTo(5432);
        var in = graph.resource(
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "database-proxy-to-database");
        assertThat(in.input("securityGroupId")).isEqualTo(database.output("id"));
        assertThat(in.input("referencedSecurityGroupId")).isEqualTo(group.output("id"));
    }

    @Test
    void creates_its_log_group_with_a_retention_first() {
        var graph = graph(valid().proxy());
        var proxy = graph.resource(PROXY, "database-proxy");
        var group = graph.resource("aws:cloudwatch/logGroup:LogGroup", "database-proxy-log");

        assertThat(group.input("name")).isEqualTo("/aws/rds/proxy/" + proxy.input("name"));
        assertThat(group.input("retentionInDays")).isEqualTo(365);
        assertThat(proxy.dependencies()).contains(group.urn());
        assertThat(proxy.options().deleteBeforeReplace()).isTrue();
    }

    @Test
    void sets_the_connection_pool() {
        var pool = graph(valid().proxy(proxy -> proxy.maxConnectionsPercent(80)
                        .connectionBorrowTimeout(Duration.ofSeconds(10))
                        .initQuery("SET time_zone = '+00:00'")))
                .resource("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup", "database-proxy");

        assertThat(pool.input("connectionPoolConfig"))
                .isEqualTo(Map.of(
                        "maxConnectionsPercent",
                        80,
                        "maxIdleConnectionsPercent",
                        40,
                        "connectionBorrowTimeout",
                        10,
                        "initQuery",
                        "SET time_zone = '+00:00'"));
    }

    @Test
    void connects_services_through_the_proxy() {
        var recording = Recording.of(context -> {
            var database = new AuroraCluster("database", valid().proxy().build());
            context.export("app", database.connection().export());
            context.export("reader", database.readerConnection().export());
            context.export("master", database.masterConnection().export());
        });
        var graph = recording.graph();
        var group = String.valueOf(graph.resource("aws:ec2/securityGroup:SecurityGroup", "database-proxy")
                .output("id"));

        assertThat(recording.outputs().get("app"))
                .asString()
                .contains("\"provider\":\"database-proxy\"", group)
                .contains("\"DATABASE_HOST\":\"%s\""
                        .formatted(graph.resource(PROXY, "database-proxy").output("endpoint")))
                .containsPattern("arn:aws:rds-db:eu-central-1:000000000000:dbuser:prx-[a-z0-9]+/app\"");
        assertThat(recording.outputs().get("reader"))
                .asString()
                .contains("\"DATABASE_READER_HOST\":\"%s\""
                        .formatted(graph.resource(ENDPOINT, "database-proxy-reader")
                                .output("endpoint")));
        assertThat(recording.outputs().get("master"))
                .asString()
                .contains("\"provider\":\"database\"")
                .doesNotContain(group);
    }

    @Test
    void rejects_a_user_that_the_proxy_does_not_have() {
        assertThat(Recording.failing(context ->
                                new AuroraCluster("database", valid().proxy().build()).connection("reports"))
                        .failure())
                .isEqualTo(
                        "AuroraCluster \"database\": user is \"reports\", but the users of the proxy are [app]; add it to the users of the proxy.");
    }

    @Test
    void provides_the_users_password_without_iam_authentication() {
        Recording.of(context -> {
            var database = new AuroraCluster(
                    "database",
                    valid().proxy(proxy -> proxy.iamAuthentication(false)).build());
            var binding = database.connection();

            assertThat(binding.statements()).isEmpty();
            assertThat(binding.secrets()).containsOnlyKeys("DATABASE_USER", "DATABASE_PASSWORD");
            assertThat(binding.secrets().get("DATABASE_PASSWORD").rotates()).isFalse();
            assertThat(binding.services()).containsExactly(AwsService.SECRETS_MANAGER);
        });
        assertThat(graph(valid().proxy(proxy -> proxy.iamAuthentication(false)))
                        .resource(PROXY, "database-proxy")
                        .input("auths[0].iamAuth"))
                .isEqualTo("DISABLED");
    }

    @Test
    void provides_the_secret_of_a_user_for_the_migration() {
        var recording = Recording.of(context -> {
            var database = new AuroraCluster("database", valid().proxy().build());
            context.export("secret", database.proxyUserSecret("app").secretArn());
        });

        assertThat(recording.outputs().get("secret"))
                .isEqualTo(recording
                        .graph()
                        .resource(SECRET, "database-proxy-user-app")
                        .output("arn"));
        assertThat(Recording.failing(context -> new AuroraCluster("database", valid().build()).proxyUserSecret("app"))
                        .failure())
                .contains("the user is not one of the proxy's users");
    }

    @Test
    void adds_a_proxy_without_other_changes() {
        assertThat(GraphDifference.between(graph(valid()), graph(valid().proxy())))
                .satisfies(difference -> assertThat(difference.onlyAdds()).isTrue())
                .satisfies(difference -> assertThat(difference.added()).hasSize(12));
        assertThat(GraphDifference.between(
                                graph(valid().proxy()), graph(valid().proxy(proxy -> proxy.users("app", "reports"))))
                        .changed())
                .extracting(change -> change.after().name() + " " + change.properties())
                .containsExactlyInAnyOrderElementsOf(List.of("database-proxy [policy]", "database-proxy [auths]"));
    }

    @Test
    void can_be_previewed_before_anything_exists() {
        var recording = Recording.preview(context -> {
            var database = new AuroraCluster("database", valid().proxy().build());
            context.export("binding", database.connection().export());
        });

        assertThat(recording.graph().names(PROXY)).containsExactly("database-proxy");
    }
}
