package dev.ashlar.compute;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a service's options amount to.
 *
 * @param desiredCount the tasks to start with
 * @param leastCount the tasks that run when nothing is wrong, at least
 * @param capacity the kinds of capacity that tasks are placed on, in a stable order
 * @param deregistrationDelay how many seconds the load balancer lets a leaving task finish its requests
 * @param stopTimeout after how many seconds a container that was told to stop is killed
 * @param unmanaged the properties of the ECS service that others change while it lives
 * @param awsServices what tasks must reach
 */
record ServicePlan(
        int desiredCount,
        int leastCount,
        List<Capacity> capacity,
        int deregistrationDelay,
        int stopTimeout,
        List<String> unmanaged,
        Set<AwsService> awsServices) {

    /** The longest time that Fargate leaves a container that was told to stop. */
    static final Duration LONGEST_STOP = Duration.ofMinutes(2);

    /** What a container gets beyond the drain time, so that its last request does not race its end. */
    static final Duration STOP_MARGIN = Duration.ofSeconds(10);

    /**
     * A share of the tasks.
     *
     * @param provider the capacity provider
     * @param weight the share, relative to the other weights
     * @param base how many tasks come first to this provider, before weights count
     */
    record Capacity(String provider, int weight, int base) {}

    static ServicePlan of(FargateServiceArgs args) {
        int least = leastCount(args);
        return new ServicePlan(
                desiredCount(args, least),
                least,
                capacity(args),
                Math.toIntExact(args.drain().toSeconds()),
                Math.toIntExact(args.drain().plus(STOP_MARGIN).toSeconds()),
                unmanaged(args),
                awsServices(args));
    }

    static int leastCount(FargateServiceArgs args) {
        var scaling = args.scaling();
        return scaling == null ? args.desiredCount() : scaling.minCapacity().orElse(args.desiredCount());
    }

    private static int desiredCount(FargateServiceArgs args, int least) {
        var scaling = args.scaling();
        return scaling == null
                ? args.desiredCount()
                : Math.min(
                        Math.max(args.desiredCount(), least),
                        scaling.maxCapacity().orElse(least));
    }

    // A strategy in every case, even without Spot: going from a launch type to a strategy replaces the service.
    private static List<Capacity> capacity(FargateServiceArgs args) {
        int spot = args.interruptible() ? args.profile().spotPercentage() : 0;
        var capacity = new ArrayList<Capacity>();
        if (spot < 100) {
            capacity.add(new Capacity("FARGATE", 100 - spot, 1));
        }
        if (spot > 0) {
            capacity.add(new Capacity("FARGATE_SPOT", spot, 0));
        }
        return List.copyOf(capacity);
    }

    private static List<String> unmanaged(FargateServiceArgs args) {
        var properties = new ArrayList<String>();
        if (args.scaling() != null) {
            properties.add("desiredCount");
        }
        if (args.deploymentOwner() == DeploymentOwner.EXTERNAL) {
            properties.add("taskDefinition");
            properties.add("loadBalancers");
        }
        return List.copyOf(properties);
    }

    /**
     * What tasks talk to, for themselves and for their bindings.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon ECR interface VPC
     *     endpoints: image layers come from S3</a>
     */
    static Set<AwsService> awsServices(FargateServiceArgs args) {
        var services = EnumSet.of(AwsService.CLOUDWATCH_LOGS);
        if (containers(args)
                .map(ContainerOptions::image)
                .filter(Objects::nonNull)
                .map(ContainerImage::repositoryArn)
                .anyMatch(Objects::nonNull)) {
            services.addAll(EnumSet.of(AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3));
        }
        if (containers(args).anyMatch(container -> !container.secrets().isEmpty())
                || args.uses().stream().anyMatch(binding -> !binding.secrets().isEmpty())) {
            services.add(AwsService.SECRETS_MANAGER);
        }
        if (args.enableExecuteCommand()) {
            services.add(AwsService.SSM_MESSAGES);
        }
        args.uses().stream().map(Binding::services).forEach(services::addAll);
        return services;
    }

    private static Stream<ContainerOptions> containers(FargateServiceArgs args) {
        return Stream.concat(
                Stream.of(args),
                Stream.of(args.sidecars().values(), args.initContainers().values())
                        .flatMap(Collection::stream));
    }
}
