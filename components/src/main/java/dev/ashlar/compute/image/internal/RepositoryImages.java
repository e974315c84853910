package dev.ashlar.compute.image.internal;

import com.pulumi.aws.ecr.EcrFunctions;
import com.pulumi.aws.ecr.inputs.GetImageArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.compute.image.ImageReference;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;

/**
 * The images of a repository.
 *
 * @param subject the repository as messages name it, such as {@code ImageRepository "orders-api"}
 * @param url the address of the repository, without a tag
 * @param arn the ARN of the repository
 */
public record RepositoryImages(String subject, Output<String> url, Output<String> arn) {

    /** Returns an image by its tag or its digest. */
    public ContainerImage image(String tagOrDigest) {
        var violations = Violations.of(subject);
        ImageReference.check("image", tagOrDigest, violations);
        Ashlar.check(violations);
        var suffix = suffix(tagOrDigest);
        return ContainerImage.of(url.applyValue(address -> address + suffix), arn);
    }

    // Only a digest has a colon of its own.
    static String suffix(String tagOrDigest) {
        return (tagOrDigest.contains(":") ? "@" : ":") + tagOrDigest;
    }

    /** Returns a repository's name as bindings use it, with a hyphen for each separator. */
    public static String provider(String name) {
        return name.replaceAll("[/._]", "-");
    }

    /** Returns the image that a tag refers to now, by its digest. */
    public ContainerImage pinnedImage(
            Output<String> registryId, Output<String> repositoryName, String tag, InvokeOptions options) {
        var violations = Violations.of(subject);
        ImageReference.checkTag("image", tag, violations);
        Ashlar.check(violations);
        var digest = EcrFunctions.getImage(
                        GetImageArgs.builder()
                                .registryId(registryId)
                                .repositoryName(repositoryName)
                                .imageTag(tag)
                                .build(),
                        options)
                .applyValue(image -> image.imageDigest());
        return ContainerImage.of(Output.format("%s@%s", url, digest), arn);
    }
}
