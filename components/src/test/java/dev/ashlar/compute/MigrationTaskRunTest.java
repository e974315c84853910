package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.preflight.testkit.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executes the outputs of a migration: the command in a shell with the AWS CLI, and the request at ECS. */
class MigrationTaskRunTest {

    private static final Pattern RECIPE =
            Pattern.compile("<!-- recipe: migrate -->\n```bash\n(.*?)```", Pattern.DOTALL);

    /** What a pipeline reads, with the ids that moto gave. */
    private record Outputs(String command, String input, String definitionArn, String subnet) {}

    private static Moto moto;
    private static Outputs outputs;

    @BeforeAll
    static void start() throws Exception {
        moto = Moto.start();
        outputs = deploy();
    }

    @AfterAll
    static void end() {
        if (moto != null) {
            moto.close();
        }
    }

    private static Outputs deploy() throws Exception {
        var subnet = moto.ec2("Action=DescribeSubnets", "subnetId");
        var group = moto.ec2("Action=CreateSecurityGroup&GroupName=tasks&GroupDescription=tasks", "groupId");
        var recording = record(subnet);
        var definition = recording.graph().resource("aws:ecs/taskDefinition:TaskDefinition", "migrations");
        moto.ecs("CreateCluster", "{\"clusterName\": \"main\"}");
        var arn = register(definition);
        // The sandbox made up other ids for what it created.
        UnaryOperator<String> known = text -> text.replace(
                        String.valueOf(recording
                                .graph()
                                .resource("aws:ec2/securityGroup:SecurityGroup", "migrations")
                                .output("id")),
                        group)
                .replace(String.valueOf(definition.output("arn")), arn);
        return new Outputs(
                known.apply(String.valueOf(recording.outputs().get("command"))),
                known.apply(String.valueOf(recording.outputs().get("input"))),
                arn,
                subnet);
    }

    private static Recording record(String subnet) {
        return Recording.of(context -> {
            var network = Vpc.fromExisting(
                    "existing",
                    ExistingNetworkArgs.builder()
                            .vpcId("vpc-1")
                            .privateSubnetIds(subnet)
                            .build());
            var task = new MigrationTask(
                    "migrations", Tasks.migration().network(network).build());
            context.export("command", task.runCommand());
            context.export("input", task.runTaskInput());
        });
    }

    @Test
    void the_command_and_the_request_start_the_task() throws Exception {
        assertStarted(moto.shell(outputs.command()));
        assertStarted(
                moto.ecs("RunTask", outputs.input()).at("/tasks/0/taskArn").asText());
    }

    @Test
    void the_recipe_waits_for_the_task_and_ends_with_its_exit_code(@TempDir Path folder) throws Exception {
        var recipe = RECIPE.matcher(Files.readString(Path.of("README.md")));
        assertThat(recipe.find()).isTrue();
        var pulumi = Files.writeString(
                folder.resolve("pulumi"), "#!/bin/sh\ncat <<'END'\n%s\nEND\n".formatted(outputs.command()));
        assertThat(pulumi.toFile().setExecutable(true)).isTrue();

        assertThat(moto.shell("PATH='%s':$PATH\n%s".formatted(folder, recipe.group(1))))
                .startsWith("The migration ended with 0:");
    }

    private static String register(GraphResource definition) throws Exception {
        var mapper = new ObjectMapper();
        var request = Map.of(
                "family", definition.input("family"),
                "networkMode", definition.input("networkMode"),
                "requiresCompatibilities", List.of("FARGATE"),
                "cpu", definition.input("cpu"),
                "memory", definition.input("memory"),
                "containerDefinitions", mapper.readTree(String.valueOf(definition.input("containerDefinitions"))));
        return moto.ecs("RegisterTaskDefinition", mapper.writeValueAsString(request))
                .at("/taskDefinition/taskDefinitionArn")
                .asText();
    }

    private static void assertStarted(String taskArn) throws Exception {
        assertThat(taskArn).startsWith("arn:aws:ecs:eu-central-1:000000000000:task/main/");
        JsonNode task = moto.ecs("DescribeTasks", "{\"cluster\": \"main\", \"tasks\": [\"%s\"]}".formatted(taskArn))
                .at("/tasks/0");
        assertThat(task.get("taskDefinitionArn").asText()).isEqualTo(outputs.definitionArn());
        assertThat(task.get("launchType").asText()).isEqualTo("FARGATE");
        assertThat(task.get("startedBy").asText()).isEqualTo("migrations");
        assertThat(task.at("/attachments/0/details/0/value").asText()).isEqualTo(outputs.subnet());
    }
}
