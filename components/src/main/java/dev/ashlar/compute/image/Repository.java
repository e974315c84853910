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

/** A repository of container images in ECR: an {@link ImageRepository}, or one that exists already. */
public interface Repository {

    /** Returns the name that bindings use, such as {@code orders-api}: names the consumer's rules and variables. */
    default String provider() {
        return RepositoryImages.provider(repositoryName());
    }

    /** The name of the repository, such as {@code orders-api}. */
    String repositoryName();

    /** Where images are pushed to and pulled from, without a tag. */
    Output<String> repositoryUrl();

    /** The ARN of the repository. */
    Output<String> arn();

    /**
     * An image by its tag, such as {@code 1.10.2}, or by its digest, such as {@code sha256:4f53…}. Whether it exists is not
     * looked up.
     *
     * @throws InvalidArgsException when the text is neither
     */
    ContainerImage image(String tagOrDigest);

    /**
     * The image that a tag names now, by its digest: what runs stays the same when the tag moves. The tag is looked up in
     * each preview, and a tag that does not exist fails it.
     *
     * @throws InvalidArgsException when the text is no tag
     */
    ContainerImage pinnedImage(String tag);

    /**
     * Lets a program pull images: a function that copies them, a pipeline. It finds the repository in
     * {@code <REPOSITORY>_REPOSITORY_URL}. Who runs an image needs no binding to it.
     */
    default Binding pull() {
        return binding("pull", RepositoryAccess.PULL);
    }

    /** Lets a pipeline push images, and pull them. It finds the repository in {@code <REPOSITORY>_REPOSITORY_URL}. */
    default Binding push() {
        return binding("push", RepositoryAccess.PUSH);
    }

    private Binding binding(String access, List<String> actions) {
        return Binding.builder()
                .provider(provider())
                .access(access)
                .putEnvironment(Names.environmentVariable(provider(), "REPOSITORY_URL"), repositoryUrl())
                .addStatements(
                        // The token is the registry's, not a repository's: the action knows no narrower resource.
                        PolicyStatement.allow(Output.of("*"), "ecr:GetAuthorizationToken"),
                        new PolicyStatement(actions, List.of(arn())))
                .addServices(AwsService.ECR_API, AwsService.ECR_DOCKER, AwsService.S3)
                .build();
    }
}
