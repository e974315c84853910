package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.AwsService;
import dev.ashlar.graph.GraphDifference;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.preflight.testkit.Recording;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MigrationTaskTest {

    private static final String FAMILY =
            "arn:aws:ecs:eu-central-1:000000000000:task-definition/project-stack-migrations_migration";

    private static ResourceGraph graph(MigrationTaskArgs.Builder args) {
        return graph(args, task -> {});
    }

    private static ResourceGraph graph(MigrationTaskArgs.Builder args, Consumer<MigrationTask> use) {
        return Recording.of(context -> use.accept(new MigrationTask("migrations", args.build())))
                .graph();
    }

    @Test
    void is_what_it_takes_to_run_and_nothing_that_runs() {
        var graph = graph(Tasks.migration().uses(Services.database()));

        assertThat(graph.children(graph.resource("ashlar:compute:MigrationTask", "migrations")).stream()
                        .map(child -> child.type() + " " + child.name()))
                .containsExactly(
                        "aws:cloudwatch/logGroup:LogGroup migrations",
                        "aws:ec2/securityGroup:SecurityGroup migrations",
                        "aws:ecs/taskDefinition:TaskDefinition migrations",
                        "aws:iam/role:Role migrations-execution",
                        "aws:iam/role:Role migrations-task",
                        "aws:iam/rolePolicy:RolePolicy migrations-execution",
                        "aws:iam/rolePolicy:RolePolicy migrations-to-database",
                        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule migrations-https-out",
                        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule migrations-to-database",
                        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule migrations-to-database");
    }

    @Test
    void is_run_by_a_command_that_needs_nothing_more() {
        graph(Tasks.migration(), task -> assertThat(value(task.runCommand()))
                .isEqualTo("aws ecs run-task --region eu-central-1 --cluster " + Tasks.CLUSTER_ARN
                        + " --task-definition " + value(task.taskDefinitionArn()) + " --launch-type FARGATE"
                        + " --network-configuration '{\"awsvpcConfiguration\":{\"assignPublicIp\":\"DISABLED\","
                        + "\"securityGroups\":[\"" + value(task.securityGroupId())
                        + "\"],\"subnets\":[\"subnet-1\",\"subnet-2\"]}}' --enable-ecs-managed-tags"
                        + " --propagate-tags TASK_DEFINITION --started-by migrations"
                        + " --query 'tasks[0].taskArn' --output text"));
    }

    @Test
    void is_run_by_programs_with_a_request_in_the_form_of_the_api() throws Exception {
        graph(Tasks.migration().enableExecuteCommand(true), task -> {
            assertThat(value(task.runCommand())).contains(" --enable-execute-command ");
            assertThat(value(task.runTaskInput()))
                    .isEqualTo("{\"cluster\":\"" + Tasks.CLUSTER_ARN
                            + "\",\"count\":1,\"enableECSManagedTags\":true,"
                            + "\"enableExecuteCommand\":true,\"launchType\":\"FARGATE\",\"networkConfiguration\":"
                            + "{\"awsvpcConfiguration\":{\"assignPublicIp\":\"DISABLED\",\"securityGroups\":[\""
                            + value(task.securityGroupId()) + "\"],\"subnets\":[\"subnet-1\",\"subnet-2\"]}},"
                            + "\"propagateTags\":\"TASK_DEFINITION\",\"startedBy\":\"migrations\",\"taskDefinition\":\""
                            + value(task.taskDefinitionArn()) + "\"}");
        });
    }

    @Test
    void whoever_runs_it_gets_the_permissions_and_the_request_by_a_binding() {
        graph(Tasks.migration(), task -> {
            var run = task.run();

            assertThat(run.provider()).isEqualTo("migrations");
            assertThat(run.environment()).containsOnlyKeys("MIGRATIONS_RUN_TASK_INPUT");
            assertThat(task.run("schema").environment()).containsOnlyKeys("SCHEMA_RUN_TASK_INPUT");
            assertThat(run.services()).containsExactly(AwsService.ECS);
            assertThat(value(PolicyDocument.allowing(run.statements())))
                    .contains("\"ecs:RunTask\"", "\"Resource\":[\"" + FAMILY + ":*\"]")
                    .contains("\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"")
                    .contains("{\"Action\":[\"ecs:DescribeTasks\",\"ecs:StopTask\"],\"Condition\":{\"ArnEquals\":"
                            + "{\"ecs:cluster\":\"" + Tasks.CLUSTER_ARN
                            + "\"}},\"Effect\":\"Allow\",\"Resource\":"
                            + "[\"arn:aws:ecs:eu-central-1:000000000000:task/main/*\"]}");
        });
    }

    @Test
    void its_outputs_are_those_that_a_pipeline_reads() throws Exception {
        var recording = Recording.of(context -> {
            var task = new MigrationTask("migrations", Tasks.migration().build());
            context.export("input", task.runTaskInput());
            context.export("logs", task.logGroupName());
            context.export("role", task.taskRoleName());
        });

        assertThat(new ObjectMapper()
                        .readTree(String.valueOf(recording.outputs().get("input")))
                        .get("taskDefinition")
                        .asText())
                .startsWith(FAMILY + ":");
        assertThat(String.valueOf(recording.outputs().get("logs"))).startsWith("migrations");
        assertThat(String.valueOf(recording.outputs().get("role"))).startsWith("migrations-task");
    }

    @Test
    void is_previewed_before_anything_exists() {
        var recording = Recording.preview(context -> {
            var task = new MigrationTask("migrations", Tasks.migration().build());
            context.export("command", task.runCommand());
        });

        // The revision of the task definition is part of it.
        assertThat(recording.outputs().get("command")).isNull();
        assertThat(recording.graph().names("aws:ecs/taskDefinition:TaskDefinition"))
                .containsExactly("migrations");
    }

    @Test
    void a_migration_more_only_adds() {
        var before = graph(Tasks.migration());
        var after = Recording.of(context -> {
                    new MigrationTask("migrations", Tasks.migration().build());
                    new MigrationTask("other", Tasks.migration().build());
                })
                .graph();

        assertThat(GraphDifference.between(before, after)).matches(GraphDifference::onlyAdds, "only adds");
    }

    private static String value(Output<String> output) {
        return PulumiTest.extractValue(output);
    }

    @Test
    void reports_its_violations_together_with_those_of_its_users() {
        var failure = Recording.failing(context -> {
                    var faulty = new MigrationTask(
                            "migrations",
                            Tasks.migration().taskSize(new TaskSize(1, 1)).build());
                    context.export("command", faulty.runCommand());
                    new FargateService(
                            "runner",
                            Services.worker().uses(faulty.run()).port(0).build());
                })
                .failure();

        assertThat(failure)
                .contains("MigrationTask \"migrations\": taskSize is 1/1")
                .contains("FargateService \"runner\": port is 0");
    }
}
