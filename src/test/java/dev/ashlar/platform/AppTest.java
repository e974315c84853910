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
    void all_faults_of_a_stack_are_one_message_and_nothing_is_registered() {
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
                        "Pulumi.stack.yaml: ashlar:images.api is missing, but api has to run something; "
                                + "set the tag that was pushed: pulumi config set --path ashlar:images.api 1.0.0.",
                        "Vpc \"main\": cidrBlock is 10.20.0.0/22, but four zone slots of three tiers need a /20 or larger",
                        "AuroraCluster \"database\": maxCapacity is 2",
                        "FargateService \"core\": taskSize is 512/700, but Fargate has no such size; nearest: 512/1024.");
        assertThat(recording.graph().ofType("ashlar:network:Vpc")).isEmpty();
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }

    @Test
    void an_empty_stack_file_says_all_that_is_missing() {
        assertThat(failing(StackConfig.parse("{\"ashlar:target\": \"sandbox\"}"))
                        .failure())
                .contains("ashlar:images.api is missing", "cidrBlock is missing", "zones is missing");
    }

    @Test
    void half_a_domain_is_a_fault() {
        var config = StackFiles.sandboxed("prod");
        config.putObject("domain").put("name", "api.example.com");

        assertThat(failing(config).failure())
                .contains("ashlar:domain.zoneId is missing, but the name is registered in a hosted zone of Route 53");
    }

    @Test
    void a_subnet_that_would_leave_its_locked_block_is_a_fault() {
        var config = StackFiles.sandboxed("dev");
        config.putObject("layoutLock").put("private-a", "10.20.0.0/20").put("private-b", "10.20.32.0/20");

        assertThat(failing(config).failure())
                .startsWith(
                        "Vpc \"main\": layoutLock.private-b is 10.20.32.0/20, but the subnet would get 10.20.16.0/20");
    }

    @Test
    void images_and_services_that_the_platform_does_not_run_are_faults() {
        var config = StackFiles.sandboxed("dev");
        config.withObject("/images").put("web", "1.0.0");
        config.putObject("services").putObject("web").put("taskSize", "256/512");

        assertThat(failing(config).failure())
                .contains(
                        "ashlar:images.web is 1.0.0, but the platform runs no such thing; "
                                + "use one of api, core, delivery, ingestion, migrations",
                        "ashlar:services.web is");
    }

    @Test
    void a_stack_that_targets_aws_is_not_taken_to_the_sandbox() {
        var recording = failing(StackFiles.config("prod"));

        assertThat(recording.failure())
                .startsWith("Pulumi.stack.yaml: ashlar:target is aws, but the provider that answers is the sandbox");
        assertThat(recording.graph().all())
                .noneMatch(resource -> resource.type().startsWith("aws:"));
    }
}
