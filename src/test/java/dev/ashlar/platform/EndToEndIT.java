package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of the dev stack on the real Pulumi engine, in the sandbox. Each test continues where the previous one
 * ended.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EndToEndIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private Pulumiw pulumiw;

    @BeforeAll
    void copy_the_stack_files() throws IOException {
        pulumiw = new Pulumiw(folder);
    }

    private Pulumiw.Result succeed(String... arguments) {
        var result = pulumiw.run(arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }

    @Test
    @Order(1)
    void the_next_up_completes_an_interrupted_one() throws IOException, InterruptedException {
        var log = folder.resolve("interrupted.log");
        var process = pulumiw.start(log, Map.of(), "up", "--stack", "dev", "--yes", "--skip-preview");
        while (process.isAlive() && !Files.readString(log).contains("created")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        // As a terminal does on Ctrl-C.
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        var result = succeed("up", "--stack", "dev", "--yes");

        assertThat(result.output()).contains("apiUrl", "ingestionUrl", "pipeline-inbound", "cluster", "services");
    }

    @Test
    @Order(2)
    void a_second_preview_has_no_changes() {
        var preview = succeed("preview", "--stack", "dev", "--expect-no-changes");

        assertThat(preview.output()).contains("Vpc \"main\": egress of the private subnets a month", "(chosen)");
    }

    @Test
    @Order(3)
    void a_second_up_has_no_changes() {
        succeed("up", "--stack", "dev", "--yes", "--expect-no-changes");
    }

    @Test
    @Order(4)
    void a_new_image_changes_only_its_service() throws IOException {
        setCoreImage("1.0.1");

        var preview =
                JSON.readTree(succeed("preview", "--stack", "dev", "--json").output());

        var touched = new TreeSet<String>();
        for (JsonNode step : preview.get("steps")) {
            if (!step.get("op").asText().equals("same")) {
                touched.add(step.get("urn").asText().replaceFirst(".*\\$", ""));
            }
        }
        assertThat(touched)
                .containsExactly("aws:ecs/service:Service::core", "aws:ecs/taskDefinition:TaskDefinition::core");
        succeed("up", "--stack", "dev", "--yes");
    }

    @Test
    @Order(5)
    void an_image_that_does_not_start_fails_each_up_until_it_is_replaced() {
        setCoreImage("does-not-start");

        for (int time = 0; time < 2; time++) {
            var failed = pulumiw.run("up", "--stack", "dev", "--yes");
            assertThat(failed.exitCode()).as(failed.output()).isNotZero();
            assertThat(failed.output())
                    .contains("FargateService \"core\": ECS rolled the deployment back: ashlar-dev-core:")
                    .contains("aws ecs describe-services --cluster")
                    .doesNotContain("\tat ", "Exception");
        }

        setCoreImage("1.0.2");
        succeed("up", "--stack", "dev", "--yes");
        succeed("preview", "--stack", "dev", "--expect-no-changes");
    }

    private void setCoreImage(String tag) {
        succeed("config", "set", "--stack", "dev", "--path", "ashlar:images.core", tag);
    }

    @Test
    @Order(6)
    void a_refresh_has_no_changes() {
        succeed("refresh", "--stack", "dev", "--yes", "--expect-no-changes");
    }

    @Test
    @Order(7)
    void secrets_are_not_in_the_state_as_plain_text() {
        var state = succeed("stack", "export", "--stack", "dev").output();

        assertThat(state).contains("aws:elasticache/user:User").doesNotContain("sandbox-password");
    }

    @Test
    @Order(8)
    void rejects_another_key_of_a_table_at_the_preview() throws IOException {
        var state = folder.resolve("state.json");
        succeed("stack", "export", "--stack", "dev", "--file", state.toString());
        var exported = Files.readString(state);
        // As if the table had been created with another key: the component compares with its registered outputs.
        var altered = exported.replace("subject (STRING)", "subject (NUMBER)");
        assertThat(altered).isNotEqualTo(exported);
        Files.writeString(state, altered);
        succeed("stack", "import", "--stack", "dev", "--file", state.toString());

        var rejected = pulumiw.run("preview", "--stack", "dev");

        assertThat(rejected.exitCode()).as(rejected.output()).isNotZero();
        assertThat(rejected.output())
                .contains("DynamoTable \"metrics\": partitionKey is subject (STRING), but the table was created with"
                        + " subject (NUMBER), and DynamoDB cannot change it; take the change back, or migrate: ")
                .doesNotContain("replace", "\tat ", "Exception");
        Files.writeString(state, exported);
        succeed("stack", "import", "--stack", "dev", "--file", state.toString());
        succeed("preview", "--stack", "dev", "--expect-no-changes");
    }

    @Test
    @Order(9)
    void destroy_removes_every_resource() {
        succeed("destroy", "--stack", "dev", "--yes");

        assertThat(succeed("stack", "--stack", "dev").output()).contains("No resources currently in this stack");
    }
}
