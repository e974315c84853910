package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.core.ArgsStyle;
import dev.ashlar.core.Binding;
import dev.ashlar.core.CpuArchitecture;
import dev.ashlar.core.Profile;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.ServiceRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link FargateService}. Those of its own container are in {@link ContainerOptions}. */
@Value.Immutable
@ArgsStyle
public abstract class FargateServiceArgs implements ContainerOptions {

    /** The cluster to run on. Required. A change replaces the service. */
    public abstract @Nullable EcsCluster cluster();

    /** The network whose private subnets the tasks run in. Required. */
    public abstract @Nullable Network network();

    /**
     * What a task gets, containers beside the service's own included; one of the pairs that Fargate has. Default: 512/1024,
     * half a processor and 1 GiB.
     */
    @Value.Default
    public TaskSize taskSize() {
        return new TaskSize(512, 1024);
    }

    /** The processor that the images are built for. Default: {@link CpuArchitecture#X86_64}. */
    @Value.Default
    public CpuArchitecture architecture() {
        return CpuArchitecture.X86_64;
    }

    /** The task's disk in GiB, 21 to 200, paid for beyond 20. Default: 20 GiB. */
    public abstract OptionalInt ephemeralStorage();

    /**
     * How many tasks run, 0 to 5000. With {@link #scaling} only how many there are at first. Default: 2, in different
     * zones, when the profile keeps standbys ({@code multiAz}), otherwise 1.
     */
    @Value.Default
    public int desiredCount() {
        return profile().multiAz() ? 2 : 1;
    }

    /** How the number of tasks follows the load. Default: it does not. */
    public abstract @Nullable ServiceScaling scaling();

    /** What the service uses. Default: nothing. */
    public abstract List<Binding> uses();

    /** The traffic that a load balancer sends to the service's {@link #port}. Default: none, for a worker. */
    public abstract @Nullable ServiceRoute route();

    /** How the load balancer tells a healthy task. Default: as {@link HealthCheckArgs} says. */
    @Value.Default
    public HealthCheckArgs healthCheck() {
        return HealthCheckArgs.builder().build();
    }

    /** How the load balancer picks a task. Default: {@link LoadBalancingAlgorithm#ROUND_ROBIN}. */
    @Value.Default
    public LoadBalancingAlgorithm loadBalancingAlgorithm() {
        return LoadBalancingAlgorithm.ROUND_ROBIN;
    }

    /** How long a new task gets a growing share of the requests: 30 to 900 seconds, or 0 for none. Default: 0. */
    @Value.Default
    public Duration slowStart() {
        return Duration.ZERO;
    }

    /**
     * How long a task that is to stop may finish what it has begun, 0 to 110 seconds: the load balancer waits so long for
     * its requests, and 10 seconds later the task is killed. Give the application the same time for its own orderly end,
     * since a task on Spot capacity is told to stop while requests still arrive. Default: 30 seconds.
     */
    @Value.Default
    public Duration drain() {
        return Duration.ofSeconds(30);
    }

    /**
     * Whether a task may be stopped at any time with two minutes' notice. If so, the profile's share of the tasks runs on
     * Spot capacity, about 70 percent cheaper. Default: false.
     */
    @Value.Default
    public boolean interruptible() {
        return false;
    }

    /**
     * Whether people with the permission may open a shell in a container (ECS Exec). It makes the root filesystem writable,
     * which the agent in the container needs. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html">Monitor Amazon ECS containers
     *     with ECS Exec</a>
     */
    @Value.Default
    public boolean enableExecuteCommand() {
        return false;
    }

    /** Whether the container can write only to the {@link #writablePaths}. Default: true unless ECS Exec is enabled. */
    @Override
    @Value.Default
    public boolean readonlyRootFilesystem() {
        return !enableExecuteCommand();
    }

    @Override
    @Value.Default
    public List<String> writablePaths() {
        return List.of("/tmp");
    }

    /**
     * Containers that run beside the service's own, by name. They start first; one with a health check must be healthy
     * before the service's container starts. Default: none.
     */
    public abstract Map<String, ContainerArgs> sidecars();

    /** Containers that must end with success before the service's own starts, by name. Default: none. */
    public abstract Map<String, ContainerArgs> initContainers();

    /** Who decides which version runs once the service exists. Default: {@link DeploymentOwner#PROGRAM}. */
    @Value.Default
    public DeploymentOwner deploymentOwner() {
        return DeploymentOwner.PROGRAM;
    }

    /** The names of CloudWatch alarms that roll a deployment back when they go off. Default: none. */
    public abstract List<Output<String>> rollbackAlarms();

    /** Whether an update waits until the new tasks run and the old ones are gone. Default: true. */
    @Value.Default
    public boolean waitForSteadyState() {
        return true;
    }

    /** How long an update may take before it counts as failed. Default: 15 minutes. */
    @Value.Default
    public Duration steadyStateTimeout() {
        return Duration.ofMinutes(15);
    }

    /** How long logs are kept, in whole days: one of the values that CloudWatch Logs allows. Default: the profile's. */
    @Value.Default
    public Duration logRetention() {
        return profile().logRetention();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource and of the tasks. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link FargateServiceArgs}. */
    public static final class Builder extends ImmutableFargateServiceArgs.Builder {
        Builder() {}

        /** Adds what the service uses. */
        public Builder uses(Binding... bindings) {
            return addUses(bindings);
        }

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

        /** How the number of tasks follows the load. */
        public Builder scaling(Consumer<ServiceScaling.Builder> options) {
            var builder = ServiceScaling.builder();
            options.accept(builder);
            return scaling(builder.build());
        }

        /** How the load balancer tells a healthy task. */
        public Builder healthCheck(Consumer<HealthCheckArgs.Builder> options) {
            var builder = HealthCheckArgs.builder();
            options.accept(builder);
            return healthCheck(builder.build());
        }

        /** How ECS tells that the service's own container is healthy. */
        public Builder containerHealthCheck(Consumer<ContainerHealthCheck.Builder> options) {
            var builder = ContainerHealthCheck.builder();
            options.accept(builder);
            return containerHealthCheck(builder.build());
        }

        /** Adds a container that runs beside the service's own. */
        public Builder sidecar(String name, Consumer<ContainerArgs.Builder> options) {
            return putSidecars(name, container(options));
        }

        /** Adds a container that must end with success before the service's own starts. */
        public Builder initContainer(String name, Consumer<ContainerArgs.Builder> options) {
            return putInitContainers(name, container(options));
        }

        private static ContainerArgs container(Consumer<ContainerArgs.Builder> options) {
            var builder = ContainerArgs.builder();
            options.accept(builder);
            return builder.build();
        }
    }
}
