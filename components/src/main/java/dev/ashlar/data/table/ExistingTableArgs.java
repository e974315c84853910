package dev.ashlar.data.table;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The facts of an existing table, created by hand, by another stack or by another library. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingTableArgs {

    /** The ARN of the table. Required. */
    public abstract @Nullable Output<String> tableArn();

    /** The ARN of the table's stream. Required for {@link Table#stream()}. Default: none. */
    public abstract @Nullable Output<String> streamArn();

    /** The customer managed key that encrypts the table. Default: none, an AWS key. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these facts, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ExistingTableArgs}. */
    public static final class Builder extends ImmutableExistingTableArgs.Builder {
        Builder() {}

        /** Sets the ARN of the table. */
        public Builder tableArn(String arn) {
            return tableArn(Output.of(arn));
        }

        /** Sets the ARN of the table's stream. */
        public Builder streamArn(String arn) {
            return streamArn(Output.of(arn));
        }

        /** Sets the customer managed key that encrypts the table. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }
    }
}
