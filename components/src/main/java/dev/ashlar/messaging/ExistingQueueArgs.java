package dev.ashlar.messaging;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Describes a queue that exists already, for {@link MessageQueue#fromExisting}. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingQueueArgs {

    /** The ARN of the queue. Required. */
    public abstract @Nullable Output<String> arn();

    /** The URL of the queue. Required. */
    public abstract @Nullable Output<String> url();

    /** Whether the queue is a FIFO queue. Default: {@code false}. */
    @Value.Default
    public boolean fifo() {
        return false;
    }

    /** The visibility timeout of the queue, against which consumers are checked. Default: unknown, so they are not. */
    public abstract @Nullable Duration visibilityTimeout();

    /** The customer managed key that encrypts the queue. Default: none. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** Returns a new builder. */
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

        /** Sets the ARN of the queue. */
        public Builder arn(String arn) {
            return arn(Output.of(arn));
        }

        /** Sets the URL of the queue. */
        public Builder url(String url) {
            return url(Output.of(url));
        }

        /** Sets the customer managed key that encrypts the queue. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}
