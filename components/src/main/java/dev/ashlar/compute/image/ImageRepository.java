package dev.ashlar.compute.image;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.RepositoryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicyArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.compute.image.internal.ExistingRepository;
import dev.ashlar.compute.image.internal.ImageLifecycle;
import dev.ashlar.compute.image.internal.ImageRepositoryCheck;
import dev.ashlar.compute.image.internal.RepositoryAccess;
import dev.ashlar.compute.image.internal.RepositoryImages;
import dev.ashlar.core.Component;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates an ECR repository of container images, with immutable tags, a scan of each image, a lifecycle policy, and a
 * policy for other accounts that pull and push.
 *
 * <p>Its name is fixed, unlike that of other resources, because pipelines push by it and other stacks pull by it. A
 * second stack in the same account cannot create the same repository. Images must exist before a service that runs
 * them, so repositories belong in their own stack, and services refer to them by {@link #fromExisting(String)}.
 *
 * <p>It costs 0.10 USD a month for each GB of images. Changing {@code repositoryName} or {@code kmsKeyArn} replaces the
 * repository and loses its images.
 */
public final class ImageRepository extends Component implements Repository {

    private static final String TYPE = "ashlar:compute:ImageRepository";

    private final String name;
    private final String repositoryName;
    private final Created<com.pulumi.aws.ecr.Repository> created;

    /**
     * Creates a repository.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public ImageRepository(String name, ImageRepositoryArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a repository.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public ImageRepository(String name, ImageRepositoryArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.repositoryName = args.repositoryName() == null ? name : args.repositoryName();
        this.created = create(() -> {
            var children = children(args.tags());
            var repository = createRepository(children, args);
            expireImages(children, repository, args);
            allowOthers(children, repository, RepositoryAccess.of(name, args));
            return repository;
        });
        registerOutputs(Map.of("repositoryUrl", repositoryUrl(), "arn", arn()));
    }

    /** Returns the violations of the options; none if the repository can be created. */
    public static Violations check(String name, ImageRepositoryArgs args) {
        return ImageRepositoryCheck.check(name, args);
    }

    /**
     * Returns a repository that exists already in the account and region that the stack deploys to. Creates nothing and
     * sends no request to ECR: address and ARN follow from the name.
     *
     * @param name the name of the repository in ECR, such as {@code orders-api}
     * @throws dev.ashlar.core.InvalidArgsException if ECR does not allow the name
     */
    public static Repository fromExisting(String name) {
        return fromExisting(name, ExistingRepositoryArgs.builder().build());
    }

    /**
     * Returns a repository that exists already, in another account or region or under another name. Creates nothing.
     *
     * @param name the name that messages and bindings use
     * @throws dev.ashlar.core.InvalidArgsException if ECR does not allow the name, or the account id is not valid
     */
    public static Repository fromExisting(String name, ExistingRepositoryArgs args) {
        return ExistingRepository.of(name, args);
    }

    @Override
    public String repositoryName() {
        return repositoryName;
    }

    @Override
    public Output<String> repositoryUrl() {
        return created.output(com.pulumi.aws.ecr.Repository::repositoryUrl);
    }

    @Override
    public Output<String> arn() {
        return created.output(com.pulumi.aws.ecr.Repository::arn);
    }

    @Override
    public ContainerImage image(String tagOrDigest) {
        return images().image(tagOrDigest);
    }

    @Override
    public ContainerImage pinnedImage(String tag) {
        return images().pinnedImage(
                        created.output(com.pulumi.aws.ecr.Repository::registryId),
                        created.output(com.pulumi.aws.ecr.Repository::name),
                        tag,
                        InvokeOptions.builder().parent(this).build());
    }

    private RepositoryImages images() {
        return new RepositoryImages("ImageRepository \"%s\"".formatted(name), repositoryUrl(), arn());
    }

    private com.pulumi.aws.ecr.Repository createRepository(Children children, ImageRepositoryArgs args) {
        var kmsKeyArn = args.kmsKeyArn();
        var encryption = RepositoryEncryptionConfigurationArgs.builder();
        if (kmsKeyArn == null) {
            encryption.encryptionType("AES256");
        } else {
            encryption.encryptionType("KMS").kmsKey(kmsKeyArn);
        }
        return new com.pulumi.aws.ecr.Repository(
                children.name(),
                RepositoryArgs.builder()
                        .name(repositoryName)
                        .imageTagMutability(args.mutableTags() ? "MUTABLE" : "IMMUTABLE")
                        .imageScanningConfiguration(RepositoryImageScanningConfigurationArgs.builder()
                                .scanOnPush(args.scanOnPush())
                                .build())
                        .encryptionConfigurations(encryption.build())
                        .forceDelete(!args.profile().dataProtection())
                        .tags(children.tags())
                        .build(),
                children.options(options -> options.protect(args.profile().dataProtection())));
    }

    private static void expireImages(
            Children children, com.pulumi.aws.ecr.Repository repository, ImageRepositoryArgs args) {
        new LifecyclePolicy(
                children.name(),
                LifecyclePolicyArgs.builder()
                        .repository(repository.name())
                        .policy(ImageLifecycle.policy(args))
                        .build(),
                children.options());
    }

    private static void allowOthers(
            Children children, com.pulumi.aws.ecr.Repository repository, RepositoryAccess access) {
        if (access.isClosed()) {
            return;
        }
        new RepositoryPolicy(
                children.name(),
                RepositoryPolicyArgs.builder()
                        .repository(repository.name())
                        .policy(children.environment().apply(access::policy))
                        .build(),
                children.options());
    }
}
