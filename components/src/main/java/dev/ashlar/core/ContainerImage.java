package dev.ashlar.core;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/**
 * A container image to run.
 *
 * @param uri the image with its tag or digest, as {@code docker pull} takes it
 * @param repositoryArn the ECR repository that holds it, so that a role may be given exactly that repository; null for an
 *     image from elsewhere
 * @param registry the host that it is pulled from, such as {@code public.ecr.aws}, so that whether a network leads there
 *     can be checked before anything is created; null when only AWS knows
 */
public record ContainerImage(
        Output<String> uri,
        @Nullable Output<String> repositoryArn,
        @Nullable String registry) {

    private static final String DOCKER_HUB = "docker.io";

    /** An image of which AWS alone knows the registry. */
    public ContainerImage(Output<String> uri, @Nullable Output<String> repositoryArn) {
        this(uri, repositoryArn, null);
    }

    /**
     * An image that needs no permission to pull, such as one from a public registry. One in ECR does; {@code
     * ImageRepository.fromExisting} gives those.
     */
    public static ContainerImage of(String uri) {
        return new ContainerImage(Output.of(uri), null, registry(uri));
    }

    /** An image in an ECR repository. */
    public static ContainerImage of(Output<String> uri, Output<String> repositoryArn) {
        return new ContainerImage(uri, repositoryArn);
    }

    // As Docker reads it: what stands before the first slash is a host when it looks like one.
    private static String registry(String uri) {
        var first = uri.substring(0, Math.max(0, uri.indexOf('/')));
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : DOCKER_HUB;
    }
}
