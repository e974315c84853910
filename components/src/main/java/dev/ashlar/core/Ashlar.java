package dev.ashlar.core;

import com.pulumi.Context;
import com.pulumi.resources.StackOptions;
import dev.ashlar.graph.internal.program.Plan;
import dev.ashlar.graph.internal.program.PlannedProgram;
import java.util.function.Consumer;

/**
 * The entry of a stack program, in place of {@link com.pulumi.Pulumi#run}: the program is planned before anything is
 * registered.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     Ashlar.run(context -> {
 *         var network = new Vpc("main", VpcArgs.builder().cidrBlock("10.20.0.0/16").zones("eu-central-1a").build());
 *         context.export("vpcId", network.vpcId());
 *     });
 * }
 * }</pre>
 *
 * <p>The program runs twice. First in memory: registrations are recorded and answered as a first preview answers them, so
 * what AWS decides is unknown; functions and stack references are answered by the engine; components collect their faults.
 * If there are any, all of them are reported as one error, and nothing is registered, not by {@code pulumi up --skip-preview}
 * either. Otherwise it runs against the engine as it would with {@code Pulumi.run}.
 *
 * <p>So a program must have no effect but its registrations and exports. One that writes a file, say, asks
 * {@link #isPlanning} which run it is in. What it logs is shown once.
 *
 * <p>The environment variable {@code ASHLAR_PLAN=off} leaves the run in memory out, to find out whether a difference comes
 * from it.
 */
public final class Ashlar {

    private Ashlar() {}

    /** Plans a program and runs it, and ends the process with its exit code. */
    public static void run(Consumer<Context> program) {
        run(StackOptions.Empty, program);
    }

    /**
     * Plans a program and runs it, and ends the process with its exit code.
     *
     * @param options of the stack, such as resource transformations
     */
    public static void run(StackOptions options, Consumer<Context> program) {
        System.exit(PlannedProgram.run(options, program));
    }

    /** Whether the program runs in memory, before the run that registers its resources. */
    public static boolean isPlanning() {
        return Plan.current().isPresent();
    }

    /**
     * Reports faults of the program itself, such as those of its configuration, together with those of the components.
     *
     * @throws InvalidArgsException with all faults in one message, when the program is not planned
     */
    public static void check(Violations violations) {
        Plan.current().ifPresentOrElse(plan -> plan.add(violations.messages()), violations::orThrow);
    }
}
