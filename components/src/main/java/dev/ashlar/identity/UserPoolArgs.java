package dev.ashlar.identity;

import com.pulumi.core.Output;
import com.pulumi.resources.ProviderResource;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Profile;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link UserPool}. If a change replaces the pool, all users are lost; the preview of a protected pool
 * rejects it.
 */
@Value.Immutable
@ArgsStyle
public abstract class UserPoolArgs {

    /**
     * Whether users sign in with their e-mail address rather than with a name that they choose. Case is ignored either
     * way. A change replaces the pool. Default: {@code true}.
     */
    @Value.Default
    public boolean emailAsUsername() {
        return true;
    }

    /** Whether users can create their own accounts, rather than administrators. Default: {@code false}. */
    @Value.Default
    public boolean selfSignUp() {
        return false;
    }

    /**
     * The standard attributes that every user must have. Cognito sets them when it creates the pool, so a change is
     * rejected. Default: none.
     */
    public abstract Set<StandardAttribute> requiredAttributes();

    /**
     * The custom attributes of users, at most 50 together with the required ones, by names of up to 20 letters, digits
     * and underscores. In tokens they are called {@code custom:<name>}. They can be added, but never changed or
     * removed. Users can change only those in an application's {@link AppClientArgs#writableAttributes}. Default: none.
     */
    public abstract Map<String, UserAttribute> attributes();

    /**
     * The current schema of an imported pool, as {@link UserPool#schema()} returns it: changes that Cognito would
     * reject are then violations. A pool that the stack created needs no lock, because its schema is an output.
     * Default: none.
     */
    public abstract Map<String, String> schemaLock();

    /** Whether users can or must have a second factor, an authenticator app. Default: {@code OPTIONAL}. */
    @Value.Default
    public Mfa mfa() {
        return Mfa.OPTIONAL;
    }

    /**
     * The domain of passkeys, such as {@code example.com}, with which users can sign in instead of a password. With a
     * custom login domain it must be the same. Excludes required multi-factor authentication. The login pages of the
     * pool's domain do not offer passkeys; applications do, with the flow {@code USER_AUTH}. Default: no passkeys.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">
     *     Authentication flows: passwordless sign-in</a>
     */
    public abstract @Nullable String passkeyDomain();

    /**
     * The minimum length of a password, 12 to 99 characters. A password must contain a lower-case and an upper-case
     * letter, a digit and a symbol. Default: 12.
     */
    @Value.Default
    public int minimumPasswordLength() {
        return 12;
    }

    /**
     * The number of previous passwords that a user cannot use again, 0 to 24. Requires a plan above LITE. Default: 0.
     */
    @Value.Default
    public int passwordHistorySize() {
        return 0;
    }

    /** How long a password that an administrator sets is valid, 1 to 365 whole days. Default: 7 days. */
    @Value.Default
    public Duration temporaryPasswordValidity() {
        return Duration.ofDays(7);
    }

    /** The response to logins that look like an attack. Requires the plan PLUS. Default: {@code OFF}. */
    @Value.Default
    public ThreatProtection threatProtection() {
        return ThreatProtection.OFF;
    }

    /** The features of the pool. Default: {@code ESSENTIALS}, or {@code PLUS} with threat protection. */
    @Value.Default
    public FeaturePlan featurePlan() {
        return threatProtection() == ThreatProtection.OFF ? FeaturePlan.ESSENTIALS : FeaturePlan.PLUS;
    }

    /**
     * The domain at which users log in and applications get tokens. Required if a client does either. A change replaces
     * the domain, not the pool; meanwhile users cannot log in. Default: none.
     */
    public abstract @Nullable LoginDomain domain();

    /** The applications, each with its own label. Default: none. */
    public abstract List<AppClientArgs> clients();

    /**
     * APIs with their own scopes, by identifier, with a description of each scope: {@code orders} with {@code read} is
     * the scope {@code orders/read}. Default: none.
     */
    public abstract Map<String, Map<String, String>> resourceServers();

    /** The sender of e-mails. Default: Cognito, which sends at most 50 a day. */
    public abstract @Nullable EmailSender emailSender();

    /**
     * The firewall that protects the pool and its login pages, of the scope {@code REGIONAL}. If users return to
     * {@code http://localhost}, count the rule {@code EC2MetaDataSSRF_QUERYARGUMENTS} of the group {@code COMMON},
     * which blocks that host in a query. Default: none.
     */
    public abstract @Nullable Firewall firewall();

    /**
     * Whether AWS and Pulumi reject deletion and replacement of the pool. Default: the profile's
     * {@code dataProtection}.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /** The switches of the environment, which set the defaults of other options. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** The tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

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

    /** Builds {@link UserPoolArgs}. */
    public static final class Builder extends ImmutableUserPoolArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets the standard attributes that every user must have. */
        public Builder requiredAttributes(StandardAttribute... attributes) {
            return requiredAttributes(Arrays.asList(attributes));
        }

        /** Adds a custom attribute. */
        public Builder attribute(String name, UserAttribute attribute) {
            return putAttributes(keys.take("attributes", name), attribute);
        }

        /** Adds an application. */
        public Builder client(String label, ClientKind kind, Consumer<AppClientArgs.Builder> options) {
            var builder = AppClientArgs.builder().label(label).kind(kind);
            options.accept(builder);
            return addClients(builder.build());
        }

        /** Adds an API whose scopes are described by their names. */
        public Builder resourceServer(String identifier, String... scopes) {
            var descriptions = new TreeMap<String, String>();
            Arrays.stream(scopes).forEach(scope -> descriptions.put(scope, scope));
            return putResourceServers(keys.take("resourceServers", identifier), descriptions);
        }

        /** Sets the login domain {@code <prefix>.auth.<region>.amazoncognito.com}. */
        public Builder domainPrefix(String prefix) {
            return domain(LoginDomain.prefix(prefix));
        }

        /** Sets a custom login domain with an existing certificate in us-east-1. The caller creates its DNS record. */
        public Builder customDomain(String name, Output<String> certificateArn) {
            return domain(LoginDomain.custom(name, certificateArn));
        }

        /** Sets a custom login domain that gets a certificate, from a provider of us-east-1, and a DNS record. */
        public Builder customDomain(String name, Output<String> zoneId, ProviderResource certificateProvider) {
            return domain(LoginDomain.custom(name, zoneId, certificateProvider));
        }

        /** Sends e-mails from a verified identity of Amazon SES. */
        public Builder emailSender(Output<String> identityArn, String from) {
            return emailSender(new EmailSender(identityArn, from));
        }

        @Override
        public UserPoolArgs build() {
            addAllRepeatedKeys(keys.all());
            return super.build();
        }
    }
}
