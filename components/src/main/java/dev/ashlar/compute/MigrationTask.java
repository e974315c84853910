package dev.ashlar.compute;

import dev.ashlar.compute.internal.task.TaskNeeds;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.run.RunTaskPermissions;
import dev.ashlar.compute.internal.run.RunTaskRequest;
import dev.ashlar.compute.internal.run.TaskRunCheck;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.component.Names;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container that runs once, to its end, when a delivery asks for it: a change of a database's schema before the services
 * that need it. It creates the task definition, its two roles, a log group and a security group with the ways that its
 * bindings need. Nothing runs by itself: {@link #runCommand} is the command that starts it, {@link #runTaskInput} the same
 * for programs, and {@link #run} what a pipeline's role needs.
 *
 * <p>It costs what it runs: less than half a US cent for ten minutes of a task of 512/1024 (list price of us-east-1), and the logs. It
 * holds no data, and a change replaces nothing but the revision of the task definition.
 *
 * <p>Which user it connects as is the binding's choice: {@code database.masterConnection()} for the user that owns
 * everything, {@code database.connection("migrations")} for one of its own, without a password.
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
    private final FargateTask task;
    private final RunTaskRequest run;

    /**
     * Creates a migration.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public MigrationTask(String name, MigrationTaskArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a migration.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public MigrationTask(String name, MigrationTaskArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        var place = awsEnvironment();
        this.task = FargateTask.running(
                "migration", name, args, TaskNeeds.of("MigrationTask", name, args, 1), place, child());
        this.run = new RunTaskRequest(name, args, task, place.applyValue(AwsEnvironment::region));
        registerOutputs(Map.of(
                "taskDefinitionArn", taskDefinitionArn(),
                "logGroupName", logGroupName(),
                "runCommand", runCommand(),
                "runTaskInput", runTaskInput(),
                "uses", Output.of(task.bindings().edges())));
    }

    /** Every fault of the options; empty when the migration can be created. */
    public static Violations check(String name, MigrationTaskArgs args) {
        return TaskRunCheck.check(name, args);
    }

    /**
     * The command line that starts the task and prints its ARN. It does not wait: {@code aws ecs wait tasks-stopped} does,
     * for ten minutes at the most, and {@code aws ecs describe-tasks} then has the {@code exitCode} of the container
     * {@code app}, 0 for success, and a {@code stoppedReason} when it never started.
     *
     * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/ecs/run-task.html">AWS CLI Command Reference: ecs
     *     run-task</a>
     */
    public Output<String> runCommand() {
        return run.command();
    }

    /**
     * What starts the task, as JSON in the form of ECS's API: for {@code aws ecs run-task --cli-input-json}, and for
     * programs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html">Amazon ECS API Reference:
     *     RunTask</a>
     */
    public Output<String> runTaskInput() {
        return run.input();
    }

    /**
     * Lets somebody start the task, wait for its end and stop it: a pipeline's role, a function, another task. It finds
     * {@link #runTaskInput} in {@code <MIGRATION>_RUN_TASK_INPUT}.
     */
    public Binding run() {
        return run(name);
    }

    /** As {@link #run()}, with another prefix of the environment variable. */
    public Binding run(String prefix) {
        return Binding.builder()
                .provider(name)
                .access("run")
                .putEnvironment(Names.environmentVariable(prefix, "RUN_TASK_INPUT"), runTaskInput())
                .addAllStatements(RunTaskPermissions.permissions(task))
                .addStatements(PolicyStatement.allow(
                                RunTaskPermissions.tasksOf(task.cluster().arn()), "ecs:DescribeTasks", "ecs:StopTask")
                        .when("ArnEquals", "ecs:cluster", task.cluster().arn()))
                .addServices(AwsService.ECS)
                .build();
    }

    @Override
    FargateTask task() {
        return task;
    }
}
