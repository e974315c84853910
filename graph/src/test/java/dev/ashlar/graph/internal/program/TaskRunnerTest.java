package dev.ashlar.graph.internal.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import com.pulumi.exceptions.ResourceException;
import com.pulumi.exceptions.RunException;
import dev.ashlar.graph.internal.program.FakeEngine.Run;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SDK's runner and this one treat the same behaviour of a program in the same way. */
class TaskRunnerTest {

    private static final Map<String, Consumer<Context>> BEHAVIOURS = Map.ofEntries(
            Map.entry("registers a resource", context -> new Queue("jobs")),
            Map.entry("does nothing", context -> {}),
            Map.entry("exports an output that is known later", context -> context.export("name", late("jobs"))),
            Map.entry("registers a resource once an output is known", context -> late("jobs")
                    .applyValue(Queue::new)),
            Map.entry(
                    "registers a resource once another has been created",
                    context -> new Queue("jobs").id().applyValue(id -> new Queue("after-" + id))),
            Map.entry("rejects its input", context -> {
                throw new RunException("zones are missing");
            }),
            Map.entry("rejects its input after a registration", context -> {
                new Queue("jobs");
                throw new RunException("zones are missing");
            }),
            Map.entry("wraps its exception", context -> {
                throw new CompletionException(new RunException("zones are missing"));
            }),
            Map.entry("rejects a resource", context -> {
                throw new ResourceException("this queue is wrong", new Queue("jobs"), true);
            }),
            Map.entry("fails because of a resource", context -> {
                throw new ResourceException("this queue is wrong", new Queue("jobs"));
            }),
            Map.entry("fails", context -> {
                throw new IllegalStateException("not yet");
            }),
            Map.entry("fails with an error", context -> {
                throw new AssertionError("impossible");
            }),
            Map.entry("rejects an output", context -> late("jobs").applyValue(name -> {
                throw new RunException(name + " is taken");
            })),
            Map.entry("fails in an output", context -> late("jobs").applyValue(name -> {
                throw new IllegalStateException(name + " is taken");
            })),
            Map.entry(
                    "has a failed future",
                    context -> Output.of(CompletableFuture.failedFuture(new RunException("no answer")))),
            Map.entry("logs an error", context -> context.log().error("bad")),
            Map.entry("logs a warning", context -> {
                context.log().warn("careful");
                context.log().info("done");
                context.log().debug("details");
            }),
            Map.entry("logs an error and throws", context -> {
                context.log().error("bad");
                throw new RunException("worse");
            }),
            Map.entry("logs later", context -> late("jobs").applyValue(name -> {
                context.log().info(name);
                return name;
            })));

    static List<String> behaviours() {
        return BEHAVIOURS.keySet().stream().sorted().toList();
    }

    private static Output<String> late(String value) {
        var later = CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);
        return Output.of(CompletableFuture.supplyAsync(() -> value, later));
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void ends_as_the_runner_of_the_sdk_does(String behaviour) {
        var program = BEHAVIOURS.get(behaviour);

        var sdk = new FakeEngine().plain(program);
        var ours = new FakeEngine().unplanned(program);

        assertThat(ours.exitCode()).isEqualTo(sdk.exitCode());
        assertThat(messages(ours)).isEqualTo(messages(sdk));
        // A program that fails ends while its registrations may be under way, with either runner.
        if (sdk.exitCode() == 0) {
            assertThat(ours.names("aws:sqs/queue:Queue")).isEqualTo(sdk.names("aws:sqs/queue:Queue"));
        }
    }

    // Stack traces differ in the frames of the runner, and the quiet logger drops debug messages.
    private static List<String> messages(Run run) {
        return run.messages().stream()
                .filter(message -> !message.equals("details"))
                .map(message -> message.lines()
                        .filter(line -> !line.startsWith("\t"))
                        .limit(2)
                        .toList()
                        .toString()
                        .replaceAll("PID: .*\\(.*\\) failed", "failed"))
                .toList();
    }
}
