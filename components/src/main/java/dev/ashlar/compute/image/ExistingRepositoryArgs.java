package dev.ashlar.compute.image;

import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Describes an image repository that exists already, for
 * {@link ImageRepository#fromExisting(String, ExistingRepositoryArgs)}.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingRepositoryArgs {

    /**
     * The name of the repository in ECR, such as {@code shop/orders}. Default: the name given to {@code fromExisting}.
     */
    public abstract @Nullable String repositoryName();

    /**
     * The id of the AWS account that owns the repository, 12 digits. The repository's policy must allow the roles that
     * pull, and so must their own policies. Default: the account that the stack deploys to.
     */
    public abstract @Nullable String accountId();

    /**
     * The options of the functions that look up account, region and image digests, such as a provider of another
     * region. Default: none, so the stack's default provider answers.
     */
    public abstract @Nullable InvokeOptions invokeOptions();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExistingRepositoryArgs}. */
    public static final class Builder extends ImmutableExistingRepositoryArgs.Builder {
        Builder() {}
    }
}
