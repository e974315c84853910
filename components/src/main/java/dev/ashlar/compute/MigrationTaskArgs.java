package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;

/**
 * The options of a {@link MigrationTask}. Those of every task are in {@link TaskOptions} and {@link TaskRunOptions}, those
 * of its container in {@link ContainerOptions}.
 */
@Value.Immutable
@ArgsStyle
public abstract class MigrationTaskArgs implements TaskRunOptions {

    /** The keys that the builder received more than once. */
    abstract List<String> repeatedKeys();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link MigrationTaskArgs}. */
    public static final class Builder extends ImmutableMigrationTaskArgs.Builder
            implements TaskOptionsBuilder<Builder> {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        @Override
        public Builder sidecar(String name, Consumer<ContainerArgs.Builder> options) {
            keys.take("sidecars", name);
            return TaskOptionsBuilder.super.sidecar(name, options);
        }

        @Override
        public Builder initContainer(String name, Consumer<ContainerArgs.Builder> options) {
            keys.take("initContainers", name);
            return TaskOptionsBuilder.super.initContainer(name, options);
        }

        @Override
        public MigrationTaskArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
