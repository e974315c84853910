package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptionsBuilder;
import dev.ashlar.compute.container.FireLensArgs;
import dev.ashlar.compute.container.JvmArgs;
import dev.ashlar.compute.container.OpenTelemetryArgs;
import dev.ashlar.core.Binding;
import java.util.function.Consumer;

/**
 * Shorter setters for {@link TaskOptions}, the same in every builder that has them.
 *
 * @param <B> the builder
 */
public interface TaskOptionsBuilder<B> extends ContainerOptionsBuilder<B> {

    /** Adds bindings of the application. */
    B addUses(Binding... bindings);

    /** Adds bindings of the application. */
    default B uses(Binding... bindings) {
        return addUses(bindings);
    }

    /** Adds a container that runs beside the application's. */
    B putSidecars(String name, ContainerArgs container);

    /** Adds a container that runs beside the application's. */
    default B sidecar(String name, Consumer<ContainerArgs.Builder> options) {
        var builder = ContainerArgs.builder();
        options.accept(builder);
        return putSidecars(name, builder.build());
    }

    /** Sets the sizing of the application's Java virtual machine. */
    B jvm(JvmArgs jvm);

    /** Sizes the application's Java virtual machine by its container. */
    default B jvm() {
        return jvm(JvmArgs.builder().build());
    }

    /** Sets the sizing of the application's Java virtual machine. */
    default B jvm(Consumer<JvmArgs.Builder> options) {
        var builder = JvmArgs.builder();
        options.accept(builder);
        return jvm(builder.build());
    }

    /** Adds a collector of traces and metrics beside the application. */
    B openTelemetry(OpenTelemetryArgs openTelemetry);

    /** Adds a collector of traces and metrics beside the application. */
    default B openTelemetry() {
        return openTelemetry(OpenTelemetryArgs.builder().build());
    }

    /** Adds a collector of traces and metrics beside the application. */
    default B openTelemetry(Consumer<OpenTelemetryArgs.Builder> options) {
        var builder = OpenTelemetryArgs.builder();
        options.accept(builder);
        return openTelemetry(builder.build());
    }

    /** Sends the application's log to another destination than CloudWatch Logs. */
    B fireLens(FireLensArgs fireLens);

    /** Sends the application's log to another destination than CloudWatch Logs. */
    default B fireLens(Consumer<FireLensArgs.Builder> options) {
        var builder = FireLensArgs.builder();
        options.accept(builder);
        return fireLens(builder.build());
    }

    /** Adds a container that must succeed before the application's container starts. */
    B putInitContainers(String name, ContainerArgs container);

    /** Adds a container that must succeed before the application's container starts. */
    default B initContainer(String name, Consumer<ContainerArgs.Builder> options) {
        var builder = ContainerArgs.builder();
        options.accept(builder);
        return putInitContainers(name, builder.build());
    }
}
