package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptionsBuilder;
import dev.ashlar.compute.container.FireLensArgs;
import dev.ashlar.compute.container.JvmArgs;
import dev.ashlar.compute.container.OpenTelemetryArgs;
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
        var builder = ContainerArgs.builder();
        options.accept(builder);
        return putSidecars(name, builder.build());
    }

    /** How the application's Java virtual machine uses its container. */
    B jvm(JvmArgs jvm);

    /** Gives the application's Java virtual machine what follows from the size of its container. */
    default B jvm() {
        return jvm(JvmArgs.builder().build());
    }

    /** How the application's Java virtual machine uses its container. */
    default B jvm(Consumer<JvmArgs.Builder> options) {
        var builder = JvmArgs.builder();
        options.accept(builder);
        return jvm(builder.build());
    }

    /** A collector of traces and metrics beside the application. */
    B openTelemetry(OpenTelemetryArgs openTelemetry);

    /** Puts a collector of traces and metrics beside the application. */
    default B openTelemetry() {
        return openTelemetry(OpenTelemetryArgs.builder().build());
    }

    /** Puts a collector of traces and metrics beside the application. */
    default B openTelemetry(Consumer<OpenTelemetryArgs.Builder> options) {
        var builder = OpenTelemetryArgs.builder();
        options.accept(builder);
        return openTelemetry(builder.build());
    }

    /** Where the application's log goes instead of CloudWatch Logs. */
    B fireLens(FireLensArgs fireLens);

    /** Sends the application's log somewhere else than to CloudWatch Logs. */
    default B fireLens(Consumer<FireLensArgs.Builder> options) {
        var builder = FireLensArgs.builder();
        options.accept(builder);
        return fireLens(builder.build());
    }

    /** Adds a container that must end with success before the application's starts. */
    B putInitContainers(String name, ContainerArgs container);

    /** Adds a container that must end with success before the application's starts. */
    default B initContainer(String name, Consumer<ContainerArgs.Builder> options) {
        var builder = ContainerArgs.builder();
        options.accept(builder);
        return putInitContainers(name, builder.build());
    }
}
