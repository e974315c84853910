package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.compute.FailedRollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses a script instead of the AWS CLI, whose answers are those of the AWS API references. */
class EcsDiagnosisTest {

    private static final FailedRollout FAILED = new FailedRollout(
            "arn:aws:ecs:eu-central-1:111122223333:cluster/platform",
            "core-1a2b3c4",
            "arn:aws:ecs:eu-central-1:111122223333:task-definition/ashlar-prod-core:8",
            "arn:aws:ecs:eu-central-1:111122223333:task-definition/ashlar-prod-core:7",
            "core-5d6e7f8");

    @TempDir
    private static Path folder;

    private Path script;

    @BeforeEach
    void write_the_script() throws IOException {
        script = folder.resolve("aws");
        Files.writeString(script, """
                #!/bin/sh
                echo "$AWS_PROFILE: $*" >> "$(dirname "$0")/asked"
                cat "$(dirname "$0")/$2.json"
                """);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        answer("describe-services", """
                {"services": [{"events": [
                  {"message": "(service core-1a2b3c4) has reached a steady state."},
                  {"message": "(service core-1a2b3c4) rolling back to deployment ecs-svc/7."},
                  {"message": "(service core-1a2b3c4) (deployment ecs-svc/8) deployment failed: tasks failed to start."},
                  {"message": "(service core-1a2b3c4) has started 1 tasks: (task 0af1)."}]}]}""");
        answer("list-tasks", """
                {"taskArns": ["arn:aws:ecs:eu-central-1:111122223333:task/platform/0af1",
                              "arn:aws:ecs:eu-central-1:111122223333:task/platform/0af2"]}""");
        answer("describe-tasks", """
                {"tasks": [
                  {"taskArn": "arn:aws:ecs:eu-central-1:111122223333:task/platform/0af2",
                   "taskDefinitionArn": "arn:aws:ecs:eu-central-1:111122223333:task-definition/ashlar-prod-core:7",
                   "stoppedAt": "2026-01-02T10:09:00Z", "stoppedReason": "Scaling activity initiated by deployment"},
                  {"taskArn": "arn:aws:ecs:eu-central-1:111122223333:task/platform/0af1",
                   "taskDefinitionArn": "arn:aws:ecs:eu-central-1:111122223333:task-definition/ashlar-prod-core:8",
                   "stoppedAt": "2026-01-02T10:04:00Z", "stoppedReason": "Essential container in task exited",
                   "containers": [
                     {"name": "app", "exitCode": 137, "reason": "OutOfMemoryError: Container killed due to memory usage",
                      "healthStatus": "UNHEALTHY"},
                     {"name": "proxy", "healthStatus": "UNKNOWN"}]}]}""");
        answer("get-log-events", """
                {"events": [{"message": "Starting CoreApplication"}, {"message": "No space for another shared memory"}]}""");
    }

    private static void answer(String command, String json) throws IOException {
        Files.writeString(folder.resolve(command + ".json"), json);
    }

    private String explain() {
        return new EcsDiagnosis(new AwsCommand(script.toString(), Map.of("AWS_PROFILE", "prod"))).explain(FAILED);
    }

    @Test
    void reports_the_events_the_stop_reason_of_the_new_task_and_its_last_log_lines() {
        assertThat(explain()).isEqualTo("""
                Why:
                ECS: (service core-1a2b3c4) rolling back to deployment ecs-svc/7.
                ECS: (service core-1a2b3c4) (deployment ecs-svc/8) deployment failed: tasks failed to start.
                Task: Essential container in task exited
                Task: container app: exit code 137, unhealthy, OutOfMemoryError: Container killed due to memory usage
                Log: Starting CoreApplication
                Log: No space for another shared memory""");
    }

    @Test
    void calls_the_service_s_region_with_the_stack_s_profile() throws IOException {
        explain();

        assertThat(Files.readAllLines(folder.resolve("asked")))
                .contains(
                        "prod: ecs describe-services --cluster arn:aws:ecs:eu-central-1:111122223333:cluster/platform"
                                + " --services core-1a2b3c4 --region eu-central-1 --output json",
                        "prod: logs get-log-events --log-group-name core-5d6e7f8 --log-stream-name ecs/app/0af1 --limit 10"
                                + " --region eu-central-1 --output json");
    }

    @Test
    void omits_a_task_that_ecs_no_longer_lists_and_a_log_without_lines() throws IOException {
        answer("list-tasks", "{\"taskArns\": []}");
        assertThat(explain()).doesNotContain("Task:", "Log:").contains("deployment failed");

        answer("describe-services", "{\"services\": []}");
        assertThat(explain()).isEqualTo("ECS reports no reason.");

        write_the_script();
        Files.delete(folder.resolve("get-log-events.json"));
        assertThat(explain()).contains("Task:").doesNotContain("Log:");
    }

    @Test
    void fails_with_the_error_output_of_the_command() throws IOException {
        Files.delete(folder.resolve("describe-services.json"));

        assertThatThrownBy(this::explain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("describe-services.json");
        assertThatThrownBy(() -> new EcsDiagnosis(new AwsCommand("no-such-aws", Map.of())).explain(FAILED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such-aws");
    }

    @Test
    void passes_on_the_profile_of_the_provider_s_credentials() {
        assertThat(StackConfig.awsEnvironment("{\"aws:profile\": \"prod\"}")).containsEntry("AWS_PROFILE", "prod");
        assertThat(StackConfig.awsEnvironment("{}")).isEmpty();
        assertThat(StackConfig.awsEnvironment(null)).isEmpty();
    }
}
