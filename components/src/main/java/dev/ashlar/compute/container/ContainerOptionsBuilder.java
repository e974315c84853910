package dev.ashlar.compute.container;

import com.pulumi.core.Output;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shorter setters for {@link ContainerOptions}, the same in every builder that has them.
 *
 * @param <B> the builder
 */
public interface ContainerOptionsBuilder<B> {

    /** Sets an environment variable. */
    B putEnvironment(String variable, Output<String> value);

    /** Sets a plain environment variable. */
    default B putEnvironment(String variable, String value) {
        return putEnvironment(variable, Output.ofNullable(value));
    }

    /** Sets the command. */
    B command(Iterable<String> words);

    /** Sets the command. */
    default B command(String... words) {
        return command(List.of(words));
    }

    /** Sets the entry point. */
    B entryPoint(Iterable<String> words);

    /** Sets the entry point. */
    default B entryPoint(String... words) {
        return entryPoint(List.of(words));
    }

    /** Sets the directories that are writable. */
    B writablePaths(Iterable<String> paths);

    /** Sets the directories that are writable. */
    default B writablePaths(String... paths) {
        return writablePaths(List.of(paths));
    }

    /** Sets how ECS decides whether the container is healthy. */
    B containerHealthCheck(ContainerHealthCheck check);

    /** Sets how ECS decides whether the container is healthy. */
    default B containerHealthCheck(Consumer<ContainerHealthCheck.Builder> options) {
        var builder = ContainerHealthCheck.builder();
        options.accept(builder);
        return containerHealthCheck(builder.build());
    }
}
