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
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.component.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Has ECS keep the tasks of a service running.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html">Amazon ECS
 *     service definition parameters</a>
 */
public final class ServiceResource {

    private final String name;
    private final FargateServiceArgs args;
    private final ServicePlan plan;
    private final FargateTask task;
    private final @Nullable TargetGroupAttachment traffic;

    public ServiceResource(
            String name,
            FargateServiceArgs args,
            ServicePlan plan,
            FargateTask task,
            @Nullable TargetGroupAttachment traffic) {
        this.name = name;
        this.args = args;
        this.plan = plan;
        this.task = task;
        this.traffic = traffic;
    }

    public Service create(
            Output<AwsEnvironment> place, CustomResourceOptions child, CustomResourceOptions.Builder childOptions) {
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
                .tags(Tags.named(name, args.tags()));
        placeOnCapacity(properties);
        deploySafely(properties);
        if (traffic != null) {
            properties.loadBalancers(traffic.target());
            properties.healthCheckGracePeriodSeconds(
                    Math.toIntExact(plan.healthCheckGracePeriod().toSeconds()));
        }
        connect(properties, place);
        var namespaceId = args.cloudMapNamespaceId();
        if (namespaceId != null) {
            properties.serviceRegistries(ServiceDiscovery.register(name, namespaceId, args.tags(), child));
        }
        return new Service(name, properties.build(), options(childOptions));
    }

    private void connect(ServiceArgs.Builder properties, Output<AwsEnvironment> place) {
        var namespaceArn = task.cluster().serviceConnectNamespaceArn();
        if (namespaceArn != null) {
            ServiceConnect.of(name, args)
                    .ifPresent(connect -> properties.serviceConnectConfiguration(connect.configuration(
                            namespaceArn, task.logGroup().name(), place.applyValue(AwsEnvironment::region))));
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

    private CustomResourceOptions options(CustomResourceOptions.Builder childOptions) {
        return childOptions
                .ignoreChanges(plan.unmanaged())
                .customTimeouts(CustomTimeouts.builder()
                        .create(args.steadyStateTimeout())
                        .update(args.steadyStateTimeout())
                        .build())
                .build();
    }
}
