package dev.ashlar.internal.component;

import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import dev.ashlar.core.Violations;
import dev.ashlar.graph.internal.program.Plan;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Checks a value that is known only once an output has resolved. While a program is planned, an exception is collected
 * as a violation. Afterwards the program fails with the exception, and the dependents of the checked output never
 * resolve. Otherwise each dependent would fail too, wrapped as "serializing property …" with a stack trace, and the
 * engine would show the failure that the SDK happens to find first.
 */
public final class OutputCheck {

    private OutputCheck() {}

    /**
     * Applies a function that can reject the value.
     *
     * @param function throws {@link com.pulumi.exceptions.RunException}, or a subclass, with the message for the
     *     user
     */
    public static <T, U> Output<U> apply(Output<T> value, Function<T, U> function) {
        return value.apply(resolved -> {
            try {
                return Output.of(function.apply(resolved));
            } catch (RuntimeException rejection) {
                var plan = Plan.current();
                if (plan.isPresent() && plan.get().add(rejection)) {
                    return Plan.unknown();
                }
                if (plan.isPresent() || !inProgram()) {
                    throw rejection;
                }
                // The SDK watches every output of a program, so this failed one ends it, although it is not used.
                Output.of(CompletableFuture.failedFuture(rejection));
                return Output.of(new CompletableFuture<U>());
            }
        });
    }

    /**
     * Returns the same value, rejected with the violations that a check finds in it.
     *
     * @param violations the empty violations of the component that received the value
     */
    public static <T> Output<T> of(Output<T> value, Violations violations, BiConsumer<T, Violations> check) {
        return apply(value, resolved -> {
            check.accept(resolved, violations);
            violations.orThrow();
            return resolved;
        });
    }

    // Tests can read outputs outside a program.
    private static boolean inProgram() {
        try {
            Deployment.getInstance();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
