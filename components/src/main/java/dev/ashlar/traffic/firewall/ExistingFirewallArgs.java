package dev.ashlar.traffic.firewall;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The facts of a firewall that exists already. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingFirewallArgs {

    /** The ARN of its web ACL, which must have the scope {@code REGIONAL}. Required. */
    public abstract @Nullable Output<String> webAclArn();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ExistingFirewallArgs}. */
    public static final class Builder extends ImmutableExistingFirewallArgs.Builder {
        Builder() {}

        /** Sets the ARN of its web ACL. */
        public Builder webAclArn(String arn) {
            return webAclArn(Output.of(arn));
        }
    }
}
