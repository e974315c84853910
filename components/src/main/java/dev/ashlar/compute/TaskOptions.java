package dev.ashlar.compute;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.compute.container.FireLensArgs;
import dev.ashlar.compute.container.JvmArgs;
import dev.ashlar.compute.container.OpenTelemetryArgs;
import dev.ashlar.core.Binding;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.Profile;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Options of everything that runs on Fargate: a service, a task on a schedule, or a task that runs once. The options of
 * its container are in {@link ContainerOptions}.
 */
public interface TaskOptions extends ContainerOptions {

    /** The cluster to run on. Required. A change replaces a service, and nothing of a task. */
    @Nullable
    Cluster cluster();

    /** The network in whose private subnets the tasks run. Required. */
    @Nullable
    Network network();

    /**
     * The size of a task, all containers together; one of the pairs that Fargate supports. Default: 512/1024, half a
     * virtual processor and 1 GiB.
     */
    @Value.Default
    default TaskSize taskSize() {
        return new TaskSize(512, 1024);
    }

    /**
     * Returns the CPU units and the memory that a proxy beside the application takes out of {@link #taskSize}: none,
     * unless the options include {@code serviceConnect}. Not an option.
     */
    default TaskSize proxyReserve() {
        return new TaskSize(0, 0);
    }

    /** The processor architecture of the images. Default: {@link CpuArchitecture#X86_64}. */
    @Value.Default
    default CpuArchitecture architecture() {
        return CpuArchitecture.X86_64;
    }

    /** The task's disk in GiB, 21 to 200, at a price beyond 20. Default: 20 GiB. */
    @Nullable
    Integer ephemeralStorage();

    /** The bindings of the application. Default: none. */
    List<Binding> uses();

    /**
     * Whether principals with the permission can open a shell in a container (ECS Exec). It makes the root filesystem
     * writable, which the agent in the container requires. AWS supports no other way; users report that it works with a
     * read-only one if {@code /managed-agents}, {@code /var/lib/amazon/ssm} and {@code /var/log/amazon/ssm} are
     * writable, so those three are required then. Default: {@code false}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html">Monitor Amazon ECS containers
     *     with ECS Exec</a>
     */
    @Value.Default
    default boolean enableExecuteCommand() {
        return false;
    }

    /**
     * Whether the container can write only to {@link #writablePaths}. Default: {@code true} unless ECS Exec is enabled.
     */
    @Override
    @Value.Default
    default boolean readonlyRootFilesystem() {
        return !enableExecuteCommand();
    }

    /**
     * Containers that run beside the application's, by name. They start first; a sidecar with a health check must be
     * healthy before the application's container starts. Default: none.
     */
    Map<String, ContainerArgs> sidecars();

    /** Containers that must succeed before the application's container starts, by name. Default: none. */
    Map<String, ContainerArgs> initContainers();

    /** The sizing of the application's Java virtual machine. Default: the machine's own. */
    @Nullable
    JvmArgs jvm();

    /** A collector of traces and metrics beside the application. Default: none. */
    @Nullable
    OpenTelemetryArgs openTelemetry();

    /** The destination of the application's log other than CloudWatch Logs. Default: CloudWatch Logs. */
    @Nullable
    FireLensArgs fireLens();

    /**
     * The retention of the log group, in whole days: one of the values that CloudWatch Logs allows. Default: the
     * profile's.
     */
    @Value.Default
    default Duration logRetention() {
        return profile().logRetention();
    }

    /** The profile of the environment, which sets the defaults of other options. Default: {@link Profile#PROD}. */
    @Value.Default
    default Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource and of the tasks. Default: none. */
    Map<String, String> tags();
}
