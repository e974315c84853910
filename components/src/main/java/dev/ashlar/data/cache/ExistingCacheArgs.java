package dev.ashlar.data.cache;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.ArgsStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The facts of an existing cache that services can be bound to. The cache must require TLS, a user and a password. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingCacheArgs {

    /** The host of the primary node, or in cluster mode the configuration endpoint. Required. */
    public abstract @Nullable Output<String> endpoint();

    /** The TCP port, 1 to 65535. Default: 6379. */
    @Value.Default
    public int port() {
        return Cache.PORT;
    }

    /** The user that services log in as. Required. */
    public abstract @Nullable Output<String> user();

    /** The secret that holds the user's password. Required. */
    public abstract @Nullable Output<String> passwordSecretArn();

    /** The key of the password in a secret that is a JSON object. Default: the secret is the password. */
    public abstract @Nullable String passwordJsonKey();

    /** The customer managed key that encrypts the secret. Default: none, the AWS managed key. */
    public abstract @Nullable Output<String> kmsKeyArn();

    /** The security group of the cache. Required. */
    public abstract @Nullable Output<String> securityGroupId();

    /** Returns a new builder. */
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

        /** Sets the host of the primary node, or in cluster mode the configuration endpoint. */
        public Builder endpoint(String host) {
            return endpoint(Output.of(host));
        }

        /** Sets the user that services log in as. */
        public Builder user(String user) {
            return user(Output.of(user));
        }

        /** Sets the secret that holds the user's password. */
        public Builder passwordSecretArn(String arn) {
            return passwordSecretArn(Output.of(arn));
        }

        /** Sets the customer managed key that encrypts the secret. */
        public Builder kmsKeyArn(String arn) {
            return kmsKeyArn(Output.of(arn));
        }

        /** Sets the security group of the cache. */
        public Builder securityGroupId(String id) {
            return securityGroupId(Output.of(id));
        }
    }
}
