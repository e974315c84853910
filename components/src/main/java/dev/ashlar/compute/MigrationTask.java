package dev.ashlar.compute;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.run.RunTaskPermissions;
import dev.ashlar.compute.internal.run.RunTaskRequest;
import dev.ashlar.compute.internal.run.TaskRunCheck;
import dev.ashlar.compute.internal.run.TaskRunPlan;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a container to completion when a deployment starts it, such as a change of a database's schema before the
 * services that require it.
 *
 * <p>Creates the task definition, its two roles, a log group, and a security group with the rules of its bindings.
 * Pulumi does not run the task: {@link #runCommand} is the command that starts it, {@link #runTaskInput} the request
 * for programs, and {@link #run} the binding for a pipeline's role.
 *
 * <p>Costs the price of its runs, less than half a US cent for ten minutes of a task of 512/1024 (list price of
 * us-east-1), and of its logs. It holds no data, and a change replaces only the revision of the task definition.
 *
 * <p>The binding determines the database user: {@code database.masterConnection()} for the user that owns everything,
 * {@code database.connection("migrations")} for a user of its own, without a password.
 *
 * <pre>{@code
 * var migrations = new MigrationTask("orders-migrations", MigrationTaskArgs.builder()
 *         .cluster(cluster)
 *         .network(network)
 *         .image(repository.image("1.10.2"))
 *         .command("update")
 *         .uses(database.masterConnection())
 *         .build());
 * context.export("migrateCommand", migrations.runCommand());
 * }</pre>
 */
public final class MigrationTask extends TaskComponent {

    private static final String TYPE = "ashlar:compute:MigrationTask";

    private final String name;
    private final Created<Resources> created;

    private record Resources(FargateTask task, RunTaskRequest request) {}

    /**
     * Creates a migration.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public MigrationTask(String name, MigrationTaskArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a migration.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public MigrationTask(String name, MigrationTaskArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.created = create(() -> {
            var children = children(args.tags());
            var environment = children.environment();
            var task = new FargateTask(children, args, TaskRunPlan.of(name, args), environment);
            return new Resources(
                    task, new RunTaskRequest(name, args, task, environment.applyValue(AwsEnvironment::region)));
        });
        registerOutputs(Map.of(
                "taskDefinitionArn", taskDefinitionArn(),
                "logGroupName", logGroupName(),
                "runCommand", runCommand(),
                "runTaskInput", runTaskInput(),
                "uses", Output.of(BindingPlan.of(args.uses()).edges())));
    }

    /** Returns the violations of a name and options, without creating anything. */
    public static Violations check(String name, MigrationTaskArgs args) {
        var violations = TaskRunCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        return violations;
    }

    /**
     * Returns the command line that starts the task and prints its ARN. It does not wait:
     * {@code aws ecs wait tasks-stopped} does, for ten minutes at most, and {@code aws ecs describe-tasks} then has the
     * {@code exitCode} of the container {@code app}, 0 for success, and a {@code stoppedReason} if it never started.
     *
     * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/ecs/run-task.html">AWS CLI Command Reference: ecs
     *     run-task</a>
     */
    public Output<String> runCommand() {
        return created.output(resources -> resources.request().command());
    }

    /**
     * Returns the request that starts the task, as JSON in the form of ECS's API: for
     * {@code aws ecs run-task --cli-input-json}, and for programs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">Amazon ECS API Reference:
     *     RunTask</a>
     */
    public Output<String> runTaskInput() {
        return created.output(resources -> resources.request().input());
    }

    /**
     * Returns a binding that lets a pipeline's role, a function or another task start the task, wait until it stops,
     * and stop it. The consumer receives {@link #runTaskInput} in {@code <MIGRATION>_RUN_TASK_INPUT}.
     */
    public Binding run() {
        return run(name);
    }

    /** Returns the binding of {@link #run()} with another prefix of the environment variable. */
    public Binding run(String prefix) {
        return Binding.builder()
                .provider(name)
                .access("run")
                .putEnvironment(Names.environmentVariable(prefix, "RUN_TASK_INPUT"), runTaskInput())
                .addAllStatements(created.get(resources -> RunTaskPermissions.toRun(resources.task()), List.of()))
                .addServices(AwsService.ECS)
                .build();
    }

    @Override
    Output<String> ofTask(Function<FargateTask, Output<String>> property) {
        return created.output(resources -> property.apply(resources.task()));
    }
}
