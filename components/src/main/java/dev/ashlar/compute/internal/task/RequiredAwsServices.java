package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The AWS services that a task calls, for its start and for its bindings. */
public final class RequiredAwsServices {

    private RequiredAwsServices() {}

    /**
     * Returns the services that must be reachable from the task's subnets.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon ECR interface VPC
     *     endpoints: image layers come from S3</a>
     */
    static Set<AwsService> awsServices(TaskOptions args) {
        var services = EnumSet.of(AwsService.CLOUDWATCH_LOGS);
        if (containers(args)
                .map(ContainerOptions::image)
                .filter(Objects::nonNull)
                .map(ContainerImage::repositoryArn)
                .anyMatch(Objects::nonNull)) {
            services.addAll(EnumSet.of(AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3));
        }
        if (containers(args).anyMatch(container -> !container.secrets().isEmpty())
                || !TaskContainers.logSecrets(args).isEmpty()
                || args.uses().stream().anyMatch(binding -> !binding.secrets().isEmpty())) {
            services.add(AwsService.SECRETS_MANAGER);
        }
        if (args.openTelemetry() != null) {
            services.add(AwsService.XRAY);
        }
        if (args.enableExecuteCommand()) {
            services.add(AwsService.SSM_MESSAGES);
        }
        args.uses().stream().map(Binding::services).forEach(services::addAll);
        return services;
    }

    private static Stream<ContainerOptions> containers(TaskOptions args) {
        return Stream.concat(
                Stream.of(args),
                Stream.of(
                                TaskContainers.sidecars(args).values(),
                                args.initContainers().values())
                        .flatMap(Collection::stream));
    }
}
