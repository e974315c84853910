package dev.ashlar.compute.image.internal;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.compute.image.ExistingRepositoryArgs;
import dev.ashlar.compute.image.Repository;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.AwsEnvironment;
import java.util.Objects;

/** A repository known by its name: its address and ARN follow from the account and the region. */
public final class ExistingRepository implements Repository {

    private final String name;
    private final String repositoryName;
    private final Output<AwsEnvironment> environment;
    private final InvokeOptions options;
    private final RepositoryImages images;

    private ExistingRepository(
            String name,
            String repositoryName,
            Output<AwsEnvironment> environment,
            InvokeOptions options,
            String subject) {
        this.name = name;
        this.repositoryName = repositoryName;
        this.environment = environment;
        this.options = options;
        this.images = new RepositoryImages(
                subject,
                environment.applyValue(where -> "%s.dkr.ecr.%s.%s/%s"
                        .formatted(where.accountId(), where.region(), where.dnsSuffix(), repositoryName)),
                environment.applyValue(where -> where.arn("ecr", "repository/" + repositoryName)));
    }

    /** Returns the repository that the options describe. */
    public static ExistingRepository of(String name, ExistingRepositoryArgs args) {
        var violations = Violations.of("ImageRepository.fromExisting", name);
        var repositoryName = Objects.requireNonNullElse(args.repositoryName(), name);
        ImageRepositoryCheck.checkRepositoryName("repositoryName", repositoryName, violations);
        if (args.repositoryName() != null) {
            ImageRepositoryCheck.checkRepositoryName("name", name, violations);
        }
        var accountId = args.accountId();
        if (accountId != null) {
            ImageRepositoryCheck.checkAccount("accountId", accountId, violations);
        }
        Ashlar.check(violations);
        var options = Objects.requireNonNullElse(args.invokeOptions(), InvokeOptions.Empty);
        var environment = AwsEnvironment.of(options);
        return new ExistingRepository(
                name,
                repositoryName,
                accountId == null ? environment : environment.applyValue(where -> where.inAccount(accountId)),
                options,
                violations.subject());
    }

    @Override
    public String provider() {
        return RepositoryImages.provider(name);
    }

    @Override
    public String repositoryName() {
        return repositoryName;
    }

    @Override
    public Output<String> repositoryUrl() {
        return images.url();
    }

    @Override
    public Output<String> arn() {
        return images.arn();
    }

    @Override
    public ContainerImage image(String tagOrDigest) {
        return images.image(tagOrDigest);
    }

    @Override
    public ContainerImage pinnedImage(String tag) {
        return images.pinnedImage(
                environment.applyValue(AwsEnvironment::accountId), Output.of(repositoryName), tag, options);
    }
}
