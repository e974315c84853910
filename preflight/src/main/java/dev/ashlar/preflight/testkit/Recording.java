package dev.ashlar.preflight.testkit;

import com.google.protobuf.Struct;
import com.pulumi.Context;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.PulumiTestInternal;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.preflight.sandbox.SandboxProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What a program asks the engine for, recorded in a unit test. The sandbox answers in the same process, so a property that
 * does not exist or a value that AWS would refuse fails the test as it would fail a deployment.
 *
 * <pre>{@code
 * var graph = Recording.of(context -> new Vpc("main", args)).graph();
 * assertThat(graph.names("aws:ec2/subnet:Subnet")).contains("main-private-a");
 * }</pre>
 */
public final class Recording {

    // Ids follow from names alone, and time stands still, so that two recordings can be compared.
    private static final RandomGenerator SAME_EVERY_TIME = () -> 1;
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final ResourceGraph graph;
    private final TestResult result;
    private final RecordingMonitor monitor;

    private Recording(ResourceGraph graph, TestResult result, RecordingMonitor monitor) {
        this.graph = graph;
        this.result = result;
        this.monitor = monitor;
    }

    /**
     * Runs a program to its end, as {@code pulumi up} would.
     *
     * @throws AssertionError when the program fails
     */
    public static Recording of(Consumer<Context> program) {
        return run(program, false, Map.of(), Map.of()).succeeded();
    }

    /**
     * Runs a program as {@code pulumi preview} would: what AWS decides is not known.
     *
     * @throws AssertionError when the program fails
     */
    public static Recording preview(Consumer<Context> program) {
        return run(program, true, Map.of(), Map.of()).succeeded();
    }

    /**
     * Runs a program that refers to other stacks: a {@link com.pulumi.resources.StackReference} finds what their
     * recordings exported.
     *
     * @param otherStacks by name, such as {@code organization/data/prod}
     * @throws AssertionError when the program fails
     */
    public static Recording of(Consumer<Context> program, Map<String, Recording> otherStacks) {
        return run(program, false, otherStacks, Map.of()).succeeded();
    }

    /**
     * Runs a program that has to fail; what it registered before is in the graph.
     *
     * @throws AssertionError when it does not fail
     */
    public static Recording failing(Consumer<Context> program) {
        return run(program, false, Map.of(), Map.of()).failed();
    }

    /**
     * Runs a program as the next preview of this recording's stack: components find what they registered here.
     *
     * @throws AssertionError when the program fails
     */
    public Recording next(Consumer<Context> program) {
        return run(program, true, Map.of(), monitor.recorder().registeredOutputs())
                .succeeded();
    }

    /**
     * Runs a program that has to fail as the next preview of this recording's stack.
     *
     * @throws AssertionError when it does not fail
     */
    public Recording nextFailing(Consumer<Context> program) {
        return run(program, true, Map.of(), monitor.recorder().registeredOutputs())
                .failed();
    }

    private static Recording run(
            Consumer<Context> program,
            boolean preview,
            Map<String, Recording> otherStacks,
            Map<String, Struct> lastOutputs) {
        var exported = otherStacks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        stack -> stack.getValue().monitor.recorder().stackOutputs()));
        var monitor =
                new RecordingMonitor(new SandboxProvider(SAME_EVERY_TIME, STANDING), preview, exported, lastOutputs);
        try {
            var result = PulumiTestInternal.builder()
                    .options(TestOptions.builder().preview(preview).build())
                    .config(Map.of())
                    .monitorDecorator(mocked -> monitor)
                    .build()
                    .runTest(program);
            return new Recording(monitor.recorder().graph(), result, monitor);
        } finally {
            PulumiTestInternal.cleanup();
        }
    }

    private Recording succeeded() {
        if (result.exitCode() != 0) {
            var error = new AssertionError("the program failed: " + result.errors());
            result.exceptions().forEach(error::addSuppressed);
            throw error;
        }
        return this;
    }

    private Recording failed() {
        if (result.exitCode() == 0) {
            throw new AssertionError("the program was expected to fail, and did not");
        }
        return this;
    }

    /** The resources that the program registered. */
    public ResourceGraph graph() {
        return graph;
    }

    /** The outputs of the stack, resolved; an output that is unknown at preview is null. */
    public Map<String, Object> outputs() {
        var outputs = new TreeMap<String, Object>();
        result.outputs()
                .forEach((name, output) -> outputs.put(
                        name, PulumiTestInternal.extractOutputData(output).getValueNullable()));
        return outputs;
    }

    /** What a failing program tells its user: the errors that it logged, stack traces included. */
    public String failure() {
        return String.join("\n", result.errors());
    }
}
