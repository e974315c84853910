package dev.ashlar.compute.container;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;

/** A container beside a task's own: a sidecar, or one that runs to its end before the application starts. */
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

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ContainerArgs}. */
    public static final class Builder extends ImmutableContainerArgs.Builder
            implements ContainerOptionsBuilder<Builder> {
        Builder() {}
    }
}
