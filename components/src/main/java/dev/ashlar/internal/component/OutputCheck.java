package dev.ashlar.internal.component;

import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import dev.ashlar.core.Violations;
import dev.ashlar.graph.internal.program.Plan;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A check of what is known only once an output has resolved. While a program is planned, what it throws is collected as a
 * fault. Afterwards the program fails with that exception, and what depends on the checked output waits for ever. Without this, each dependent would fail as well, wrapped as "serializing
 * property …" with a stack trace, and the engine would show whichever failure the SDK happened to find first.
 */
public final class OutputCheck {

    private OutputCheck() {}

    /**
     * Applies a function that may refuse the value.
     *
     * @param function throws {@link com.pulumi.exceptions.RunException}, or what extends it, with the message for the user
     */
    public static <T, U> Output<U> apply(Output<T> value, Function<T, U> function) {
        return value.apply(resolved -> {
            try {
                return Output.of(function.apply(resolved));
            } catch (RuntimeException refusal) {
                var plan = Plan.current();
                if (plan.isPresent() && plan.get().add(refusal)) {
                    return Plan.unknown();
                }
                if (plan.isPresent() || !inProgram()) {
                    throw refusal;
                }
                // The SDK watches every output of a program, so this one, which nobody reads, ends it.
                Output.of(CompletableFuture.failedFuture(refusal));
                return Output.of(new CompletableFuture<U>());
            }
        });
    }

    /**
     * The same value, refused with the faults that a check finds in it.
     *
     * @param violations still empty, of whoever was given the value
     */
    public static <T> Output<T> of(Output<T> value, Violations violations, BiConsumer<T, Violations> check) {
        return apply(value, resolved -> {
            check.accept(resolved, violations);
            violations.orThrow();
            return resolved;
        });
    }

    // Tests may read outputs without a program around them.
    private static boolean inProgram() {
        try {
            Deployment.getInstance();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
