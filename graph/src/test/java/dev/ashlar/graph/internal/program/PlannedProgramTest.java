package dev.ashlar.graph.internal.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.inputs.GetCallerIdentityPlainArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.resources.StackOptions;
import com.pulumi.resources.StackReference;
import dev.ashlar.graph.Rejection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlannedProgramTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";
    private static final String IDENTITY = "aws:index/getCallerIdentity:getCallerIdentity";

    private final FakeEngine engine = new FakeEngine();

    /** Adds a fault, as a component does. */
    private static void fault(String sentence) {
        Plan.current().orElseThrow().add(List.of(sentence));
    }

    private static boolean isPlanning() {
        return Plan.current().isPresent();
    }

    private static Output<String> late(String value) {
        var later = CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);
        return Output.of(CompletableFuture.supplyAsync(() -> value, later));
    }

    /** An exception with two faults, as a component throws one. */
    private static final class TwoFaults extends RunException implements Rejection {

        private static final long serialVersionUID = 1L;

        TwoFaults() {
            super("2 faults: …");
        }

        @Override
        public List<String> faults() {
            return List.of("Vpc is wrong.", "Queue is wrong.");
        }
    }

    @Test
    void runs_in_memory_first_and_registers_in_the_second_run() {
        var runs = new ArrayList<String>();

        var run = engine.planned(context -> {
            runs.add(isPlanning() + " " + Deployment.getInstance().isDryRun());
            new Queue("jobs-" + runs.size());
        });

        assertThat(run.exitCode()).isZero();
        assertThat(runs).containsExactly("true true", "false false");
        assertThat(run.names(QUEUE)).containsExactly("jobs-2");
    }

    @Test
    void a_planned_resource_has_its_own_inputs_only() {
        var seen = Collections.synchronizedList(new ArrayList<String>());

        engine.planned(context -> {
            var queue = new Queue("jobs", QueueArgs.builder().name("fixed").build());
            queue.name().applyValue(name -> seen.add(isPlanning() + " " + name));
            queue.id().applyValue(id -> seen.add(isPlanning() + " " + id));
        });

        assertThat(seen).containsExactlyInAnyOrder("true fixed", "false fixed", "false jobs-id");
    }

    @Nested
    class WithFaults {

        @Test
        void reports_all_faults_as_one_error_and_registers_nothing() {
            var run = engine.planned(context -> {
                new Queue("jobs");
                fault("Vpc is wrong.");
                fault("Queue is wrong.");
                fault("Vpc is wrong.");
            });

            assertThat(run.exitCode()).isEqualTo(32);
            assertThat(run.messages()).containsExactly("2 faults:\n  1. Vpc is wrong.\n  2. Queue is wrong.");
            assertThat(run.graph().all()).isEmpty();
        }

        @Test
        void waits_for_faults_that_are_found_late() {
            var run = engine.planned(context -> {
                late("jobs").applyValue(name -> {
                    fault(name + " is taken.");
                    return name;
                });
                fault("Vpc is wrong.");
            });

            assertThat(run.messages()).containsExactly("2 faults:\n  1. Vpc is wrong.\n  2. jobs is taken.");
        }

        @Test
        void adds_the_faults_of_an_exception_that_ends_the_program() {
            var run = engine.planned(context -> {
                fault("Queue is wrong.");
                throw new TwoFaults();
            });

            assertThat(run.messages()).containsExactly("2 faults:\n  1. Queue is wrong.\n  2. Vpc is wrong.");
        }

        @Test
        void adds_the_message_of_an_exception_for_the_user() {
            var run = engine.planned(context -> {
                fault("Queue is wrong.");
                throw new RunException("The account is another.");
            });

            assertThat(run.messages()).containsExactly("2 faults:\n  1. Queue is wrong.\n  2. The account is another.");
        }

        @Test
        void omits_an_exception_that_follows_from_faults() {
            var run = engine.planned(context -> {
                fault("Queue is wrong.");
                throw new IllegalStateException("no queue");
            });

            assertThat(run.messages()).containsExactly("Queue is wrong.");
        }
    }

    @Nested
    class WithAnException {

        private void endsAsTheSdkWould(Consumer<Context> program) {
            var sdk = new FakeEngine().plain(program);

            var run = engine.planned(program);

            assertThat(run.exitCode()).isEqualTo(sdk.exitCode()).isNotZero();
            assertThat(run.messages()).hasSameSizeAs(sdk.messages());
            assertThat(run.messages().get(0).lines().findFirst())
                    .isEqualTo(sdk.messages().get(0).lines().findFirst());
            assertThat(run.graph().all()).isEmpty();
        }

        @Test
        void fails_before_anything_is_registered() {
            endsAsTheSdkWould(context -> {
                new Queue("jobs");
                throw new RunException("zones are missing");
            });
        }

        @Test
        void shows_the_stack_trace_of_a_bug() {
            endsAsTheSdkWould(context -> {
                throw new IllegalStateException("not yet");
            });
        }

        @Test
        void fails_when_an_output_is_rejected() {
            endsAsTheSdkWould(context -> late("jobs").applyValue(name -> {
                throw new RunException(name + " is taken");
            }));
        }

        @Test
        void reports_several_faults_as_a_list() {
            var run = engine.planned(context -> {
                throw new TwoFaults();
            });

            assertThat(run.messages()).containsExactly("2 faults:\n  1. Vpc is wrong.\n  2. Queue is wrong.");
        }

        @Test
        void runs_against_the_engine_when_the_sdk_is_incompatible() {
            var run = engine.planned(context -> {
                if (isPlanning()) {
                    throw new NoSuchMethodError("anotherSdk");
                }
                new Queue("jobs");
            });

            assertThat(run.exitCode()).isZero();
            assertThat(run.names(QUEUE)).containsExactly("jobs");
        }
    }

    @Test
    void a_program_that_returns_early_registers_its_resources() {
        var run = engine.planned(context -> {
            new Queue("jobs");
            if (context.stackName().equals("stack")) {
                return;
            }
            new Queue("more");
        });

        assertThat(run.exitCode()).isZero();
        assertThat(run.names(QUEUE)).containsExactly("jobs");
    }

    @Test
    void logs_each_message_once() {
        var run = engine.planned(context -> {
            context.log().info("hello");
            context.log().warn("careful");
        });

        assertThat(run.messages()).containsExactly("hello", "careful");
    }

    @Test
    void shows_the_log_before_the_failure() {
        var run = engine.planned(context -> {
            context.log().warn("careful");
            throw new RunException("zones are missing");
        });

        assertThat(run.messages()).containsExactly("careful", "zones are missing");
    }

    @Test
    void a_logged_error_fails_the_run_but_does_not_stop_it() {
        var run = engine.planned(context -> {
            context.log().error("bad");
            new Queue("jobs");
        });

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.messages()).containsExactly("bad");
        assertThat(run.names(QUEUE)).containsExactly("jobs");
    }

    @Test
    void a_graph_check_stops_the_program() {
        var run = engine.planned(context -> new Queue("forbidden"));

        assertThat(run.exitCode()).isEqualTo(32);
        assertThat(run.messages()).containsExactly("Queue \"forbidden\" must not be.");
        assertThat(run.graph().all()).isEmpty();
    }

    @Test
    void transformations_of_the_stack_apply_in_both_runs() {
        var runs = Collections.synchronizedList(new ArrayList<Boolean>());
        ResourceTransformation note = args -> {
            if (args.resource() instanceof Queue) {
                runs.add(isPlanning());
            }
            return Optional.empty();
        };

        engine.planned(StackOptions.builder().resourceTransformations(note).build(), context -> new Queue("jobs"));

        assertThat(runs).containsExactly(true, false);
    }

    @Test
    void programs_on_several_threads_have_separate_plans() {
        var runs = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> new FakeEngine()
                        .planned(context -> late("jobs-" + i).applyValue(name -> {
                            if (isPlanning()) {
                                fault(name);
                            }
                            return name;
                        })))
                .toList();

        for (int i = 0; i < 8; i++) {
            assertThat(runs.get(i).messages()).containsExactly("jobs-" + i);
        }
    }

    /** Keeps an output of the first run for the second, as a static field does. */
    @Test
    void an_output_of_the_first_run_can_be_used_in_the_second() {
        var kept = new ArrayList<Output<String>>();

        var run = engine.planned(context -> {
            if (kept.isEmpty()) {
                kept.add(Output.of("orders"));
            }
            kept.get(0).applyValue(name -> new Queue("of-" + name));
            new Queue("jobs", QueueArgs.builder().name(kept.get(0)).build());
        });

        assertThat(run.exitCode()).isZero();
        assertThat(run.names(QUEUE)).containsExactly("jobs", "of-orders");
    }

    @Nested
    class Functions {

        private static Output<String> account(InvokeOptions options) {
            return AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.Empty, options)
                    .applyValue(identity -> identity.accountId());
        }

        private FakeEngine answering() {
            return engine.answer(IDENTITY, Map.of("accountId", "123456789012", "arn", "a", "id", "i", "userId", "u"));
        }

        @Test
        void the_engine_answers_functions_in_both_runs() {
            var seen = Collections.synchronizedList(new ArrayList<String>());

            answering().planned(context -> account(InvokeOptions.Empty).applyValue(seen::add));

            assertThat(seen).containsExactly("123456789012", "123456789012");
        }

        @Test
        void functions_of_a_provider_that_the_program_creates_are_called_only_when_it_exists() {
            var seen = Collections.synchronizedList(new ArrayList<Boolean>());

            var run = answering().planned(context -> {
                var provider = new Provider("other");
                account(InvokeOptions.builder().provider(provider).build())
                        .applyValue(account -> seen.add(isPlanning()));
            });

            assertThat(run.exitCode()).isZero();
            assertThat(seen).containsExactly(false);
            assertThat(engine.functions).containsExactly(IDENTITY);
        }

        @Test
        void the_engine_decides_when_a_program_waits_for_a_function_without_an_answer_yet() {
            var run = answering().planned(context -> {
                var provider = new Provider("other");
                var account = AwsFunctions.getCallerIdentityPlain(
                                GetCallerIdentityPlainArgs.Empty,
                                InvokeOptions.builder().provider(provider).build())
                        .join()
                        .accountId();
                new Queue("of-" + account);
            });

            assertThat(run.exitCode()).as(run.messages().toString()).isZero();
            assertThat(run.names(QUEUE)).containsExactly("of-123456789012");
        }

        @Test
        void the_engine_decides_when_a_function_fails_in_an_update() {
            var run = engine.planned(context -> {
                if (!isPlanning()) {
                    answering();
                }
                account(InvokeOptions.Empty).applyValue(account -> new Queue("of-" + account));
            });

            assertThat(run.exitCode()).isZero();
            assertThat(run.names(QUEUE)).containsExactly("of-123456789012");
        }

        @Test
        void a_function_that_fails_in_a_preview_fails_it() {
            var run = engine.preview().planned(context -> account(InvokeOptions.Empty));

            assertThat(run.exitCode()).isEqualTo(32);
            assertThat(run.messages()).hasSize(1).first().asString().contains("there is no answer for " + IDENTITY);
            assertThat(run.graph().all()).isEmpty();
        }
    }

    @Nested
    class Reads {

        @Test
        void reads_of_another_stack_return_its_outputs_without_a_resource() {
            var other = Map.of("name", "org/data/prod");
            engine.answer("pulumi:pulumi:readStackOutputs", other).answer("org/data/prod", other);
            var seen = Collections.synchronizedList(new ArrayList<String>());

            var run = engine.planned(context -> {
                var reference = new StackReference("org/data/prod");
                reference.name().applyValue(name -> seen.add(isPlanning() + " " + name));
            });

            assertThat(run.exitCode()).isZero();
            assertThat(seen).containsExactly("true org/data/prod", "false org/data/prod");
            assertThat(engine.reads).containsExactly("org/data/prod");
        }

        @Test
        void reads_of_a_stack_that_the_engine_cannot_read_are_unknown_at_first() {
            var run = engine.planned(
                    context -> new StackReference("org/data/prod").outputs().applyValue(outputs -> new Queue("jobs")));

            assertThat(engine.functions).containsExactly("pulumi:pulumi:readStackOutputs");
            assertThat(engine.reads).containsExactly("org/data/prod");
            assertThat(run.messages()).allSatisfy(message -> assertThat(message).doesNotContain("readStackOutputs"));
        }

        @Test
        void reads_of_a_resource_return_the_inputs_of_the_request_only() {
            var seen = Collections.synchronizedList(new ArrayList<String>());

            engine.planned(context -> {
                var queue = Queue.get("jobs", Output.of("the-url"), null, CustomResourceOptions.Empty);
                queue.id().applyValue(id -> seen.add(isPlanning() + " " + id));
                queue.arn().applyValue(arn -> seen.add(isPlanning() + " has an ARN"));
            });

            assertThat(seen).contains("true the-url").doesNotContain("true has an ARN");
            assertThat(engine.reads).containsExactly("the-url");
        }
    }

    /** A component that another process creates. */
    private static final class Remote extends ComponentResource {
        Remote(String name) {
            super("test:index:Remote", name, null, ComponentResourceOptions.Empty, true);
        }
    }

    @Test
    void a_remote_component_is_registered_in_the_second_run() {
        var run = engine.planned(context -> new Remote("other"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.names("test:index:Remote")).containsExactly("other");
    }

    @Test
    void a_process_that_ends_while_its_program_is_planned_ends_with_a_failure() throws Exception {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingProgram.class.getName())
                .redirectErrorStream(true)
                .start();

        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("The program ended its process while it was being planned; nothing was registered.");
    }

    /** Ends the process, as a success, while it is planned. */
    static final class EndingProgram {

        private EndingProgram() {}

        public static void main(String[] args) {
            new FakeEngine().planned(context -> System.exit(0));
        }
    }
}
