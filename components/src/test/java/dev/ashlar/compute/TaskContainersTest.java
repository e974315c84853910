package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.core.BindingPlan;
import dev.ashlar.core.SecretReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskContainersTest {

    private static String text(FargateServiceArgs.Builder builder) {
        var args = builder.build();
        var containers = TaskContainers.of(args, BindingPlan.of(args.uses()), 40);
        return PulumiTest.extractValue(containers.json(Output.of("logs"), Output.of("eu-central-1")));
    }

    private static FargateServiceArgs.Builder everything() {
        return Services.routed()
                .taskSize(new TaskSize(1024, 2048))
                .command("java", "-jar", "app.jar")
                .entryPoint("/entry")
                .user("1000:1000")
                .writablePaths("/tmp", "/var/cache.d")
                .containerHealthCheck(check -> check.command("CMD-SHELL", "curl -f http://localhost:8080/"))
                .putEnvironment("LEVEL", "info")
                .putEnvironment("ALPHA", "1")
                .putSecrets("TOKEN", SecretReference.of(Output.of("arn:secret:token")))
                .uses(Services.database())
                .sidecar("telemetry", sidecar -> sidecar.image(Services.image("telemetry"))
                        .cpu(128)
                        .memory(256)
                        .port(4317)
                        .containerHealthCheck(
                                check -> check.command("CMD", "/healthcheck").startPeriod(Duration.ofSeconds(10))))
                .sidecar("proxy", sidecar -> sidecar.image(Services.image("proxy"))
                        .essential(false))
                .initContainer("migrate", init -> init.image(Services.image("orders"))
                        .command("migrate")
                        .readonlyRootFilesystem(false)
                        .putEnvironment("MODE", "up"));
    }

    @Test
    void writes_every_option_where_ecs_reads_it() throws IOException {
        try (var golden = TaskContainersTest.class.getResourceAsStream("container-definitions.json")) {
            var expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(text(everything())).isEqualTo(expected.replaceAll("\\n *", ""));
        }
    }

    @Test
    void the_order_of_options_changes_nothing() {
        var one = Services.worker()
                .putEnvironment("A", "1")
                .putEnvironment("B", "2")
                .sidecar("x", sidecar -> sidecar.image(Services.image("x")))
                .sidecar("y", sidecar -> sidecar.image(Services.image("y")));
        var other = Services.worker()
                .sidecar("y", sidecar -> sidecar.image(Services.image("y")))
                .sidecar("x", sidecar -> sidecar.image(Services.image("x")))
                .putEnvironment("B", "2")
                .putEnvironment("A", "1");

        assertThat(text(one)).isEqualTo(text(other));
    }

    @Test
    void the_service_s_own_container_gets_what_the_others_leave() {
        var args = everything().build();

        assertThat(TaskContainers.remainingCpu(args)).isEqualTo(1024 - 128);
        assertThat(TaskContainers.remainingMemory(args)).isEqualTo(2048 - 256 - 128 - 128);
    }

    @Test
    void only_read_only_containers_need_volumes() {
        var args = everything().build();
        var containers = TaskContainers.of(args, BindingPlan.of(List.of()), 40);

        assertThat(containers.volumes()).containsExactly("app-tmp", "app-var-cache-d", "proxy-tmp", "telemetry-tmp");
    }

    @Test
    void a_shell_in_the_container_gets_an_init_process_and_a_writable_filesystem() {
        assertThat(text(Services.worker().enableExecuteCommand(true)))
                .contains("\"linuxParameters\":{\"initProcessEnabled\":true}")
                .contains("\"readonlyRootFilesystem\":false");
    }

    @Test
    void the_image_s_own_command_user_and_health_are_left_alone() {
        assertThat(text(Services.worker()))
                .doesNotContain(
                        "command", "entryPoint", "user", "healthCheck", "secrets", "dependsOn", "linuxParameters");
    }
}
