package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of a {@link FargateService}. Those of every task are in {@link TaskOptions}, those of its own container in {@link ContainerOptions}. */
@Value.Immutable
@ArgsStyle
public abstract class FargateServiceArgs implements TaskOptions {

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

    /**
     * Whether the service's connection pools close connections that nobody uses, down to none (HikariCP: {@code minimumIdle}
     * 0; its default keeps all open). Required to be true for a service that uses a database which pauses when nobody is
     * connected, since a pool that keeps connections open keeps it awake, and paid for. Default: false.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html">Scaling
     *     to zero ACUs with automatic pause and resume</a>
     */
    @Value.Default
    public boolean closesIdleConnections() {
        return false;
    }

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

    /** How the service talks to others of its cluster by short names. Default: it does not. */
    public abstract @Nullable ServiceConnectArgs serviceConnect();

    @Override
    public final TaskSize proxyReserve() {
        return serviceConnect() == null ? TaskOptions.super.proxyReserve() : ServiceConnectArgs.PROXY;
    }

    /**
     * The id of a private DNS namespace of Cloud Map in which the tasks' addresses are registered under the component's name,
     * for callers that have no Service Connect. A change replaces the registration, and ECS starts new tasks for it before it
     * stops the old ones. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html">UpdateService</a>
     */
    public abstract @Nullable Output<String> cloudMapNamespaceId();

    /** How long a new task gets a growing share of the requests: 30 to 900 seconds, or 0 for none. Default: 0. */
    @Value.Default
    public Duration slowStart() {
        return Duration.ZERO;
    }

    /**
     * How long a task that is to stop may finish what it has begun, 0 to 110 seconds: the load balancer waits so long for
     * its requests, the application 5 seconds longer, and 10 seconds after the load balancer the task is killed. Spring Boot is
     * told by {@code SERVER_SHUTDOWN} and {@code SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE}; another framework has to be told
     * by its own option. A task on Spot capacity may be told to stop while requests still arrive; one that then refuses
     * connections fails them until the load balancer notices. Default: 30 seconds.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay">Edit
     *     target group attributes: Deregistration delay</a>
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

    /** Who decides which version runs once the service exists. Default: {@link DeploymentOwner#PROGRAM}. */
    @Value.Default
    public DeploymentOwner deploymentOwner() {
        return DeploymentOwner.PROGRAM;
    }

    /**
     * The names of CloudWatch alarms that roll a deployment back when they go off. The AWS provider leaves the last one in
     * the service when it is gone from here: disable it there by hand before its alarm is deleted. Default: none.
     */
    public abstract List<Output<String>> rollbackAlarms();

    /**
     * Whether an update waits until the new tasks run and the old ones are gone, and fails when ECS went back to the old
     * revision instead. Without it, a deployment that fails later goes unnoticed here. Default: true.
     */
    @Value.Default
    public boolean waitForSteadyState() {
        return true;
    }

    /**
     * Who finds out why a deployment was rolled back. Default: nobody; the message names the commands that show it.
     */
    public abstract @Nullable RolloutDiagnosis rolloutDiagnosis();

    /** How long an update may take before it counts as failed. Default: 15 minutes. */
    @Value.Default
    public Duration steadyStateTimeout() {
        return Duration.ofMinutes(15);
    }

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

    /** Builds {@link FargateServiceArgs}. */
    public static final class Builder extends ImmutableFargateServiceArgs.Builder
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

        /** How the number of tasks follows the load. */
        public Builder scaling(Consumer<ServiceScaling.Builder> options) {
            var builder = ServiceScaling.builder();
            options.accept(builder);
            return scaling(builder.build());
        }

        /** Lets the service talk to others of its cluster by short names. */
        public Builder serviceConnect(Consumer<ServiceConnectArgs.Builder> options) {
            var builder = ServiceConnectArgs.builder();
            options.accept(builder);
            return serviceConnect(builder.build());
        }

        /** Registers the tasks' addresses in a private DNS namespace of Cloud Map. */
        public Builder cloudMapNamespaceId(String id) {
            return cloudMapNamespaceId(Output.of(id));
        }

        /** How the load balancer tells a healthy task. */
        public Builder healthCheck(Consumer<HealthCheckArgs.Builder> options) {
            var builder = HealthCheckArgs.builder();
            options.accept(builder);
            return healthCheck(builder.build());
        }

        @Override
        public FargateServiceArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
