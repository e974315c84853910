package dev.ashlar.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code ./pulumiw} on a copy of the stack files with its own backend and the jars of this build. It never starts
 * Maven.
 */
final class Pulumiw {

    /** The exit code of a run, and its output on both streams. */
    record Result(int exitCode, String output) {}

    // The first run builds the Pulumi CLI, which takes minutes where nothing is cached.
    private static final long TIMEOUT_MINUTES = 20;

    private final Path project;

    /** Copies the stack files into an empty folder. */
    Pulumiw(Path folder) throws IOException {
        this.project = folder;
        try (var files = Files.newDirectoryStream(StackFiles.PROJECT, "Pulumi*.yaml")) {
            for (var file : files) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** Returns a stack file of the copy. */
    Path stackFile(String stack) {
        return project.resolve("Pulumi.%s.yaml".formatted(stack));
    }

    /** Runs a command to completion. */
    Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs a command to completion, with additional environment variables; an empty value removes one. */
    Result run(Map<String, String> environment, String... arguments) {
        try {
            var log = Files.createTempFile(project, "run", ".log");
            var process = start(log, environment, arguments);
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("pulumiw did not end: " + Files.readString(log));
            }
            return new Result(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command and writes its output to the log. */
    Process start(Path log, Map<String, String> environment, String... arguments) throws IOException {
        var command =
                new ArrayList<>(List.of(StackFiles.PROJECT.resolve("pulumiw").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        var all = new HashMap<>(Map.of(
                "ASHLAR_PROJECT_DIR", project.toString(),
                "ASHLAR_PREBUILT", "yes",
                "PULUMI_BACKEND_URL", "",
                "PULUMI_STACK", "",
                "NO_COLOR", "1"));
        all.putAll(environment);
        all.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder.start();
    }
}
