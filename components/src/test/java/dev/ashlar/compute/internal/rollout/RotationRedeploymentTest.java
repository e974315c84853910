package dev.ashlar.compute.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.Services;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Profile;
import dev.ashlar.core.SecretReference;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.ExistingDatabaseArgs;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RotationRedeploymentTest {

    private static final String RULE = "aws:cloudwatch/eventRule:EventRule";
    private static final String MACHINE = "aws:sfn/stateMachine:StateMachine";
    private static final String ROLE = "aws:iam/role:Role";
    private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
    private static final String SECRET = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:orders-AbCdEf";

    /** A service of a database's user, bound in one way or another. */
    private static ResourceGraph bound(Function<AuroraCluster, Binding> use) {
        return Recording.of(context -> {
                    var database = new AuroraCluster(
                            "database",
                            AuroraClusterArgs.builder()
                                    .network(Vpc.fromExisting(
                                            "existing",
                                            ExistingNetworkArgs.builder()
                                                    .vpcId("vpc-1")
                                                    .isolatedSubnetIds("subnet-1", "subnet-2")
                                                    .zoneCount(2)
                                                    .build()))
                                    .profile(Profile.DEV)
                                    .build());
                    new FargateService(
                            "orders",
                            Services.worker().uses(use.apply(database)).build());
                })
                .graph();
    }

    private static ResourceGraph byPassword() {
        return bound(database -> database.passwordConnection(SecretReference.of(Output.of(SECRET))));
    }

    private static JsonNode json(Object text) {
        try {
            return new ObjectMapper().readTree((String) text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    @Test
    void creates_nothing_for_a_service_that_logs_in_by_iam() {
        var graph = bound(database -> database.connection());

        assertThat(graph.names(RULE)).isEmpty();
        assertThat(graph.names(MACHINE)).isEmpty();
        var definition = graph.resource("aws:ecs/taskDefinition:TaskDefinition", "orders");
        assertThat(json(definition.input("containerDefinitions")).findValue("secrets"))
                .isNull();
    }

    @Test
    void deploys_the_service_again_after_a_rotation_of_its_secret() {
        var graph = byPassword();

        assertThat(json(graph.resource(RULE, "orders-redeploy").input("eventPattern")))
                .isEqualTo(json("""
                        {
                          "source": ["aws.secretsmanager"],
                          "detail-type": ["AWS Service Event via CloudTrail"],
                          "detail": {
                            "eventSource": ["secretsmanager.amazonaws.com"],
                            "eventName": ["RotationSucceeded"],
                            "additionalEventData": {"SecretId": ["%s"]}
                          }
                        }
                        """.formatted(SECRET)));
        var redeploy = json(graph.resource(MACHINE, "orders-redeploy").input("definition"))
                .at("/States/Redeploy");
        assertThat(redeploy.path("Resource").textValue()).isEqualTo("arn:aws:states:::aws-sdk:ecs:updateService");
        var service = graph.resource("aws:ecs/service:Service", "orders");
        assertThat(redeploy.at("/Parameters/Service").textValue()).isEqualTo(service.output("name"));
        assertThat(redeploy.at("/Parameters/Cluster").textValue()).isEqualTo("arn:aws:ecs:x:1:cluster/main");
        assertThat(redeploy.at("/Parameters/ForceNewDeployment").booleanValue()).isTrue();
        assertThat(redeploy.at("/Retry/0/ErrorEquals/0").textValue()).isEqualTo("States.ALL");
        var target = graph.resource("aws:cloudwatch/eventTarget:EventTarget", "orders-redeploy");
        assertThat(target.input("arn"))
                .isEqualTo(graph.resource(MACHINE, "orders-redeploy").output("arn"));
    }

    @Test
    void grants_each_role_one_permission_for_this_account_only() {
        var graph = byPassword();

        assertThat(policy(graph, "orders-redeploy-machine").at("/Action")).hasToString("[\"ecs:UpdateService\"]");
        assertThat(policy(graph, "orders-redeploy-machine").at("/Resource/0").textValue())
                .isEqualTo("arn:aws:ecs:eu-central-1:000000000000:service/main/"
                        + graph.resource("aws:ecs/service:Service", "orders").output("name"));
        assertThat(policy(graph, "orders-redeploy-event").at("/Action")).hasToString("[\"states:StartExecution\"]");
        assertThat(policy(graph, "orders-redeploy-event").at("/Resource/0").textValue())
                .isEqualTo(graph.resource(MACHINE, "orders-redeploy").output("arn"));
        assertThat(List.of("orders-redeploy-machine", "orders-redeploy-event"))
                .allSatisfy(role -> assertThat(json(graph.resource(ROLE, role).input("assumeRolePolicy"))
                                .at("/Statement/0/Condition/StringEquals/aws:SourceAccount")
                                .textValue())
                        .isEqualTo("000000000000"));
    }

    private static JsonNode policy(ResourceGraph graph, String name) {
        var statements = json(graph.resource(ROLE_POLICY, name).input("policy")).path("Statement");
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }

    @Test
    void follows_the_secret_of_the_master_user_once() {
        var pattern = json(bound(database -> database.masterConnection())
                .resource(RULE, "orders-redeploy")
                .input("eventPattern"));

        assertThat(pattern.at("/detail/additionalEventData/SecretId")).hasSize(1);
        assertThat(pattern.at("/detail/additionalEventData/SecretId/0").textValue())
                .contains(":secret:rds!cluster-");
    }

    @Test
    void follows_a_secret_of_the_caller_if_it_is_marked_as_rotating() {
        var lasting = SecretReference.of(Output.of(SECRET));
        var graph = Recording.of(context -> {
                    new FargateService(
                            "orders",
                            Services.worker().putSecrets("TOKEN", lasting).build());
                    new FargateService(
                            "packer",
                            Services.worker()
                                    .putSecrets("TOKEN", lasting.rotating())
                                    .build());
                })
                .graph();

        assertThat(graph.names(RULE)).containsExactly("packer-redeploy");
    }

    @Test
    void follows_the_secret_of_an_existing_database() {
        var graph = Recording.of(context -> {
                    var legacy = AuroraCluster.fromExisting(
                            "legacy",
                            ExistingDatabaseArgs.builder()
                                    .endpoint("writer.example")
                                    .databaseName("orders")
                                    .securityGroupId("sg-1")
                                    .clusterArn("arn:aws:rds:eu-central-1:000000000000:cluster:legacy")
                                    .clusterResourceId("cluster-ABC")
                                    .masterUserSecretArn(SECRET)
                                    .build());
                    new FargateService(
                            "orders",
                            Services.worker().uses(legacy.masterConnection()).build());
                })
                .graph();

        assertThat(graph.names(RULE)).containsExactly("orders-redeploy");
    }

    @Test
    void a_password_only_adds_resources_to_the_service() {
        var before = bound(database -> database.connection("app", "db"));
        var after = bound(database -> database.passwordConnection(SecretReference.of(Output.of(SECRET)), "db"));

        var difference = GraphDifference.between(before, after);

        assertThat(difference.added())
                .extracting(resource -> resource.name())
                .contains("orders-redeploy", "orders-redeploy-machine", "orders-redeploy-event");
        assertThat(difference.removed())
                .extracting(resource -> resource.type() + " " + resource.name())
                .containsExactly("aws:iam/rolePolicy:RolePolicy orders-to-database");
    }
}
