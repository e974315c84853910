package dev.ashlar.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Calls AWS with the AWS CLI. Only failed deployments need it, so the AWS SDK would slow down every preview for a rare
 * case. The CLI also finds credentials in the same places as the provider.
 */
final class AwsCommand {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_SECONDS = 30;

    private final String executable;
    private final Map<String, String> environment;

    AwsCommand(String executable, Map<String, String> environment) {
        this.executable = executable;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs a command such as {@code ecs describe-services} and returns its JSON output.
     *
     * @throws IllegalStateException if the command fails or times out, with its error output
     */
    JsonNode ask(String region, String... words) {
        var command = new ArrayList<>(List.of(executable));
        command.addAll(List.of(words));
        command.addAll(List.of("--region", region, "--output", "json"));
        try {
            var answer = Files.createTempFile("aws", ".json");
            var errors = Files.createTempFile("aws", ".log");
            try {
                return run(command, answer, errors);
            } finally {
                Files.delete(answer);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private JsonNode run(List<String> command, Path answer, Path errors) throws IOException {
        var builder =
                new ProcessBuilder(command).redirectOutput(answer.toFile()).redirectError(errors.toFile());
        builder.environment().put("AWS_PAGER", "");
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "%s did not answer within %d seconds".formatted(executable, TIMEOUT_SECONDS));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(errors).trim());
        }
        return JSON.readTree(answer.toFile());
    }
}
