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
     * The name of the repository, by which pipelines push and other stacks pull: 2 to 256 lower-case letters, digits
     * and separators, with slashes between parts. A change replaces the repository and loses its images. Default: the
     * component's name.
     */
    public abstract @Nullable String repositoryName();

    /**
     * Whether a tag can be pushed again for another image. Default: {@code false}, so that a tag permanently refers to
     * one image and a rollback runs the image that ran before.
     */
    @Value.Default
    public boolean mutableTags() {
        return false;
    }

    /** Whether ECR scans each pushed image for known vulnerabilities, which is free. Default: {@code true}. */
    @Value.Default
    public boolean scanOnPush() {
        return true;
    }

    /**
     * The customer managed key that encrypts the images. A change replaces the repository and loses its images.
     * Default: ECR's own keys (AES-256).
     */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** How long an untagged image is kept after it was pushed, in whole days. Default: 7 days. */
    @Value.Default
    public Duration untaggedRetention() {
        return Duration.ofDays(7);
    }

    /**
     * The number of tagged images that are kept, the newest first; at least 1. Images of {@link #expiries} are counted,
     * but expire by their own rule. Default: 30.
     */
    @Value.Default
    public int keptTaggedImages() {
        return 30;
    }

    /**
     * The prefixes of tags whose images do not expire, whichever other rule applies: the newest 1000 of each prefix are
     * kept. ECR does not know which images run, so a delivery adds a tag to each image that it deploys, such as
     * {@code deployed-prod-42}: a new one for each deployment, because tags are immutable. A rollback then finds its
     * image. A lifecycle policy has at most 50 rules: one for each prefix, one for each of the {@link #expiries}, and
     * two others. Default: {@code release-} and {@code deployed-}.
     */
    @Value.Default
    public List<String> protectedTagPrefixes() {
        return List.of("release-", "deployed-");
    }

    /**
     * Images that expire earlier than other tagged ones, such as those of pull requests, by the first of these rules
     * that selects them. Default: none.
     */
    public abstract List<ImageExpiry> expiries();

    /**
     * The ids of other AWS accounts whose roles can pull if their own policies allow it, 12 digits each. Default: none.
     */
    public abstract List<String> pullAccounts();

    /** The ARNs of roles of other accounts that can pull. Default: none. */
    public abstract List<Output<String>> pullPrincipals();

    /** The ARNs of roles of other accounts that can push and pull. Default: none. */
    public abstract List<Output<String>> pushPrincipals();

    /**
     * Whether Lambda can pull, for functions that run an image of this repository, in this account and in the
     * {@link #pullAccounts}. Default: {@code false}.
     */
    @Value.Default
    public boolean lambdaPull() {
        return false;
    }

    /**
     * The switches of the environment. With data protection, AWS and Pulumi reject deletion and replacement of a
     * repository that has images; without it, the images are deleted with the repository. Default:
     * {@link Profile#PROD}.
     */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of the repository. Default: none. */
    public abstract Map<String, String> tags();

    /** Returns a new builder. */
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

        /** Sets the customer managed key that encrypts the images. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** Sets the ids of other AWS accounts that can pull. */
        public Builder pullAccounts(String... accountIds) {
            return pullAccounts(List.of(accountIds));
        }

        /** Sets the ARNs of roles of other accounts that can pull. */
        public Builder pullPrincipals(String... arns) {
            return pullPrincipals(Stream.of(arns).map(Output::of).toList());
        }

        /** Sets the ARNs of roles of other accounts that can push and pull. */
        public Builder pushPrincipals(String... arns) {
            return pushPrincipals(Stream.of(arns).map(Output::of).toList());
        }

        /** Sets the images that expire earlier than other tagged ones. */
        public Builder expiries(ImageExpiry... expiries) {
            return expiries(List.of(expiries));
        }

        /** Sets the prefixes of tags whose images do not expire. */
        public Builder protectedTagPrefixes(String... prefixes) {
            return protectedTagPrefixes(List.of(prefixes));
        }
    }
}
