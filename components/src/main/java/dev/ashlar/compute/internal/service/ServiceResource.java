package dev.ashlar.compute.internal.service;

import com.pulumi.aws.ecs.Service;
import com.pulumi.aws.ecs.ServiceArgs;
import com.pulumi.aws.ecs.inputs.ServiceAlarmsArgs;
import com.pulumi.aws.ecs.inputs.ServiceCapacityProviderStrategyArgs;
import com.pulumi.aws.ecs.inputs.ServiceDeploymentCircuitBreakerArgs;
import com.pulumi.aws.ecs.inputs.ServiceNetworkConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.internal.task.FargateTask;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import org.jspecify.annotations.Nullable;

/**
 * The ECS service, which keeps the tasks running.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html">Amazon ECS
 *     service definition parameters</a>
 */
public final class ServiceResource {

    private final Children children;
    private final FargateServiceArgs args;
    private final ServicePlan plan;
    private final FargateTask task;
    private final @Nullable TargetGroupAttachment targetGroup;

    public ServiceResource(
            Children children,
            FargateServiceArgs args,
            ServicePlan plan,
            FargateTask task,
            @Nullable TargetGroupAttachment targetGroup) {
        this.children = children;
        this.args = args;
        this.plan = plan;
        this.task = task;
        this.targetGroup = targetGroup;
    }

    /** Creates the service. */
    public Service create(Output<AwsEnvironment> environment) {
        var properties = ServiceArgs.builder()
                .cluster(task.cluster().arn())
                .taskDefinition(task.definition().arn())
                .desiredCount(plan.desiredCount())
                .networkConfiguration(ServiceNetworkConfigurationArgs.builder()
                        .subnets(task.subnetIds())
                        .securityGroups(task.securityGroupIds())
                        .assignPublicIp(false)
                        .build())
                .availabilityZoneRebalancing("ENABLED")
                .enableExecuteCommand(args.enableExecuteCommand())
                .enableEcsManagedTags(true)
                .propagateTags("SERVICE")
                .tags(children.tags());
        placeOnCapacity(properties);
        deploySafely(properties);
        if (targetGroup != null) {
            properties.loadBalancers(targetGroup.target());
            properties.healthCheckGracePeriodSeconds(
                    Math.toIntExact(plan.healthCheckGracePeriod().toSeconds()));
        }
        connect(properties, environment);
        var namespaceId = args.cloudMapNamespaceId();
        if (namespaceId != null) {
            properties.serviceRegistries(ServiceDiscovery.register(children, namespaceId));
        }
        return new Service(children.name(), properties.build(), options());
    }

    private void connect(ServiceArgs.Builder properties, Output<AwsEnvironment> environment) {
        var namespaceArn = task.cluster().serviceConnectNamespaceArn();
        var connect = ServiceConnect.of(children.name(), args);
        if (namespaceArn != null && connect != null) {
            properties.serviceConnectConfiguration(connect.configuration(
                    namespaceArn, task.logGroup().name(), environment.applyValue(AwsEnvironment::region)));
        }
    }

    private void placeOnCapacity(ServiceArgs.Builder properties) {
        properties.capacityProviderStrategies(plan.capacity().stream()
                .map(capacity -> ServiceCapacityProviderStrategyArgs.builder()
                        .capacityProvider(capacity.provider())
                        .weight(capacity.weight())
                        .base(capacity.base())
                        .build())
                .toList());
        // Without it, the provider replaces the service when the strategy changes.
        properties.forceNewDeployment(true);
    }

    private void deploySafely(ServiceArgs.Builder properties) {
        properties
                .deploymentMinimumHealthyPercent(100)
                .deploymentMaximumPercent(ServicePlan.DEPLOYMENT_MAXIMUM_PERCENT)
                .deploymentCircuitBreaker(ServiceDeploymentCircuitBreakerArgs.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .waitForSteadyState(args.waitForSteadyState());
        if (!args.rollbackAlarms().isEmpty()) {
            properties.alarms(ServiceAlarmsArgs.builder()
                    .enable(true)
                    .rollback(true)
                    .alarmNames(Output.all(args.rollbackAlarms()))
                    .build());
        }
    }

    // A task that starts before its routes and permissions exist fails, and three failures end a deployment.
    private CustomResourceOptions options() {
        var first = task.prerequisites();
        if (targetGroup != null) {
            first.addAll(targetGroup.prerequisites());
        }
        return children.options(options -> options.dependsOn(first)
                .ignoreChanges(plan.unmanaged())
                .customTimeouts(CustomTimeouts.builder()
                        .create(args.steadyStateTimeout())
                        .update(args.steadyStateTimeout())
                        .build()));
    }
}
