package dev.ashlar.compute.internal.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.pulumi.core.Output;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerHealthCheck;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ContainersCheckTest {

    private static List<String> faults(FargateServiceArgs.Builder args) {
        return FargateService.check("orders", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static List<String> sidecar(String name, Consumer<ContainerArgs.Builder> options) {
        return faults(Services.worker().sidecar(name, sidecar -> {
            sidecar.image(Services.image("agent"));
            options.accept(sidecar);
        }));
    }

    private static List<String> healthCheck(Consumer<ContainerHealthCheck.Builder> options) {
        return faults(Services.worker().containerHealthCheck(check -> {
            check.command("CMD", "/health");
            options.accept(check);
        }));
    }

    @Test
    void accepts_a_sidecar_and_an_init_container() {
        assertThat(faults(Services.worker()
                        .sidecar("agent", sidecar -> sidecar.image(Services.image("agent")))
                        .initContainer("migrate", init -> init.image(Services.image("orders")))))
                .isEmpty();
    }

    @Test
    void requires_the_image_of_a_sidecar() {
        assertThat(faults(Services.worker().sidecar("agent", sidecar -> {})))
                .containsExactly(
                        "FargateService \"orders\": sidecars.agent.image is missing, but a container runs an image;"
                                + " give one, such as repository.image(tag).");
    }

    @Test
    void rejects_container_names_that_are_invalid_or_taken() {
        assertThat(sidecar("app", sidecar -> {})).singleElement(STRING).contains("\"app\" is the application's own");
        assertThat(sidecar("My_Agent", sidecar -> {})).hasSize(1);
        assertThat(faults(Services.worker()
                        .sidecar("same", sidecar -> sidecar.image(Services.image("a")))
                        .initContainer("same", init -> init.image(Services.image("b")))))
                .singleElement(STRING)
                .contains("a sidecar has the same name");
    }

    @Test
    void rejects_more_than_10_containers() {
        var args = Services.worker().taskSize(new TaskSize(1024, 8192));
        for (int number = 1; number <= 9; number++) {
            args.sidecar("agent-" + number, sidecar -> sidecar.image(Services.image("agent")));
        }
        assertThat(faults(args)).isEmpty();

        args.initContainer("migrate", init -> init.image(Services.image("orders")));
        assertThat(faults(args)).singleElement(STRING).contains("11 containers", "at most 10");
    }

    @Test
    void rejects_sidecars_that_leave_too_little_for_the_application() {
        assertThat(sidecar("agent", sidecar -> sidecar.memory(1020)))
                .containsExactly(
                        "FargateService \"orders\": taskSize is 512/1024, but the containers beside the application's"
                                + " own leave it 4 MiB of memory; use a larger size.");
        assertThat(sidecar("agent", sidecar -> sidecar.cpu(600)))
                .containsExactly(
                        "FargateService \"orders\": taskSize is 512/1024, but the containers beside the application's"
                                + " own take 600 CPU units; use a larger size.");
        assertThat(sidecar("agent", sidecar -> sidecar.cpu(-1))).hasSize(1);
        assertThat(sidecar("agent", sidecar -> sidecar.memory(5))).hasSize(1);
    }

    @Test
    void rejects_a_port_outside_1_to_65535() {
        assertThat(faults(Services.worker().port(0))).singleElement(STRING).contains("port is 0");
        assertThat(sidecar("agent", sidecar -> sidecar.port(65536)))
                .singleElement(STRING)
                .contains("sidecars.agent.port is 65536");
    }

    @Test
    void rejects_writable_paths_that_cannot_be_volumes() {
        assertThat(faults(Services.worker().writablePaths("tmp")))
                .singleElement(STRING)
                .contains("writablePaths is tmp");
        assertThat(faults(Services.worker().writablePaths("/a/b", "/a-b")))
                .singleElement(STRING)
                .contains("/a-b", "the same name");
    }

    @Test
    void rejects_ecs_exec_with_a_read_only_root_filesystem() {
        assertThat(faults(Services.worker().enableExecuteCommand(true))).isEmpty();
        assertThat(faults(Services.worker().enableExecuteCommand(true).readonlyRootFilesystem(true)))
                .containsExactly("FargateService \"orders\": readonlyRootFilesystem is true, but the agent of ECS Exec"
                        + " writes to /managed-agents, /var/lib/amazon/ssm, /var/log/amazon/ssm; add them to"
                        + " writablePaths, or leave out"
                        + " readonlyRootFilesystem or enableExecuteCommand.");
        assertThat(faults(Services.worker()
                        .enableExecuteCommand(true)
                        .readonlyRootFilesystem(true)
                        .writablePaths("/tmp", "/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm")))
                .isEmpty();
    }

    @Test
    void checks_presets_and_their_containers() {
        assertThat(faults(Services.worker()
                        .jvm(jvm -> jvm.maxRamPercentage(95).options("UseZGC"))
                        .putSecrets("JAVA_TOOL_OPTIONS", SecretReference.of(Output.of("arn:secret:java")))
                        .fireLens(fireLens -> fireLens.memory(1))
                        .openTelemetry(otel -> otel.memory(2048))
                        .sidecar("otel-collector", sidecar -> sidecar.image(Services.image("own")))))
                .containsExactly(
                        "FargateService \"orders\": jvm.maxRamPercentage is 95, but the virtual machine requires"
                                + " memory beside its heap; use 10 to 90.",
                        "FargateService \"orders\": jvm.options is \"UseZGC\", but an option begins with a hyphen and"
                                + " has no"
                                + " spaces; give each option separately.",
                        "FargateService \"orders\": jvm is set, but a secret or a binding sets JAVA_TOOL_OPTIONS too;"
                                + " give its value in jvm.options.",
                        "FargateService \"orders\": log-router is 0 CPU units and 1 MiB, but CPU units are counted"
                                + " from 0, and a"
                                + " container gets at least 6 MiB; use larger numbers.",
                        "FargateService \"orders\": sidecars is \"otel-collector\", but openTelemetry and fireLens"
                                + " add a container"
                                + " of this name; use another name.",
                        "FargateService \"orders\": fireLens.options is [], but Fluent Bit selects its output by"
                                + " Name; set it, such as option(\"Name\", \"kinesis_firehose\").",
                        "FargateService \"orders\": taskSize is 512/1024, but the containers beside the application's"
                                + " own leave it"
                                + " -1025 MiB of memory; use a larger size.");
    }

    @Test
    void rejects_health_checks_that_ecs_does_not_support() {
        assertThat(faults(Services.worker().containerHealthCheck(check -> check.command("/health"))))
                .singleElement(STRING)
                .contains("containerHealthCheck.command is [/health]", "CMD or CMD-SHELL");
        assertThat(healthCheck(check -> check.interval(Duration.ofSeconds(4)))).hasSize(1);
        assertThat(healthCheck(check -> check.timeout(Duration.ofSeconds(61)))).hasSize(1);
        assertThat(healthCheck(check -> check.startPeriod(Duration.ofSeconds(301))))
                .hasSize(1);
        assertThat(healthCheck(check -> check.retries(11))).hasSize(1);
        assertThat(healthCheck(check -> {})).isEmpty();
    }

    @Test
    void rejects_ephemeral_storage_outside_21_to_200_gib() {
        assertThat(faults(Services.worker().ephemeralStorage(21))).isEmpty();
        assertThat(faults(Services.worker().ephemeralStorage(20)))
                .singleElement(STRING)
                .contains("ephemeralStorage is 20", "leave it out");
        assertThat(faults(Services.worker().ephemeralStorage(201))).hasSize(1);
    }

    @Test
    void rejects_a_port_that_two_containers_use() {
        assertThat(faults(Services.routed().sidecar("proxy", proxy -> proxy.image(Services.image("proxy"))
                        .port(8080))))
                .containsExactly(
                        "FargateService \"orders\": sidecars.proxy.port is 8080, but all containers of a task share its"
                                + " ports, and the application has this one; use another port.");
        assertThat(faults(Services.worker()
                        .sidecar("agent", agent -> agent.image(Services.image("agent"))
                                .port(9000))
                        .initContainer("first", first -> first.image(Services.image("first"))
                                .port(9000))))
                .singleElement(STRING)
                .contains("initContainers.first.port is 9000", "agent has this one");
        assertThat(faults(Services.worker().port(4317).openTelemetry()))
                .singleElement(STRING)
                .contains("openTelemetry is 4317", "the application has this one");
        assertThat(faults(Services.worker().port(8080).openTelemetry().sidecar("agent", agent -> agent.image(
                                Services.image("agent"))
                        .port(9000))))
                .isEmpty();
    }

    @Test
    void rejects_container_sizes_whose_sum_overflows() {
        var args = Services.worker()
                .sidecar("first", first -> first.image(Services.image("a"))
                        .cpu(Integer.MAX_VALUE)
                        .memory(Integer.MAX_VALUE))
                .sidecar("second", second -> second.image(Services.image("b"))
                        .cpu(Integer.MAX_VALUE)
                        .memory(Integer.MAX_VALUE));

        assertThat(faults(args)).hasSize(2).allMatch(fault -> fault.contains("taskSize is 512/1024"));
    }

    @Test
    void rejects_invalid_names_of_environment_variables() {
        assertThat(faults(Services.worker().putEnvironment("", "x")))
                .containsExactly(
                        "FargateService \"orders\": environment is \"\", but a variable requires a name without =;"
                                + " use one"
                                + " like LOG_LEVEL.");
        assertThat(faults(Services.worker().putEnvironment("A=B", "x"))).hasSize(1);
        assertThat(sidecar("agent", agent -> agent.putEnvironment(" ", "x")))
                .singleElement(STRING)
                .contains("sidecars.agent.environment");
    }

    @Test
    void rejects_a_secret_key_with_a_colon() {
        assertThat(faults(Services.worker().putSecrets("TOKEN", SecretReference.of(Output.of("arn"), "a:b"))))
                .containsExactly(
                        "FargateService \"orders\": secrets.TOKEN is the key \"a:b\", but ECS reads a key only up to"
                                + " a colon; name a key without a colon, or leave it out for the whole secret.");
        assertThat(faults(Services.worker().putSecrets("TOKEN", SecretReference.of(Output.of("arn"), ""))))
                .hasSize(1);
        assertThat(faults(Services.worker().fireLens(logs -> logs.option("Name", "datadog")
                        .option("apikey", "x")
                        .putSecretOptions("apikey", SecretReference.of(Output.of("arn"), "a:b")))))
                .hasSize(2)
                .allMatch(fault -> fault.contains("fireLens.secretOptions"));
    }

    @Test
    void rejects_writable_paths_with_dot_segments() {
        assertThat(faults(Services.worker().writablePaths("/tmp/..", "/a/../b", "/./c")))
                .hasSize(3);
        assertThat(faults(Services.worker().writablePaths("/var/.cache", "/a..b")))
                .isEmpty();
    }

    @Test
    void rejects_container_names_over_64_characters() {
        assertThat(sidecar("a".repeat(64), agent -> {})).isEmpty();
        assertThat(sidecar("a".repeat(65), agent -> {})).singleElement(STRING).contains("at most 64");
    }

    @Test
    void rejects_tags_that_aws_reserves() {
        assertThat(faults(Services.worker().putTags("aws:team", "shop")))
                .singleElement(STRING)
                .contains("tags is \"aws:team\"");
        assertThat(ServiceCluster.check(
                                "main",
                                ServiceClusterArgs.builder()
                                        .putTags("aws:team", "shop")
                                        .build())
                        .all())
                .hasSize(1);
    }
}
