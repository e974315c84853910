package dev.ashlar.compute.container;

import com.pulumi.core.Output;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shorter ways to set {@link ContainerOptions}, the same in every builder that has them.
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

    /** Replaces the image's command. */
    B command(Iterable<String> words);

    /** Replaces the image's command. */
    default B command(String... words) {
        return command(List.of(words));
    }

    /** Replaces the image's entry point. */
    B entryPoint(Iterable<String> words);

    /** Replaces the image's entry point. */
    default B entryPoint(String... words) {
        return entryPoint(List.of(words));
    }

    /** Directories that can be written to. */
    B writablePaths(Iterable<String> paths);

    /** Directories that can be written to. */
    default B writablePaths(String... paths) {
        return writablePaths(List.of(paths));
    }

    /** How ECS tells that the container is healthy. */
    B containerHealthCheck(ContainerHealthCheck check);

    /** How ECS tells that the container is healthy. */
    default B containerHealthCheck(Consumer<ContainerHealthCheck.Builder> options) {
        var builder = ContainerHealthCheck.builder();
        options.accept(builder);
        return containerHealthCheck(builder.build());
    }
}
