package dev.ashlar.compute.image.internal;

import com.pulumi.aws.ecr.EcrFunctions;
import com.pulumi.aws.ecr.inputs.GetImageArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.compute.image.ImageReference;
import dev.ashlar.compute.image.Repository;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;

/** An image whose tag is looked up now, so that its digest is what runs. */
public final class PinnedImage {

    private PinnedImage() {}

    public static ContainerImage of(
            Repository repository,
            Output<String> repositoryName,
            Output<String> registryId,
            String tag,
            InvokeOptions options) {
        var violations = Violations.of("ImageRepository", repository.repositoryName());
        ImageReference.checkTag("image", tag, violations);
        violations.orThrow();
        var digest = EcrFunctions.getImage(
                        GetImageArgs.builder()
                                .registryId(registryId)
                                .repositoryName(repositoryName)
                                .imageTag(tag)
                                .build(),
                        options)
                .applyValue(image -> image.imageDigest());
        return ContainerImage.of(Output.format("%s@%s", repository.repositoryUrl(), digest), repository.arn());
    }
}
