package dev.ashlar.compute.image.internal;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.compute.image.Repository;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.internal.aws.AwsEnvironment;

/** A repository known by its name alone; its address and ARN follow from the account and region. */
public final class ExistingRepository implements Repository {

    private final String repositoryName;
    private final Output<AwsEnvironment> place;
    private final InvokeOptions options;
    private final Output<String> repositoryUrl;
    private final Output<String> arn;

    public ExistingRepository(String repositoryName, Output<AwsEnvironment> place, InvokeOptions options) {
        this.repositoryName = repositoryName;
        this.place = place;
        this.options = options;
        this.repositoryUrl = place.applyValue(where ->
                "%s.dkr.ecr.%s.%s/%s".formatted(where.accountId(), where.region(), where.dnsSuffix(), repositoryName));
        this.arn = place.applyValue(where -> where.arn("ecr", "repository/" + repositoryName));
    }

    @Override
    public String repositoryName() {
        return repositoryName;
    }

    @Override
    public Output<String> repositoryUrl() {
        return repositoryUrl;
    }

    @Override
    public Output<String> arn() {
        return arn;
    }

    @Override
    public ContainerImage pinnedImage(String tag) {
        return PinnedImage.of(
                this, Output.of(repositoryName), place.applyValue(AwsEnvironment::accountId), tag, options);
    }
}
