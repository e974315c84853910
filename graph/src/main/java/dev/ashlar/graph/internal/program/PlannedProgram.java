package dev.ashlar.graph.internal.program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Instrumentation;
import com.pulumi.resources.StackOptions;
import java.util.function.Consumer;

/** A stack program that is planned in memory first, and then runs against the engine if it has no faults. */
public final class PlannedProgram {

    private static final String SWITCH = "ASHLAR_PLAN";

    private PlannedProgram() {}

    /**
     * Runs the program under the Pulumi engine that started this process.
     *
     * @return the exit code; 0 if everything was registered
     */
    public static int run(StackOptions options, Consumer<Context> program) {
        DeploymentState state;
        ProgramDeployment deployment;
        try {
            state = DeploymentState.fromEnvironment();
            deployment = prepare(state, DebugOutput.isRead());
        } catch (LinkageError anotherSdk) {
            return plainly(options, program, anotherSdk);
        }
        try {
            return run(state, deployment, options, program);
        } finally {
            Instrumentation.shutdown();
        }
    }

    static ProgramDeployment prepare(DeploymentState state, boolean debugOutput) {
        if (!debugOutput) {
            state.logger = new QuietLogger(state.logger);
        }
        state.runner = new TaskRunner(state.runner);
        return new ProgramDeployment(state);
    }

    private static int plainly(StackOptions options, Consumer<Context> program, LinkageError why) {
        return Pulumi.withOptions(options)
                .runAsync(context -> {
                    context.log().debug("the program was not planned: " + why);
                    program.accept(context);
                })
                .join();
    }

    static int run(
            DeploymentState state, ProgramDeployment deployment, StackOptions options, Consumer<Context> program) {
        var transformations = options.resourceTransformations();
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment.internal()));
        if (!"off".equals(System.getenv(SWITCH))) {
            var planned = UnexpectedEnd.guard(() -> deployment.plan(transformations, program));
            planned.unplannable().ifPresent(why -> state.logger.debugAsync("the program was not planned: " + why));
            var rejection = planned.rejection();
            if (rejection.isPresent()) {
                planned.releaseLog();
                return fail(state, rejection.get());
            }
        }
        return state.runner
                .runAsync(deployment.body(transformations, program))
                .join()
                .exitCode();
    }

    // The SDK's runner determines the log message and the exit code of an exception.
    private static int fail(DeploymentState state, Throwable rejection) {
        return state.runner
                .runAsync(() -> {
                    throw TaskRunner.wrapped(rejection);
                })
                .join()
                .exitCode();
    }
}
