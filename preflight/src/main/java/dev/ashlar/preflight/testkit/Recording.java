package dev.ashlar.preflight.testkit;

import com.google.protobuf.Struct;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.TestOptions;
import com.pulumi.test.internal.PulumiTestInternal;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.graph.internal.program.ProgramDeployment;
import dev.ashlar.preflight.sandbox.SandboxProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The resources that a program registers, recorded in a unit test. The sandbox runs in the same process, so a property
 * that does not exist or a value that AWS would reject fails the test as it would fail a deployment.
 *
 * <pre>{@code
 * var graph = Recording.of(context -> new Vpc("main", args)).graph();
 * assertThat(graph.names("aws:ec2/subnet:Subnet")).contains("main-private-a");
 * }</pre>
 */
public final class Recording {

    // Ids depend on names only and the time is fixed, so that two recordings can be compared.
    private static final RandomGenerator SAME_EVERY_TIME = () -> 1;
    private static final Clock FIXED_CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final RecordingMonitor monitor;
    private final int exitCode;
    private final List<String> errors;
    private final List<Exception> exceptions;
    private final Map<String, Output<?>> exports;

    private Recording(
            RecordingMonitor monitor,
            int exitCode,
            Collection<String> errors,
            List<Exception> exceptions,
            Map<String, Output<?>> exports) {
        this.monitor = monitor;
        this.exitCode = exitCode;
        this.errors = List.copyOf(errors);
        this.exceptions = exceptions;
        this.exports = exports;
    }

    /**
     * Runs a program to completion, as {@code pulumi up} does with {@code Pulumi.run}.
     *
     * @throws AssertionError if the program fails
     */
    public static Recording of(Consumer<Context> program) {
        return run(program, Mode.RUN, Map.of(), Map.of()).succeeded();
    }

    /**
     * Runs a program as {@code pulumi preview} does: values that AWS decides are unknown.
     *
     * @throws AssertionError if the program fails
     */
    public static Recording preview(Consumer<Context> program) {
        return run(program, Mode.PREVIEW, Map.of(), Map.of()).succeeded();
    }

    /**
     * Runs a program that refers to other stacks: a {@link com.pulumi.resources.StackReference} reads the exports of
     * their recordings.
     *
     * @param otherStacks the recordings of other stacks by name, such as {@code organization/data/prod}
     * @throws AssertionError if the program fails
     */
    public static Recording of(Consumer<Context> program, Map<String, Recording> otherStacks) {
        return run(program, Mode.RUN, otherStacks, Map.of()).succeeded();
    }

    /**
     * Runs a program to completion as {@code Ashlar.run} does: it is planned in memory first.
     *
     * @throws AssertionError if the program fails
     */
    public static Recording planned(Consumer<Context> program) {
        return run(program, Mode.PLANNED_RUN, Map.of(), Map.of()).succeeded();
    }

    /**
     * Runs a program that must fail, as {@code Ashlar.run} does: it is planned in memory first, and the faults of all
     * its components are one failure. The graph contains the resources that it registered before the failure; none if
     * components have faults.
     *
     * @throws AssertionError if it does not fail
     */
    public static Recording failing(Consumer<Context> program) {
        return run(program, Mode.PLANNED_RUN, Map.of(), Map.of()).failed();
    }

    /**
     * Runs a program that must fail, as {@code Pulumi.run} does, which ends with the first component that has faults.
     *
     * @throws AssertionError if it does not fail
     */
    public static Recording failingUnplanned(Consumer<Context> program) {
        return run(program, Mode.RUN, Map.of(), Map.of()).failed();
    }

    /**
     * Runs a program as the next preview of this recording's stack: components read the outputs that they registered
     * here.
     *
     * @throws AssertionError if the program fails
     */
    public Recording next(Consumer<Context> program) {
        return run(program, Mode.PREVIEW, Map.of(), monitor.recorder().registeredOutputs())
                .succeeded();
    }

    /**
     * Runs a program that must fail, as the next preview of this recording's stack.
     *
     * @throws AssertionError if it does not fail
     */
    public Recording nextFailing(Consumer<Context> program) {
        return run(program, Mode.PLANNED_PREVIEW, Map.of(), monitor.recorder().registeredOutputs())
                .failed();
    }

    /** Whether a run previews, and whether the program is planned first. */
    private enum Mode {
        RUN,
        PREVIEW,
        PLANNED_RUN,
        PLANNED_PREVIEW;

        boolean isPreview() {
            return this == PREVIEW || this == PLANNED_PREVIEW;
        }

        boolean isPlanned() {
            return this == PLANNED_RUN || this == PLANNED_PREVIEW;
        }
    }

    private static Recording run(
            Consumer<Context> program, Mode mode, Map<String, Recording> otherStacks, Map<String, Struct> lastOutputs) {
        var exported = otherStacks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        stack -> stack.getValue().monitor.recorder().stackOutputs()));
        var monitor = new RecordingMonitor(
                new SandboxProvider(SAME_EVERY_TIME, FIXED_CLOCK), mode.isPreview(), exported, lastOutputs);
        var deployment = new AtomicReference<ProgramDeployment>();
        try {
            var test = PulumiTestInternal.builder()
                    .options(TestOptions.builder().preview(mode.isPreview()).build())
                    .config(Map.of())
                    .monitorDecorator(mocked -> monitor)
                    .deploymentFactory(state -> {
                        var created = new ProgramDeployment(state);
                        deployment.set(created);
                        return created.internal();
                    })
                    .build();
            var rejection = mode.isPlanned()
                    ? Objects.requireNonNull(deployment.get())
                            .plan(List.of(), program)
                            .rejection()
                    : Optional.<Throwable>empty();
            return rejection.isPresent() ? rejected(test, monitor, rejection.get()) : ran(test, monitor, program);
        } finally {
            PulumiTestInternal.cleanup();
        }
    }

    private static Recording ran(PulumiTestInternal test, RecordingMonitor monitor, Consumer<Context> program) {
        var result = test.runTest(program);
        return new Recording(monitor, result.exitCode(), result.errors(), result.exceptions(), result.outputs());
    }

    private static Recording rejected(PulumiTestInternal test, RecordingMonitor monitor, Throwable rejection) {
        var result = test.runner()
                .runAsync(() -> {
                    throw new CompletionException(rejection);
                })
                .join();
        return new Recording(monitor, result.exitCode(), test.engine().getErrors(), result.exceptions(), Map.of());
    }

    private Recording succeeded() {
        if (exitCode != 0) {
            var error = new AssertionError("the program failed: " + errors);
            exceptions.forEach(error::addSuppressed);
            throw error;
        }
        return this;
    }

    private Recording failed() {
        if (exitCode == 0) {
            throw new AssertionError("the program was expected to fail, but it did not");
        }
        return this;
    }

    /** Returns the resources that the program registered. */
    public ResourceGraph graph() {
        return monitor.recorder().graph();
    }

    /** Returns the resolved outputs of the stack; an output that is unknown in a preview is null. */
    public Map<String, Object> outputs() {
        var outputs = new TreeMap<String, Object>();
        exports.forEach((name, output) ->
                outputs.put(name, PulumiTestInternal.extractOutputData(output).getValueNullable()));
        return outputs;
    }

    /** Returns the errors that a failing program logged, including stack traces. */
    public String failure() {
        return String.join("\n", errors);
    }
}
