package dev.ashlar.internal.component;

import com.pulumi.core.Output;
import dev.ashlar.graph.internal.program.Plan;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a component created, or nothing: a faulty component creates nothing while its program is planned, and the program
 * goes on, so that the faults of all other components are found, too.
 *
 * @param <R> the component's record of what it created
 */
public final class Created<R> {

    private static final Created<?> NOTHING = new Created<>(null);

    private final @Nullable R resources;

    private Created(@Nullable R resources) {
        this.resources = resources;
    }

    /** Returns what a component without faults created. */
    public static <R> Created<R> of(R resources) {
        return new Created<>(resources);
    }

    /** Returns what a faulty component created. */
    @SuppressWarnings("unchecked")
    public static <R> Created<R> nothing() {
        return (Created<R>) NOTHING;
    }

    /** Returns the output of a resource that was not created. */
    public static <T> Output<T> unknown() {
        return Plan.unknown();
    }

    /** Returns a property of what was created; an unknown output when nothing was. */
    public <T> Output<T> output(Function<R, Output<T>> property) {
        return resources == null ? Plan.unknown() : property.apply(resources);
    }

    /** Returns what was created, or what stands in for it. */
    public R orElseGet(Supplier<R> otherwise) {
        return resources == null ? otherwise.get() : resources;
    }

    /** Does something with what was created; nothing when nothing was. */
    public void ifPresent(Consumer<R> action) {
        if (resources != null) {
            action.accept(resources);
        }
    }

    /** Returns what the component has, or what stands in for it when nothing was created. */
    public <T> T get(Function<R, T> property, T otherwise) {
        return resources == null ? otherwise : property.apply(resources);
    }
}
