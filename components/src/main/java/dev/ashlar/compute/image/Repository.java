package dev.ashlar.compute.image;

import com.pulumi.core.Output;
import dev.ashlar.compute.image.internal.RepositoryAccess;
import dev.ashlar.compute.image.internal.RepositoryImages;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.InvalidArgsException;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.component.Names;
import java.util.List;

/**
 * An ECR repository of container images: an {@link ImageRepository}, or one that exists already. Not to be implemented
 * by users.
 */
public interface Repository {

    /**
     * Returns the name of the repository in bindings, such as {@code orders-api}, which names the consumer's policies
     * and environment variables.
     */
    default String provider() {
        return RepositoryImages.provider(repositoryName());
    }

    /** Returns the name of the repository in ECR, such as {@code orders-api}. */
    String repositoryName();

    /** Returns the address of the repository, without a tag. */
    Output<String> repositoryUrl();

    /** Returns the ARN of the repository. */
    Output<String> arn();

    /**
     * Returns an image by its tag, such as {@code 1.10.2}, or by its digest, such as {@code sha256:4f53…}. Does not
     * look up whether it exists.
     *
     * @throws InvalidArgsException if the text is neither
     */
    ContainerImage image(String tagOrDigest);

    /**
     * Returns the image that a tag refers to now, by its digest: a service keeps running the same image when the tag
     * moves. Each preview looks up the tag and fails if it does not exist.
     *
     * @throws InvalidArgsException if the text is not a valid tag
     */
    ContainerImage pinnedImage(String tag);

    /**
     * Returns a binding that allows a program to pull images: a function that copies them, a pipeline. It provides
     * {@code <REPOSITORY>_REPOSITORY_URL}. Services that run an image do not need it.
     */
    default Binding pull() {
        return binding("pull", RepositoryAccess.PULL);
    }

    /**
     * Returns a binding that allows a pipeline to push and pull images. It provides
     * {@code <REPOSITORY>_REPOSITORY_URL}.
     */
    default Binding push() {
        return binding("push", RepositoryAccess.PUSH);
    }

    private Binding binding(String access, List<String> actions) {
        return Binding.builder()
                .provider(provider())
                .access(access)
                .putEnvironment(Names.environmentVariable(provider(), "REPOSITORY_URL"), repositoryUrl())
                .addStatements(
                        // ecr:GetAuthorizationToken does not support resource-level permissions.
                        PolicyStatement.allow(Output.of("*"), "ecr:GetAuthorizationToken"),
                        new PolicyStatement(actions, List.of(arn())))
                .addServices(AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3)
                .build();
    }
}
