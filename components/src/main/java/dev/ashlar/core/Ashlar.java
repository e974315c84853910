package dev.ashlar.core;

import com.pulumi.Context;
import com.pulumi.resources.StackOptions;
import dev.ashlar.graph.internal.program.Plan;
import dev.ashlar.graph.internal.program.PlannedProgram;
import java.util.function.Consumer;

/**
 * Runs a stack program, in place of {@link com.pulumi.Pulumi#run}: the program is planned before any resource is
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
 * <p>The program runs twice. The first run is in memory: registrations are recorded and answered as a first preview
 * answers them, so values that AWS decides are unknown. The engine answers functions and stack references. Components
 * collect their violations. If there are any, they are reported as one error and no resource is registered, not with
 * {@code pulumi up --skip-preview} either. Otherwise the program runs against the engine as with {@code Pulumi.run}.
 *
 * <p>So a program must have no effect other than its registrations and exports. A program that writes a file, for
 * example, calls {@link #isPlanning} to distinguish the runs. Log messages are shown once.
 *
 * <p>The environment variable {@code ASHLAR_PLAN=off} skips the run in memory, to find out whether it causes a
 * difference.
 */
public final class Ashlar {

    private Ashlar() {}

    /** Plans and runs a program, and ends the process with its exit code. */
    public static void run(Consumer<Context> program) {
        run(StackOptions.Empty, program);
    }

    /**
     * Plans and runs a program, and ends the process with its exit code.
     *
     * @param options the options of the stack, such as resource transformations
     */
    public static void run(StackOptions options, Consumer<Context> program) {
        System.exit(PlannedProgram.run(options, program));
    }

    /** Returns whether the program runs in memory, before the run that registers its resources. */
    public static boolean isPlanning() {
        return Plan.current().isPresent();
    }

    /**
     * Reports violations of the program itself, such as those of its configuration, together with those of the
     * components.
     *
     * @throws InvalidArgsException if there are violations and the program is not planned; the message contains all
     *     of them
     */
    public static void check(Violations violations) {
        Plan.current().ifPresentOrElse(plan -> plan.add(violations.messages()), violations::orThrow);
    }
}
