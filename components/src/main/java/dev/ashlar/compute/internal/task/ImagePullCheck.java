package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;
import dev.ashlar.network.Network;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that a task can pull its images; otherwise ECS would start it again and again, and it would never run. */
public final class ImagePullCheck {

    /**
     * Registries that only the internet reaches. Other registries may be reachable through a peered network.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon ECR interface VPC
     *     endpoints, considerations: no public repositories</a>
     */
    private static final Pattern PUBLIC = Pattern.compile(
            "(?:.+\\.)?docker\\.io|public\\.ecr\\.aws|ghcr\\.io|quay\\.io|(?:.+\\.)?gcr\\.io|registry\\.k8s\\.io"
                    + "|registry\\.gitlab\\.com|mcr\\.microsoft\\.com|docker\\.elastic\\.co");

    private static final Pattern ECR = Pattern.compile("(\\d{12})\\.dkr[.-]ecr[.-].+");

    private ImagePullCheck() {}

    static void check(TaskOptions args, @Nullable Network network, Violations violations) {
        var registries = registries(args);
        registries.forEach((container, registry) -> violations.expect(
                !ECR.matcher(registry).matches(),
                container.equals(TaskContainers.APP) ? "image" : "image of " + container,
                "from " + registry,
                "the task has no permission to pull from its repository",
                "use ImageRepository.fromExisting(name).image(tag), which grants it"));
        if (network != null && !network.reachesInternet()) {
            registries.values().removeIf(registry -> !PUBLIC.matcher(registry).matches());
            violations.expect(
                    registries.isEmpty(),
                    "network",
                    network.placement().label(),
                    "its private subnets have no route to the internet, from which the image of %s is pulled"
                            .formatted(list(registries)),
                    "copy the image to an ImageRepository, or give the network a NAT gateway");
        }
    }

    private static String list(Map<String, String> registries) {
        return registries.entrySet().stream()
                .map(image -> "%s (%s)".formatted(image.getKey(), image.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the known registries by container. */
    private static Map<String, String> registries(TaskOptions args) {
        var registries = new TreeMap<String, String>();
        put(registries, TaskContainers.APP, args.image());
        TaskContainers.sidecars(args).forEach((name, container) -> put(registries, name, container.image()));
        args.initContainers().forEach((name, container) -> put(registries, name, container.image()));
        return registries;
    }

    private static void put(Map<String, String> registries, String container, @Nullable ContainerImage image) {
        if (image != null && image.repositoryArn() == null && image.registry() != null) {
            registries.put(container, image.registry());
        }
    }
}
