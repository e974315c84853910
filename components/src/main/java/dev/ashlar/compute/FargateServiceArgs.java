package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link FargateService}. The options of every task are in {@link TaskOptions}, those of its container
 * in {@link dev.ashlar.compute.container.ContainerOptions}.
 */
@Value.Immutable
@ArgsStyle
public abstract class FargateServiceArgs implements TaskOptions {

    /**
     * The number of tasks, 0 to 5000. With {@link #scaling} only the number at first. Default: 2, in different zones,
     * if the profile keeps standbys ({@code multiAz}), otherwise 1.
     */
    @Value.Default
    public int desiredCount() {
        return profile().multiAz() ? 2 : 1;
    }

    /** How the number of tasks follows the load. Default: no scaling. */
    public abstract @Nullable ServiceScaling scaling();

    /**
     * Whether the service's connection pools close idle connections, down to none (HikariCP: {@code minimumIdle} 0; its
     * default keeps all open). Required for a service that uses a database which pauses without connections, because an
     * open connection keeps the database running, at its price. Default: {@code false}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html">Scaling
     *     to zero ACUs with automatic pause and resume</a>
     */
    @Value.Default
    public boolean closesIdleConnections() {
        return false;
    }

    /** The traffic that a load balancer forwards to {@link #port}. Default: none, for a worker. */
    public abstract @Nullable ServiceRoute route();

    /** How the load balancer decides whether a task is healthy. Default: the defaults of {@link HealthCheckArgs}. */
    @Value.Default
    public HealthCheckArgs healthCheck() {
        return HealthCheckArgs.builder().build();
    }

    /** How the load balancer selects a task. Default: {@link LoadBalancingAlgorithm#ROUND_ROBIN}. */
    @Value.Default
    public LoadBalancingAlgorithm loadBalancingAlgorithm() {
        return LoadBalancingAlgorithm.ROUND_ROBIN;
    }

    /** How the service calls other services of its cluster by short names. Default: none. */
    public abstract @Nullable ServiceConnectArgs serviceConnect();

    @Override
    public final TaskSize proxyReserve() {
        return serviceConnect() == null ? TaskOptions.super.proxyReserve() : ServiceConnectArgs.PROXY;
    }

    /**
     * The id of a private DNS namespace of Cloud Map, in which the addresses of the tasks are registered under the
     * component's name, for callers without Service Connect. A change replaces the registration, and ECS starts new
     * tasks for it before it stops the old ones. Default: none.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html">UpdateService</a>
     */
    public abstract @Nullable Output<String> cloudMapNamespaceId();

    /**
     * The time in which a new task receives a growing share of the requests: 30 to 900 seconds, or 0 for none. Default:
     * 0.
     */
    @Value.Default
    public Duration slowStart() {
        return Duration.ZERO;
    }

    /**
     * The time for which a task that stops may finish its work, 0 to 110 seconds. The load balancer waits this long for
     * open requests, the application 5 seconds longer, and ECS kills the container 10 seconds after the load balancer.
     * Spring Boot reads its time from {@code SERVER_SHUTDOWN} and {@code SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE};
     * other frameworks have options of their own. On Spot capacity a task may be stopped while requests still arrive; a
     * task that closes its port then fails them until the load balancer notices. Default: 30 seconds.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay">Edit
     *     target group attributes: Deregistration delay</a>
     */
    @Value.Default
    public Duration drain() {
        return Duration.ofSeconds(30);
    }

    /**
     * Whether AWS may stop a task at any time with two minutes' notice. If so, the profile's share of the tasks runs on
     * Spot capacity, about 70 percent cheaper. Default: {@code false}.
     */
    @Value.Default
    public boolean interruptible() {
        return false;
    }

    /** The party that deploys new versions of the service. Default: {@link DeploymentOwner#PROGRAM}. */
    @Value.Default
    public DeploymentOwner deploymentOwner() {
        return DeploymentOwner.PROGRAM;
    }

    /**
     * The names of CloudWatch alarms that roll a deployment back when they fire. The AWS provider does not remove the
     * last alarm from the service when it is removed here: disable it in the service by hand before its alarm is
     * deleted. Default: none.
     */
    public abstract List<Output<String>> rollbackAlarms();

    /**
     * Whether an update waits until the new tasks run and the old ones are gone, and fails if ECS went back to the old
     * revision. Without it, a deployment that fails later goes unnoticed here. Default: {@code true}.
     */
    @Value.Default
    public boolean waitForSteadyState() {
        return true;
    }

    /** How the reason for a rollback is found. Default: none; the message has the commands that show it. */
    public abstract @Nullable RolloutDiagnosis rolloutDiagnosis();

    /** The time after which an update counts as failed, 1 minute to 24 hours. Default: 15 minutes. */
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

        /** Sets how the number of tasks follows the load. */
        public Builder scaling(Consumer<ServiceScaling.Builder> options) {
            var builder = ServiceScaling.builder();
            options.accept(builder);
            return scaling(builder.build());
        }

        /** Sets how the service calls others of its cluster by short names. */
        public Builder serviceConnect(Consumer<ServiceConnectArgs.Builder> options) {
            var builder = ServiceConnectArgs.builder();
            options.accept(builder);
            return serviceConnect(builder.build());
        }

        /** Sets the private DNS namespace in which the addresses of the tasks are registered. */
        public Builder cloudMapNamespaceId(String id) {
            return cloudMapNamespaceId(Output.of(id));
        }

        /** Sets how the load balancer decides whether a task is healthy. */
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
