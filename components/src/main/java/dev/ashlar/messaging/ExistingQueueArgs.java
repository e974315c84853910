package dev.ashlar.messaging;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is known of a queue that exists already. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingQueueArgs {

    /** The ARN of the queue. Required. */
    public abstract @Nullable Output<String> arn();

    /** The URL of the queue. Required. */
    public abstract @Nullable Output<String> url();

    /** Whether it is a FIFO queue. Default: false. */
    @Value.Default
    public boolean fifo() {
        return false;
    }

    /** Its visibility timeout, so that consumers can be checked against it. Default: unknown. */
    public abstract @Nullable Duration visibilityTimeout();

    /** The customer managed key that encrypts it. Default: none. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** Starts the description. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExistingQueueArgs}. */
    public static final class Builder extends ImmutableExistingQueueArgs.Builder {
        Builder() {}

        /** The ARN of the queue. */
        public Builder arn(String arn) {
            return arn(Output.of(arn));
        }

        /** The URL of the queue. */
        public Builder url(String url) {
            return url(Output.of(url));
        }

        /** The customer managed key that encrypts it. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}
