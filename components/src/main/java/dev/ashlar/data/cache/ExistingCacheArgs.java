package dev.ashlar.data.cache;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a cache that exists already, made by hand, by another stack or by another library, so that services can be
 * bound to it. It must demand TLS and a user's password.
 */
@Value.Immutable
@ArgsStyle
public abstract class ExistingCacheArgs {

    /** The host of the primary node, or with cluster mode the configuration endpoint. Required. */
    public abstract @Nullable Output<String> endpoint();

    /** The TCP port, 1 to 65535. Default: 6379. */
    @Value.Default
    public int port() {
        return Cache.PORT;
    }

    /** The user as whom services log in. Required. */
    public abstract @Nullable Output<String> user();

    /** The secret that holds the user's password. Required. */
    public abstract @Nullable Output<String> passwordSecretArn();

    /** The key of a secret that holds a JSON object. Default: the password is the whole secret. */
    public abstract @Nullable String passwordJsonKey();

    /** The customer managed key that encrypts the secret. Default: none, AWS's own key. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** The security group that guards the cache. Required. */
    public abstract @Nullable Output<String> securityGroupId();

    /** Starts the facts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these facts, defaults included. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ExistingCacheArgs}. */
    public static final class Builder extends ImmutableExistingCacheArgs.Builder {
        Builder() {}

        /** The host of the primary node, or with cluster mode the configuration endpoint. */
        public Builder endpoint(String host) {
            return endpoint(Output.of(host));
        }

        /** The user as whom services log in. */
        public Builder user(String user) {
            return user(Output.of(user));
        }

        /** The secret that holds the user's password. */
        public Builder passwordSecretArn(String arn) {
            return passwordSecretArn(Output.of(arn));
        }

        /** The customer managed key that encrypts the secret. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** The security group that guards the cache. */
        public Builder securityGroupId(String id) {
            return securityGroupId(Output.of(id));
        }
    }
}
