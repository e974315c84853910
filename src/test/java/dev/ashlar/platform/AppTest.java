package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.preflight.testkit.Recording;
import org.junit.jupiter.api.Test;

class AppTest {

    private static Recording failing(ObjectNode config) {
        return Recording.failing(context -> App.run(context, config));
    }

    @Test
    void reports_all_faults_of_a_stack_in_one_message_and_registers_nothing() {
        var config = StackFiles.sandboxed("dev");
        config.put("imagez", "1.0.0");
        config.put("cidrBlock", "10.20.0.0/22");
        config.putObject("services").putObject("core").put("taskSize", "512/700");
        config.withObject("/images").remove("api");
        config.putObject("overrides").put("minAuroraCapacity", 4).put("maxAuroraCapacity", 2);

        var recording = failing(config);

        assertThat(recording.failure())
                .startsWith("5 faults:\n")
                .contains(
                        "Pulumi.stack.yaml: ashlar:imagez is 1.0.0, but there is no such option; remove it, or use one of",
                        "Pulumi.stack.yaml: ashlar:images.api is missing, but api needs an image; "
                                + "set the tag of a pushed image: pulumi config set --path ashlar:images.api 1.0.0.",
                        "Vpc \"main\": cidrBlock is 10.20.0.0/22, but four zone slots of three tiers need a /20 or larger",
                        "AuroraCluster \"database\": maxCapacity is 2",
                        "FargateService \"core\": taskSize is 512/700, but Fargate has no such size; nearest: 512/1024.");
        assertThat(recording.graph().ofType("ashlar:network:Vpc")).isEmpty();
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void an_empty_stack_file_reports_all_missing_settings() {
        assertThat(failing(StackConfig.parse("{\"ashlar:target\": \"sandbox\"}"))
                        .failure())
                .contains("ashlar:images.api is missing", "cidrBlock is missing", "zones is missing");
    }

    @Test
    void rejects_a_domain_without_a_zone() {
        var config = StackFiles.sandboxed("prod");
        config.putObject("domain").put("name", "api.example.com");

        assertThat(failing(config).failure())
                .contains("ashlar:domain.zoneId is missing, but the name requires a hosted zone of Route 53");
    }

    @Test
    void rejects_a_layout_that_moves_a_locked_subnet() {
        var config = StackFiles.sandboxed("dev");
        config.putObject("layoutLock").put("private-a", "10.20.0.0/20").put("private-b", "10.20.32.0/20");

        assertThat(failing(config).failure())
                .startsWith(
                        "Vpc \"main\": layoutLock.private-b is 10.20.32.0/20, but the subnet would get 10.20.16.0/20");
    }

    @Test
    void rejects_images_and_services_of_unknown_workloads() {
        var config = StackFiles.sandboxed("dev");
        config.withObject("/images").put("web", "1.0.0");
        config.putObject("services").putObject("web").put("taskSize", "256/512");

        assertThat(failing(config).failure())
                .contains(
                        "ashlar:images.web is 1.0.0, but the platform has no workload of that name; "
                                + "use one of api, core, delivery, ingestion, migrations",
                        "ashlar:services.web is");
    }

    @Test
    void rejects_task_options_of_the_function_and_counts_of_the_migrations() {
        var config = StackFiles.sandboxed("dev");
        var services = config.putObject("services");
        services.putObject("ingestion").put("taskSize", "512/700").put("minCount", 2);
        services.putObject("migrations").put("taskSize", "1024/2048").put("desiredCount", 1);

        assertThat(failing(config).failure())
                .startsWith("3 faults:\n")
                .contains(
                        "ashlar:services.ingestion.taskSize is 512/700, "
                                + "but the ingestion is a Lambda function, which has no tasks; remove it.",
                        "ashlar:services.ingestion.minCount is 2, "
                                + "but the ingestion is a Lambda function, which has no tasks; remove it.",
                        "ashlar:services.migrations.desiredCount is 1, "
                                + "but a deployment pipeline runs the migrations as one task; remove it.");
    }

    @Test
    void does_not_run_a_stack_that_targets_aws_in_the_sandbox() {
        var recording = failing(StackFiles.config("prod"));

        assertThat(recording.failure())
                .startsWith("Pulumi.stack.yaml: ashlar:target is aws, but the provider is the sandbox");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }
}
