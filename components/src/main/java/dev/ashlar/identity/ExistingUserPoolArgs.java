package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is known of a user pool that exists already. */
@Value.Immutable
@ArgsStyle
public abstract class ExistingUserPoolArgs {

    /** The ARN of the user pool. Required. */
    public abstract @Nullable Output<String> arn();

    /** The id of the user pool. Required. */
    public abstract @Nullable Output<String> id();

    /** Who signs the tokens: {@code https://cognito-idp.<region>.amazonaws.com/<id>}. Required. */
    public abstract @Nullable Output<String> issuer();

    /** Where users log in: a prefix, or a whole domain name. Needed for logins. */
    public abstract @Nullable Output<String> domain();

    /** Where users log in, as a URL. Needed for clients with a secret. */
    public abstract @Nullable Output<String> loginUrl();

    /** The ids of its clients, by labels of yours. */
    public abstract Map<String, Output<String>> clientIds();

    /** Where the secrets of its clients are kept, by the same labels. */
    public abstract Map<String, SecretReference> clientSecrets();

    /** The keys that the builder received more than once, which the check rejects. */
    @Value.Auxiliary
    abstract Set<String> repeatedKeys();

    /** Starts the description. */
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

        /** The ARN of the user pool. */
        public Builder arn(String arn) {
            return arn(Output.of(arn));
        }

        /** The id of the user pool. */
        public Builder id(String id) {
            return id(Output.of(id));
        }

        /** Who signs the tokens. */
        public Builder issuer(String issuer) {
            return issuer(Output.of(issuer));
        }

        /** Where users log in: a prefix, or a whole domain name. */
        public Builder domain(String domain) {
            return domain(Output.of(domain));
        }

        /** Where users log in, as a URL. */
        public Builder loginUrl(String url) {
            return loginUrl(Output.of(url));
        }

        /** A client without a secret. */
        public Builder client(String label, Output<String> id) {
            return putClientIds(keys.take("clients", label), id);
        }

        /** A client with a secret, and where it is kept. */
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
