package dev.ashlar.compute.image;

import com.pulumi.core.Output;
import dev.ashlar.core.Profile;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /**
     * How many tagged images are kept, the newest first; at least 1. Those that {@link #expiries} names are counted, but
     * expire by their own rule. Default: 30.
     */
    @Value.Default
    public int keptTaggedImages() {
        return 30;
    }

    /**
     * Images with a tag that begins so do not expire, whatever else is said of them: the newest 1000 of each prefix are kept.
     * ECR does not know what runs, so a delivery gives each image that it deploys one more tag, such as
     * {@code deployed-prod-42}: a new one for each deployment, since tags cannot be moved. A rollback then finds its image.
     * Default: {@code release-} and {@code deployed-}. A lifecycle policy has at most 50 rules: one for each prefix, one for
     * each of the {@link #expiries}, and two others.
     */
    @Value.Default
    public List<String> protectedTagPrefixes() {
        return List.of("release-", "deployed-");
    }

    /**
     * Images that expire earlier than other tagged ones, such as those of pull requests, by the first of these rules that
     * selects them. Default: none.
     */
    public abstract List<ImageExpiry> expiries();

    /** The ids of other AWS accounts all of whose roles may pull if their own policies say so, 12 digits each. Default: none. */
    public abstract List<String> pullAccounts();

    /** The ARNs of roles of other accounts that may pull. Default: none. */
    public abstract List<Output<String>> pullPrincipals();

    /** The ARNs of roles of other accounts that may push, and pull. Default: none. */
    public abstract List<Output<String>> pushPrincipals();

    /**
     * Whether Lambda may pull, for functions that run an image of this repository, in this account and in the
     * {@link #pullAccounts}. Default: false.
     */
    @Value.Default
    public boolean lambdaPull() {
        return false;
    }

    /**
     * The environment's switches: with data protection neither AWS nor Pulumi deletes or replaces a repository that has
     * images, without it the images go with the repository. Default: {@link Profile#PROD}.
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

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
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

        /** The ARNs of roles of other accounts that may pull. */
        public Builder pullPrincipals(String... arns) {
            return pullPrincipals(Stream.of(arns).map(Output::of).toList());
        }

        /** The ARNs of roles of other accounts that may push, and pull. */
        public Builder pushPrincipals(String... arns) {
            return pushPrincipals(Stream.of(arns).map(Output::of).toList());
        }

        /** Images that expire earlier than other tagged ones. */
        public Builder expiries(ImageExpiry... expiries) {
            return expiries(List.of(expiries));
        }

        /** Tags that begin so are kept. */
        public Builder protectedTagPrefixes(String... prefixes) {
            return protectedTagPrefixes(List.of(prefixes));
        }
    }
}
