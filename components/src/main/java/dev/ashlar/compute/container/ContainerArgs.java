package dev.ashlar.compute.container;

import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;

/**
 * A container beside the application's: a sidecar, or an init container, which runs to completion before the
 * application starts.
 */
@Value.Immutable
@ArgsStyle
public abstract class ContainerArgs implements ContainerOptions {

    /**
     * Whether the task stops when this container stops. An init container never is essential. Default: {@code true}.
     */
    @Value.Default
    public boolean essential() {
        return true;
    }

    /**
     * The CPU units of the task that the container reserves; 1024 to a virtual processor. Default: 0, a small share.
     */
    @Value.Default
    public int cpu() {
        return 0;
    }

    /** The memory of the task that the container may use, in MiB, at least 6; ECS kills it beyond. Default: 128. */
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
