package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Describes a user pool that exists already, for {@link UserPool#fromExisting}. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingUserPoolArgs {

    /** The ARN of the user pool. Required. */
    public abstract @Nullable Output<String> arn();

    /** The id of the user pool. Required. */
    public abstract @Nullable Output<String> id();

    /** The issuer of the tokens: {@code https://cognito-idp.<region>.amazonaws.com/<id>}. Required. */
    public abstract @Nullable Output<String> issuer();

    /** The login domain: a prefix or a full domain name. Required for logins by a load balancer. Default: none. */
    public abstract @Nullable Output<String> domain();

    /** The URL of the login domain. Required for clients with a secret. Default: none. */
    public abstract @Nullable Output<String> loginUrl();

    /** The ids of the clients, by labels that the caller chooses. Default: none. */
    public abstract Map<String, Output<String>> clientIds();

    /** The secrets of the clients in Secrets Manager, by the same labels. Default: none. */
    public abstract Map<String, SecretReference> clientSecrets();

    /** The keys that the builder received more than once. */
    @Value.Auxiliary
    abstract Set<String> repeatedKeys();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExistingUserPoolArgs}. */
    public static final class Builder extends ImmutableExistingUserPoolArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets the ARN of the user pool. */
        public Builder arn(String arn) {
            return arn(Output.of(arn));
        }

        /** Sets the id of the user pool. */
        public Builder id(String id) {
            return id(Output.of(id));
        }

        /** Sets the issuer of the tokens. */
        public Builder issuer(String issuer) {
            return issuer(Output.of(issuer));
        }

        /** Sets the login domain: a prefix or a full domain name. */
        public Builder domain(String domain) {
            return domain(Output.of(domain));
        }

        /** Sets the URL of the login domain. */
        public Builder loginUrl(String url) {
            return loginUrl(Output.of(url));
        }

        /** Adds a client without a secret. */
        public Builder client(String label, Output<String> id) {
            return putClientIds(keys.take("clients", label), id);
        }

        /** Adds a client with a secret. */
        public Builder client(String label, Output<String> id, SecretReference secret) {
            return client(label, id).putClientSecrets(label, secret);
        }

        @Override
        public ExistingUserPoolArgs build() {
            addAllRepeatedKeys(keys.all());
            return super.build();
        }
    }
}
