package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of the prod stack in the sandbox: each test goes on where the one before ended. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ProductionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private Pulumiw pulumiw;

    @BeforeAll
    void copy_the_stack_files() throws IOException {
        pulumiw = new Pulumiw(folder);
    }

    private String prod(String... arguments) {
        var result = pulumiw.run(withStack(arguments));
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private static String[] withStack(String... arguments) {
        var all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--stack";
        all[arguments.length + 1] = "prod";
        all[arguments.length + 2] = "--sandbox";
        return all;
    }

    @Test
    @Order(1)
    void is_deployed_and_has_no_changes_afterwards() {
        assertThat(prod("up", "--yes")).contains("apiUrl", "https://api.example.com");

        prod("up", "--yes", "--expect-no-changes");
    }

    @Test
    @Order(2)
    void a_change_of_sizes_and_images_replaces_nothing_but_task_definitions() throws IOException {
        prod("config", "set", "--path", "ashlar:images.api", "1.0.1");
        prod("config", "set", "--path", "ashlar:services.core.maxCount", "50");
        prod("config", "set", "--path", "ashlar:overrides.maxAuroraCapacity", "64");
        prod("config", "set", "--path", "ashlar:overrides.natStrategy", "single");

        var replaced = new TreeSet<String>();
        for (JsonNode step : JSON.readTree(prod("preview", "--json")).get("steps")) {
            if (step.get("op").asText().contains("replace")) {
                replaced.add(step.get("urn").asText().replaceFirst(".*\\$", ""));
            }
        }
        assertThat(replaced).containsExactly("aws:ecs/taskDefinition:TaskDefinition::api");
        prod("up", "--yes");
        prod("refresh", "--yes", "--expect-no-changes");
    }

    @Test
    @Order(3)
    void cannot_be_destroyed_while_its_data_is_protected() {
        var result = pulumiw.run(withStack("destroy", "--yes"));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("ClusterInstance::database-reader-standby\" cannot be deleted");
        prod("preview", "--expect-no-changes");
    }

    @Test
    @Order(4)
    void can_be_destroyed_without_the_protection() {
        prod("config", "set", "--path", "ashlar:overrides.dataProtection", "false");
        prod("up", "--yes");

        prod("destroy", "--yes");

        assertThat(prod("stack")).contains("No resources currently in this stack");
    }
}
