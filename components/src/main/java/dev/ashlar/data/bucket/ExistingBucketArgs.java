package dev.ashlar.data.bucket;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The facts of an existing bucket, created by hand, by another stack or by another library. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingBucketArgs {

    /** The ARN of the bucket. Required. */
    public abstract @Nullable Output<String> bucketArn();

    /** The customer managed key that encrypts the objects. Default: none, S3 managed keys. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** Returns a new builder. */
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

        /** Sets the ARN of the bucket. */
        public Builder bucketArn(String arn) {
            return bucketArn(Output.of(arn));
        }

        /** Sets the customer managed key that encrypts the objects. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}
