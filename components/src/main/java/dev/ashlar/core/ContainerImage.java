package dev.ashlar.core;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/**
 * A container image.
 *
 * @param uri the image with its tag or digest, as {@code docker pull} takes it
 * @param repositoryArn the ECR repository of the image, so that a role can be limited to it; null for an image from
 *     another registry
 * @param registry the host of the registry, such as {@code public.ecr.aws}, so that reachability can be checked
 *     before anything is created; null if only AWS knows it
 */
public record ContainerImage(
        Output<String> uri,
        @Nullable Output<String> repositoryArn,
        @Nullable String registry) {

    private static final String DOCKER_HUB = "docker.io";

    /** Creates an image in a registry that only AWS knows. */
    public ContainerImage(Output<String> uri, @Nullable Output<String> repositoryArn) {
        this(uri, repositoryArn, null);
    }

    /**
     * Returns an image that can be pulled without permission, such as one from a public registry. Images in ECR require
     * permission: use {@code ImageRepository.fromExisting}.
     */
    public static ContainerImage of(String uri) {
        return new ContainerImage(Output.of(uri), null, registry(uri));
    }

    /** Returns an image in an ECR repository. */
    public static ContainerImage of(Output<String> uri, Output<String> repositoryArn) {
        return new ContainerImage(uri, repositoryArn);
    }

    // As Docker parses it: the text before the first slash is a host if it looks like one.
    private static String registry(String uri) {
        var first = uri.substring(0, Math.max(0, uri.indexOf('/')));
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : DOCKER_HUB;
    }
}
