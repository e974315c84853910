package dev.ashlar.compute;

import com.pulumi.aws.ecs.Service;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
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
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.component.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ServicePlan plan;
    private final FargateTask task;
    private final @Nullable TargetGroupAttachment traffic;
    private final Service service;

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
        super(TYPE, name, check(name, args), options);
        this.name = name;
        this.args = args;
        this.plan = ServicePlan.of(args);
        var place = awsEnvironment();
        this.task = new FargateTask(name, args, ServicePlan.needs(name, args), plan.shutdown(), place, child());
        this.traffic = createTargetGroup();
        this.service = createService(place);
        if (plan.verifiesRollout()) {
            RolloutVerification.verify(name, service, task, args.rolloutDiagnosis());
        }
        createAutoscaling();
        RotationRedeployment.create(name, task, service, place, args.tags(), child());
        registerOutputs(Map.of(
                "serviceName", serviceName(),
                "taskDefinitionArn", taskDefinitionArn(),
                "logGroupName", logGroupName(),
                "uses", Output.of(task.bindings().edges()),
                "trafficFrom", Output.of(trafficFrom())));
    }

    /** Every fault of the options; empty when the service can be created. */
    public static Violations check(String name, FargateServiceArgs args) {
        return FargateServiceCheck.check(name, args);
    }

    /** The name of the ECS service. */
    public Output<String> serviceName() {
        return service.name();
    }

    /** Where the service is reached; empty for a worker. */
    public Optional<Output<String>> url() {
        return Optional.ofNullable(args.route()).map(route -> route.url());
    }

    /**
     * Lets another service of the cluster call this one by Service Connect; it finds the address in {@code <NAME>_URL}. The
     * caller needs {@code serviceConnect} too.
     *
     * @throws RunException when this service is no server of Service Connect
     */
    public Binding call() {
        var connect = ServiceConnect.of(name, args)
                .filter(ServiceConnect::server)
                .orElseThrow(() -> new RunException(
                        "FargateService \"%s\" can be called when it has serviceConnect(connect -> connect.server(true))"
                                .formatted(name)));
        return Binding.builder()
                .provider(name)
                .access(ServiceConnect.ACCESS)
                // Tasks know the names that existed when they started, so a caller starts after the called.
                .putEnvironment(
                        Names.environmentVariable(name, "URL"), service.id().applyValue(created -> connect.url()))
                .path(new NetworkPath(securityGroupId(), args.port().orElseThrow()))
                .build();
    }

    @Override
    public List<Signal> signals() {
        return ServiceSignals.of(name, task.cluster(), serviceName(), plan.alarmedTasks(), args.route(), traffic);
    }

    private @Nullable TargetGroupAttachment createTargetGroup() {
        var route = args.route();
        if (route == null) {
            return null;
        }
        var brought = new TargetGroupAttachment(
                name, args, route, plan, task.network().vpcId(), child());
        brought.allowIngress(task.securityGroup().id());
        return brought;
    }

    // A task that starts before its ways and permissions stand fails, and three failures end a deployment.
    private Service createService(Output<AwsEnvironment> place) {
        var first = task.prerequisites();
        if (traffic != null) {
            first.addAll(traffic.entrances());
        }
        return new ServiceResource(name, args, plan, task, traffic)
                .create(place, child(), childOptions().dependsOn(first));
    }

    private List<String> trafficFrom() {
        var route = args.route();
        return route == null ? List.of() : List.of(route.provider());
    }

    private void createAutoscaling() {
        var scaling = args.scaling();
        if (scaling != null) {
            var autoscaling = new ServiceAutoscaling(
                    name, scaling, plan.minTasks(), task.cluster().name(), service.name(), args.tags(), child());
            autoscaling.createPolicies(traffic);
            autoscaling.createScheduledActions();
        }
    }

    @Override
    FargateTask task() {
        return task;
    }
}
