package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.InvalidArgsException;

/** A repository of container images in ECR: an {@link ImageRepository}, or one that exists already. */
public interface ContainerRepository {

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
    default ContainerImage image(String tagOrDigest) {
        var suffix = ImageReference.suffix(repositoryName(), tagOrDigest);
        return ContainerImage.of(repositoryUrl().applyValue(url -> url + suffix), arn());
    }

    /**
     * The image that a tag names now, by its digest: what runs stays the same when the tag moves. The tag is looked up in
     * each preview, and a tag that does not exist fails it.
     *
     * @throws InvalidArgsException when the text is no tag
     */
    ContainerImage pinnedImage(String tag);
}
