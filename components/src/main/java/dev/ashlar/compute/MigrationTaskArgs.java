package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;

/**
 * The options of a {@link MigrationTask}. Those of every task are in {@link TaskOptions} and {@link TaskRunOptions}, those
 * of its container in {@link ContainerOptions}.
 */
@Value.Immutable
@ArgsStyle
public abstract class MigrationTaskArgs implements TaskRunOptions {

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link MigrationTaskArgs}. */
    public static final class Builder extends ImmutableMigrationTaskArgs.Builder
            implements TaskOptionsBuilder<Builder> {
        Builder() {}
    }
}
