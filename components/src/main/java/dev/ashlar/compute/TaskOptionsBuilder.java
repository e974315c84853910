package dev.ashlar.compute;

import dev.ashlar.core.Binding;
import java.util.function.Consumer;

/**
 * Shorter ways to set {@link TaskOptions}, the same in every builder that has them.
 *
 * @param <B> the builder
 */
public interface TaskOptionsBuilder<B> extends ContainerOptionsBuilder<B> {

    /** Adds what the application uses. */
    B addUses(Binding... bindings);

    /** Adds what the application uses. */
    default B uses(Binding... bindings) {
        return addUses(bindings);
    }

    /** Adds a container that runs beside the application's. */
    B putSidecars(String name, ContainerArgs container);

    /** Adds a container that runs beside the application's. */
    default B sidecar(String name, Consumer<ContainerArgs.Builder> options) {
        return putSidecars(name, ContainerArgs.of(options));
    }

    /** Adds a container that must end with success before the application's starts. */
    B putInitContainers(String name, ContainerArgs container);

    /** Adds a container that must end with success before the application's starts. */
    default B initContainer(String name, Consumer<ContainerArgs.Builder> options) {
        return putInitContainers(name, ContainerArgs.of(options));
    }
}
