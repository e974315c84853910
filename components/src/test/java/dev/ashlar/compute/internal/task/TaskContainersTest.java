package dev.ashlar.compute.internal.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.compute.container.AppProtocol;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.SecretReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskContainersTest {

    private static String text(FargateServiceArgs.Builder builder) {
        var args = builder.build();
        var containers = containers(args);
        return PulumiTest.extractValue(containers.json(Output.of("eu-central-1")));
    }

    private static TaskContainers containers(FargateServiceArgs args) {
        return TaskContainers.of(
                "orders",
                args,
                TaskPlan.of(
                        args,
                        "orders",
                        TaskPlan.needs("FargateService", "orders", args, 1),
                        Shutdown.draining(Duration.ofSeconds(30))),
                Output.of("logs"));
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
        var containers = containers(args);

        assertThat(containers.volumes()).containsExactly("app-tmp", "app-var-cache-d", "proxy-tmp", "telemetry-tmp");
    }

    @Test
    void a_shell_in_the_container_gets_an_init_process_and_a_writable_filesystem() {
        assertThat(text(Services.worker().enableExecuteCommand(true)))
                .contains("\"linuxParameters\":{\"initProcessEnabled\":true}")
                .contains("\"readonlyRootFilesystem\":false");
    }

    @Test
    void an_application_is_told_how_long_it_may_finish_unless_it_knows_better() {
        assertThat(text(Services.worker()))
                .contains("{\"name\":\"SERVER_SHUTDOWN\",\"value\":\"graceful\"}")
                .contains("{\"name\":\"SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE\",\"value\":\"35s\"}")
                .contains("\"stopTimeout\":40");
        assertThat(text(Services.worker().putEnvironment("SERVER_SHUTDOWN", "immediate")))
                .contains("{\"name\":\"SERVER_SHUTDOWN\",\"value\":\"immediate\"}")
                .doesNotContain("graceful");
        assertThat(text(Services.worker()
                        .putSecrets("SERVER_SHUTDOWN", SecretReference.of(Output.of("arn:secret:shutdown")))))
                .doesNotContain("graceful");
    }

    @Test
    void the_virtual_machine_s_options_come_before_the_caller_s_own() {
        assertThat(text(Services.worker()
                        .taskSize(new TaskSize(2048, 4096))
                        .jvm(jvm -> jvm.maxRamPercentage(60).options("-XX:+UseZGC"))
                        .putEnvironment("JAVA_TOOL_OPTIONS", "-Dmine=1")))
                .contains("{\"name\":\"JAVA_TOOL_OPTIONS\",\"value\":\"-XX:MaxRAMPercentage=60.0"
                        + " -XX:ActiveProcessorCount=2 -XX:+ExitOnOutOfMemoryError -XX:+UseZGC -Dmine=1\"}");
        assertThat(text(Services.worker())).doesNotContain("JAVA_TOOL_OPTIONS");
    }

    @Test
    void a_health_check_waits_for_the_virtual_machine_to_start() {
        var checked = Services.worker()
                .taskSize(new TaskSize(256, 512))
                .jvm()
                .containerHealthCheck(check -> check.command("CMD", "/health"));

        assertThat(text(checked)).contains("\"startPeriod\":240");
        assertThat(text(checked.containerHealthCheck(
                        check -> check.command("CMD", "/health").startPeriod(Duration.ofSeconds(7)))))
                .contains("\"startPeriod\":7");
    }

    @Test
    void a_log_router_takes_the_application_s_log_and_its_memory_from_the_task() {
        var routed = Services.worker().fireLens(fireLens -> fireLens.option("Name", "datadog")
                .putSecretOptions("apikey", SecretReference.of(Output.of("arn:secret:datadog"))));

        assertThat(text(routed))
                .contains("\"logConfiguration\":{\"logDriver\":\"awsfirelens\",\"options\":{\"Name\":\"datadog\"},"
                        + "\"secretOptions\":[{\"name\":\"apikey\",\"valueFrom\":\"arn:secret:datadog\"}]}")
                .contains("\"firelensConfiguration\":{\"options\":{\"enable-ecs-log-metadata\":\"true\"},"
                        + "\"type\":\"fluentbit\"}")
                .contains("\"dependsOn\":[{\"condition\":\"START\",\"containerName\":\"log-router\"}]");
        assertThat(TaskContainers.remainingMemory(routed.build())).isEqualTo(1024 - 100);
        assertThat(containers(routed.build()).secrets()).hasSize(1);
    }

    @Test
    void a_collector_receives_at_localhost_and_delivers_to_x_ray_and_the_log_group() {
        var collected = Services.worker().openTelemetry();

        assertThat(text(collected))
                .contains("{\"name\":\"OTEL_EXPORTER_OTLP_ENDPOINT\",\"value\":\"http://localhost:4317\"}")
                .contains("{\"name\":\"OTEL_SERVICE_NAME\",\"value\":\"orders\"}")
                .contains("\\\"awsemf\\\":{\\\"log_group_name\\\":\\\"logs\\\",\\\"namespace\\\":\\\"orders\\\"}")
                .contains("\\\"awsxray\\\":{}")
                .contains("\"dependsOn\":[{\"condition\":\"START\",\"containerName\":\"otel-collector\"}]");
        assertThat(TaskContainers.remainingMemory(collected.build())).isEqualTo(1024 - 256);
        assertThat(RequiredAwsServices.awsServices(collected.build())).contains(AwsService.XRAY);
    }

    @Test
    void a_port_is_known_by_its_container_and_its_protocol() {
        assertThat(text(Services.worker().port(9090).appProtocol(AppProtocol.GRPC)))
                .contains("\"portMappings\":[{\"appProtocol\":\"grpc\",\"containerPort\":9090,\"hostPort\":9090,"
                        + "\"name\":\"app\",\"protocol\":\"tcp\"}]");
    }

    @Test
    void the_image_s_own_command_user_and_health_are_left_alone() {
        assertThat(text(Services.worker()))
                .doesNotContain(
                        "command", "entryPoint", "user", "healthCheck", "secrets", "dependsOn", "linuxParameters");
    }
}
