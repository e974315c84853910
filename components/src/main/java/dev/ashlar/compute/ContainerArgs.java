package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.core.ArgsStyle;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;

/** A container beside a service's own: a sidecar, or one that runs to its end before the service starts. */
@Value.Immutable
@ArgsStyle
public abstract class ContainerArgs implements ContainerOptions {

    /**
     * Whether the task stops when this container does. Default: true for a sidecar; a container that runs first never is.
     */
    @Value.Default
    public boolean essential() {
        return true;
    }

    /** The CPU units reserved for the container out of the task's; 1024 to a virtual processor. Default: 0, a small share. */
    @Value.Default
    public int cpu() {
        return 0;
    }

    /** The memory that the container may use out of the task's, in MiB, at least 6; beyond it is killed. Default: 128. */
    @Value.Default
    public int memory() {
        return 128;
    }

    @Override
    @Value.Default
    public boolean readonlyRootFilesystem() {
        return true;
    }

    @Override
    @Value.Default
    public List<String> writablePaths() {
        return List.of("/tmp");
    }

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ContainerArgs}. */
    public static final class Builder extends ImmutableContainerArgs.Builder {
        Builder() {}

        /** Sets a plain environment variable. */
        public Builder putEnvironment(String variable, String value) {
            return putEnvironment(variable, Output.of(value));
        }

        /** Replaces the image's command. */
        public Builder command(String... words) {
            return command(List.of(words));
        }

        /** Replaces the image's entry point. */
        public Builder entryPoint(String... words) {
            return entryPoint(List.of(words));
        }

        /** Directories that can be written to. */
        public Builder writablePaths(String... paths) {
            return writablePaths(List.of(paths));
        }

        /** How ECS tells that the container is healthy. */
        public Builder containerHealthCheck(Consumer<ContainerHealthCheck.Builder> options) {
            var builder = ContainerHealthCheck.builder();
            options.accept(builder);
            return containerHealthCheck(builder.build());
        }
    }
}
