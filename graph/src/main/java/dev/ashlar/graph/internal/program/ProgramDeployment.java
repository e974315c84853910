package dev.ashlar.graph.internal.program;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.resources.internal.Stack;
import dev.ashlar.graph.internal.Recorder;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The deployment of a program in both of its runs. The SDK ties every output to the deployment in which it was created,
 * including one in a static field. If each run had its own deployment, that output would move the second run back to
 * the first.
 */
public final class ProgramDeployment implements InvocationHandler {

    private final DeploymentState state;
    private final DeploymentImpl engine;
    private final DeploymentInternal internal;
    private volatile DeploymentInternal running;
    private volatile @Nullable Plan plan;

    /** Creates a deployment that uses the engine of a state until {@link #plan} is called. */
    public ProgramDeployment(DeploymentState state) {
        // Loads the class now: its static output must not belong to any deployment.
        Objects.requireNonNull(OutputInternal.TupleZeroOut);
        this.state = state;
        this.engine = new DeploymentImpl(state);
        this.running = engine;
        this.internal = (DeploymentInternal) Proxy.newProxyInstance(
                DeploymentInternal.class.getClassLoader(), new Class<?>[] {DeploymentInternal.class}, this);
    }

    /** Returns the deployment as the SDK knows it. */
    public DeploymentInternal internal() {
        return internal;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(running, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Optional<Plan> planOf(DeploymentInternal deployment) {
        return Proxy.isProxyClass(deployment.getClass())
                        && Proxy.getInvocationHandler(deployment) instanceof ProgramDeployment program
                ? Optional.ofNullable(program.plan)
                : Optional.empty();
    }

    /**
     * Runs the program in memory, and then returns to the engine. The calling thread must belong to this deployment.
     *
     * @param transformations the transformations of the stack
     */
    public PlannedRun plan(List<ResourceTransformation> transformations, Consumer<Context> program) {
        var found = new Plan(new Recorder(state.stackName, state.projectName));
        var log = new PlanningEngine(state.engine);
        var planning = new DeploymentState(
                state.config,
                silent(),
                state.organizationName,
                state.projectName,
                state.stackName,
                state.rootDirectory,
                true,
                log,
                new PlanningMonitor(state.monitor, state.isDryRun, found));
        planning.logger = new QuietLogger(planning.logger);
        var runner = new TaskRunner(planning.runner);
        planning.runner = runner;
        var memory = new DeploymentImpl(planning);
        plan = found;
        running = memory;
        try {
            var failure = runner.settle(body(memory, transformations, program)).join();
            return new PlannedRun(found, log, failure.orElse(null));
        } finally {
            running = engine;
            plan = null;
        }
    }

    private static Logger silent() {
        var logger = Logger.getAnonymousLogger();
        logger.setLevel(Level.OFF);
        return logger;
    }

    /** Returns the stack with the program as its body, which is what the SDK runs. */
    Supplier<Stack> body(List<ResourceTransformation> transformations, Consumer<Context> program) {
        return body(engine, transformations, program);
    }

    private static Supplier<Stack> body(
            DeploymentImpl deployment, List<ResourceTransformation> transformations, Consumer<Context> program) {
        var context = context(deployment, transformations);
        return () -> Stack.factory(deployment.getProjectName(), deployment.getStackName(), transformations)
                .apply(() -> {
                    program.accept(context);
                    return context.exports();
                });
    }

    private static ContextInternal context(DeploymentImpl deployment, List<ResourceTransformation> transformations) {
        return new ContextInternal(
                deployment.getOrganizationName(),
                deployment.getProjectName(),
                deployment.getStackName(),
                new LoggingContextInternal(deployment.getLog()),
                new ConfigContextInternal(
                        deployment.getProjectName(), name -> new Config(deployment.getConfig(), name)),
                new OutputContextInternal(new OutputFactory(deployment.getRunner())),
                transformations);
    }
}
