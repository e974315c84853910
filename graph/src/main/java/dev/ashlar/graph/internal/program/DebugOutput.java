package dev.ashlar.graph.internal.program;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the SDK's debug messages are shown. */
final class DebugOutput {

    private static final String EXCESSIVE = "PULUMI_EXCESSIVE_DEBUG_OUTPUT";
    private static final Set<String> FLAGS = Set.of("--debug", "-d", "--debug=true");

    private DebugOutput() {}

    /**
     * Returns whether the environment requests verbose output of the SDK, or the Pulumi CLI runs with {@code --debug}.
     * The CLI does not pass its flag on, but it is an ancestor of this process: it starts the language host, which
     * starts this process.
     */
    static boolean isRead() {
        return "true".equalsIgnoreCase(System.getenv(EXCESSIVE)) || ancestors().anyMatch(DebugOutput::hasTheFlag);
    }

    private static Stream<ProcessHandle> ancestors() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .map(Optional::orElseThrow)
                .limit(6);
    }

    private static boolean hasTheFlag(ProcessHandle process) {
        var info = process.info();
        return info.command().filter(command -> command.endsWith("pulumi")).isPresent()
                && info.arguments().stream().flatMap(Arrays::stream).anyMatch(FLAGS::contains);
    }
}
