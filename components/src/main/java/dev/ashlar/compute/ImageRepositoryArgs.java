package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.core.ArgsStyle;
import dev.ashlar.core.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The options of an {@link ImageRepository}. */
@Value.Immutable
@ArgsStyle
public abstract class ImageRepositoryArgs {

    /**
     * The name of the repository, by which pipelines push and other stacks pull: 2 to 256 lower-case letters, digits and
     * separators, with slashes between parts. Default: the component's name. A change replaces the repository and loses its
     * images.
     */
    public abstract @Nullable String repositoryName();

    /**
     * Whether a tag may be pushed again for another image. Default: false, so that a tag names one image for ever and a
     * rollback runs what ran before.
     */
    @Value.Default
    public boolean mutableTags() {
        return false;
    }

    /** Whether an image is scanned for known vulnerabilities when it is pushed, which is free. Default: true. */
    @Value.Default
    public boolean scanOnPush() {
        return true;
    }

    /**
     * The customer managed key that encrypts the images. Default: encryption by keys of ECR itself (AES-256). A change
     * replaces the repository and loses its images.
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** How long an image without a tag is kept after it was pushed, in whole days. Default: 7 days. */
    @Value.Default
    public Duration untaggedRetention() {
        return Duration.ofDays(7);
    }

    /** How many tagged images are kept, the newest first; at least 1. Default: 30. */
    @Value.Default
    public int keptTaggedImages() {
        return 30;
    }

    /**
     * Tags that begin so are not counted among the {@link #keptTaggedImages} to expire: the newest 1000 of each prefix are
     * kept. Default: {@code release-} and {@code deployed-}. At most 48.
     */
    @Value.Default
    public List<String> protectedTagPrefixes() {
        return List.of("release-", "deployed-");
    }

    /** The ids of other AWS accounts that may pull, 12 digits each. Default: none. */
    public abstract List<String> pullAccounts();

    /**
     * Whether Lambda may pull, for functions that run an image of this repository, in this account and in the
     * {@link #pullAccounts}. Default: false.
     */
    @Value.Default
    public boolean lambdaPull() {
        return false;
    }

    /**
     * The environment's switches: without data protection the repository is deleted with its images. Default:
     * {@link Profile#PROD}.
     */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of the repository. Default: none. */
    public abstract Map<String, String> tags();

    /** Starts the options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ImageRepositoryArgs}. */
    public static final class Builder extends ImmutableImageRepositoryArgs.Builder {
        Builder() {}

        /** The customer managed key that encrypts the images. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** The ids of other AWS accounts that may pull. */
        public Builder pullAccounts(String... accountIds) {
            return pullAccounts(List.of(accountIds));
        }

        /** Tags that begin so are kept. */
        public Builder protectedTagPrefixes(String... prefixes) {
            return protectedTagPrefixes(List.of(prefixes));
        }
    }
}
