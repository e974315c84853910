package dev.ashlar.internal.component;

import com.pulumi.core.Output;
import dev.ashlar.graph.internal.program.Plan;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a component created, or none: a component with violations creates none while its program is
 * planned. The program continues, so that the violations of all other components are found too.
 *
 * @param <R> the component's record of its resources
 */
public final class Created<R> {

    private static final Created<?> NOTHING = new Created<>(null);

    private final @Nullable R resources;

    private Created(@Nullable R resources) {
        this.resources = resources;
    }

    /** Returns the resources of a component without violations. */
    public static <R> Created<R> of(R resources) {
        return new Created<>(resources);
    }

    /** Returns the resources of a component with violations. */
    @SuppressWarnings("unchecked")
    public static <R> Created<R> nothing() {
        return (Created<R>) NOTHING;
    }

    /** Returns the output of a resource that was not created. */
    public static <T> Output<T> unknown() {
        return Plan.unknown();
    }

    /** Returns a property of the resources; an unknown output if there are none. */
    public <T> Output<T> output(Function<R, Output<T>> property) {
        return resources == null ? Plan.unknown() : property.apply(resources);
    }

    /** Returns the resources, or a substitute if there are none. */
    public R orElseGet(Supplier<R> otherwise) {
        return resources == null ? otherwise.get() : resources;
    }

    /** Does something with what was created; nothing when nothing was. */
    public void ifPresent(Consumer<R> action) {
        if (resources != null) {
            action.accept(resources);
        }
    }

    /** Returns a value of the resources, or a substitute if there are none. */
    public <T> T get(Function<R, T> property, T otherwise) {
        return resources == null ? otherwise : property.apply(resources);
    }
}
