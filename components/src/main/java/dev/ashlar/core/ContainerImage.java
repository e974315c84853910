package dev.ashlar.core;

import com.pulumi.core.Output;
import org.jspecify.annotations.Nullable;

/**
 * A container image to run.
 *
 * @param uri the image with its tag or digest, as {@code docker pull} takes it
 * @param repositoryArn the ECR repository that holds it, so that a role may be given exactly that repository; null for an
 *     image from elsewhere
 */
public record ContainerImage(Output<String> uri, @Nullable Output<String> repositoryArn) {

    /** An image that needs no permission to pull, such as one from a public registry. */
    public static ContainerImage of(String uri) {
        return new ContainerImage(Output.of(uri), null);
    }

    /** An image in an ECR repository. */
    public static ContainerImage of(Output<String> uri, Output<String> repositoryArn) {
        return new ContainerImage(uri, repositoryArn);
    }
}
