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
 * What everything that runs on Fargate has in common, be it a service that always runs, a task on a schedule or a task that
 * runs once. Those of its own container are in {@link ContainerOptions}.
 */
public interface TaskOptions extends ContainerOptions {

    /** The cluster to run on. Required. A change replaces a service, and nothing of a task. */
    @Nullable
    Cluster cluster();

    /** The network whose private subnets the tasks run in. Required. */
    @Nullable
    Network network();

    /**
     * What a task gets, containers beside its own included; one of the pairs that Fargate has. Default: 512/1024, half a
     * processor and 1 GiB.
     */
    @Value.Default
    default TaskSize taskSize() {
        return new TaskSize(512, 1024);
    }

    /**
     * Returns the CPU units and the memory that a proxy beside the application takes out of {@link #taskSize}: none, unless
     * the options include {@code serviceConnect}. Not an option.
     */
    default TaskSize proxyReserve() {
        return new TaskSize(0, 0);
    }

    /** The processor that the images are built for. Default: {@link CpuArchitecture#X86_64}. */
    @Value.Default
    default CpuArchitecture architecture() {
        return CpuArchitecture.X86_64;
    }

    /** The task's disk in GiB, 21 to 200, paid for beyond 20. Default: 20 GiB. */
    @Nullable
    Integer ephemeralStorage();

    /** What the application uses. Default: nothing. */
    List<Binding> uses();

    /**
     * Whether people with the permission may open a shell in a container (ECS Exec). It makes the root filesystem writable,
     * which the agent in the container needs. AWS supports no other way; users report that it works with a read-only one when
     * {@code /managed-agents}, {@code /var/lib/amazon/ssm} and {@code /var/log/amazon/ssm} are writable, so those three are
     * asked for then. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html">Monitor Amazon ECS containers
     *     with ECS Exec</a>
     */
    @Value.Default
    default boolean enableExecuteCommand() {
        return false;
    }

    /** Whether the container can write only to the {@link #writablePaths}. Default: true unless ECS Exec is enabled. */
    @Override
    @Value.Default
    default boolean readonlyRootFilesystem() {
        return !enableExecuteCommand();
    }

    /**
     * Containers that run beside the application's, by name. They start first; one with a health check must be healthy
     * before the application's container starts. Default: none.
     */
    Map<String, ContainerArgs> sidecars();

    /** Containers that must end with success before the application's own starts, by name. Default: none. */
    Map<String, ContainerArgs> initContainers();

    /** How the application's Java virtual machine uses its container. Default: as it decides by itself. */
    @Nullable
    JvmArgs jvm();

    /** A collector of traces and metrics beside the application. Default: none. */
    @Nullable
    OpenTelemetryArgs openTelemetry();

    /** Where the application's log goes instead of CloudWatch Logs. Default: to CloudWatch Logs. */
    @Nullable
    FireLensArgs fireLens();

    /** How long logs are kept, in whole days: one of the values that CloudWatch Logs allows. Default: the profile's. */
    @Value.Default
    default Duration logRetention() {
        return profile().logRetention();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    default Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource and of the tasks. Default: none. */
    Map<String, String> tags();
}
