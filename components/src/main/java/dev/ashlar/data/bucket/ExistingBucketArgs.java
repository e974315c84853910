package dev.ashlar.data.bucket;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The facts of a bucket that exists already, made by hand, by another stack or by another library. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingBucketArgs {

    /** The ARN of the bucket. Required. */
    public abstract @Nullable Output<String> bucketArn();

    /** The customer managed key that encrypts the objects. Default: none, S3's own keys. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** Starts the facts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these facts, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ExistingBucketArgs}. */
    public static final class Builder extends ImmutableExistingBucketArgs.Builder {
        Builder() {}

        /** The ARN of the bucket. */
        public Builder bucketArn(String arn) {
            return bucketArn(Output.of(arn));
        }

        /** The customer managed key that encrypts the objects. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}
