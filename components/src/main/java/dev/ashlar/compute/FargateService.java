package dev.ashlar.compute;

import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.internal.rollout.RolloutVerification;
import dev.ashlar.compute.internal.rollout.RotationRedeployment;
import dev.ashlar.compute.internal.service.FargateServiceCheck;
import dev.ashlar.compute.internal.service.ServiceAutoscaling;
import dev.ashlar.compute.internal.service.ServiceConnect;
import dev.ashlar.compute.internal.service.ServicePlan;
import dev.ashlar.compute.internal.service.ServiceResource;
import dev.ashlar.compute.internal.service.ServiceSignals;
import dev.ashlar.compute.internal.service.TargetGroupAttachment;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.compute.internal.task.ServiceCalls;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A container that ECS keeps running on Fargate, in private subnets: behind a load balancer when it has a route, otherwise a
 * worker. It creates the task definition, its two roles, a log group, a security group, the ECS service that rolls a failed
 * deployment back, and what its bindings, its route and its scaling ask for.
 *
 * <p>It costs what its tasks cost: about 18 USD a month for each task of 512/1024 (list price of us-east-1), and the logs.
 *
 * <p>It holds no data. A change of the container starts new tasks before it stops the old ones; a change of {@code cluster}
 * replaces the ECS service. One of {@code port} replaces the target group, and requests fail until the new tasks are healthy.
 * A new image touches the task definition and the ECS service only. An update that ECS rolls back fails, and names the
 * revision that runs; the next one tries again. The revisions of the task definition outlive the service, and cost nothing.
 *
 * <pre>{@code
 * new FargateService("orders-api", FargateServiceArgs.builder()
 *         .cluster(cluster)
 *         .network(network)
 *         .image(ImageRepository.fromExisting("orders-api").image("1.10.2"))
 *         .port(8080)
 *         .route(loadBalancer.route(route -> route.paths("/orders/*")))
 *         .uses(database.connection(), inbound.send())
 *         .build());
 * }</pre>
 */
public final class FargateService extends TaskComponent implements Observable {

    private static final String TYPE = "ashlar:compute:FargateService";

    private final String name;
    private final FargateServiceArgs args;
    private final Created<Resources> created;

    private record Resources(FargateTask task, @Nullable TargetGroupAttachment targetGroup, Service service) {}

    /**
     * Creates a service.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public FargateService(String name, FargateServiceArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a service.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public FargateService(String name, FargateServiceArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.created = create(() -> {
            var plan = ServicePlan.of(name, args);
            var children = children(args.tags());
            var environment = children.environment();
            var task = new FargateTask(children, args, plan.task(), environment);
            var targetGroup = TargetGroupAttachment.create(children, args, plan, task);
            var service = new ServiceResource(children, args, plan, task, targetGroup).create(environment);
            if (plan.verifiesRollout()) {
                RolloutVerification.verify(name, service, task, args.rolloutDiagnosis());
            }
            ServiceAutoscaling.create(children, args, plan, task, service, targetGroup);
            RotationRedeployment.create(children.scope("redeploy"), task, service, environment);
            return new Resources(task, targetGroup, service);
        });
        registerOutputs(Map.of(
                "serviceName", serviceName(),
                "taskDefinitionArn", taskDefinitionArn(),
                "logGroupName", logGroupName(),
                "uses", Output.of(BindingPlan.of(args.uses()).edges()),
                "trafficFrom", Output.of(trafficFrom())));
    }

    /** Every fault of the options; empty when the service can be created. */
    public static Violations check(String name, FargateServiceArgs args) {
        var violations = FargateServiceCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        var scaling = args.scaling();
        if (scaling != null) {
            RepeatedKeys.check("scaling", scaling.repeatedKeys(), violations);
        }
        return violations;
    }

    /** The name of the ECS service. */
    public Output<String> serviceName() {
        return created.output(resources -> resources.service().name());
    }

    /** Where the service is reached; empty for a worker. */
    public Optional<Output<String>> url() {
        return Optional.ofNullable(args.route()).map(route -> route.url());
    }

    /**
     * Lets another service of the cluster call this one by Service Connect; it finds the address in {@code <NAME>_URL}. The
     * caller needs {@code serviceConnect} too.
     *
     * @throws dev.ashlar.core.InvalidArgsException if this service is not a server of Service Connect
     */
    public Binding call() {
        var connect = ServiceConnect.of(name, args);
        Ashlar.check(Violations.of("FargateService", name)
                .expect(
                        connect != null && connect.server(),
                        "serviceConnect.server",
                        connect == null ? null : false,
                        "only a server of Service Connect can be called",
                        "add serviceConnect(connect -> connect.server(true))"));
        var url = connect == null ? "" : connect.url();
        var binding = Binding.builder()
                .provider(name)
                .access(ServiceCalls.ACCESS)
                // Tasks resolve the names that existed when they started, so the caller starts after this service.
                .putEnvironment(
                        Names.environmentVariable(name, "URL"),
                        created.output(resources -> resources.service().id()).applyValue(id -> url));
        var port = args.port();
        if (port != null) {
            binding.path(new NetworkPath(securityGroupId(), port));
        }
        return binding.build();
    }

    @Override
    public List<Signal> signals() {
        return ServiceSignals.of(
                name,
                args,
                ofTask(task -> task.cluster().name()),
                serviceName(),
                args.route() == null ? null : targetGroupArnSuffix());
    }

    private Output<String> targetGroupArnSuffix() {
        return created.output(
                resources -> Objects.requireNonNull(resources.targetGroup()).targetGroupArnSuffix());
    }

    private List<String> trafficFrom() {
        var route = args.route();
        return route == null ? List.of() : List.of(route.provider());
    }

    @Override
    Output<String> ofTask(Function<FargateTask, Output<String>> property) {
        return created.output(resources -> property.apply(resources.task()));
    }
}
