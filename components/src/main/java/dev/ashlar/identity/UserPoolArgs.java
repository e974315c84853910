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
 * The options of a {@link UserPool}. Where a change replaces the pool, every user is lost; a protected pool refuses it at
 * preview.
 */
@Value.Immutable
@ArgsStyle
public abstract class UserPoolArgs {

    /**
     * Whether users sign in with their e-mail address rather than a name that they choose. Default: true. A change replaces
     * the pool. Upper and lower case never matter.
     */
    @Value.Default
    public boolean emailAsUsername() {
        return true;
    }

    /** Whether everybody may make an account, rather than administrators for others. Default: false. */
    @Value.Default
    public boolean selfSignUp() {
        return false;
    }

    /**
     * Standard attributes that every user must have. Default: none. They are decided when the pool is created: a
     * change is refused.
     */
    public abstract Set<StandardAttribute> requiredAttributes();

    /**
     * Custom attributes of users, at most 50 with the required ones, by a name of up to 20 letters, digits and underscores;
     * tokens call them {@code custom:<name>}. Default: none. They can be added, but never changed or taken away. Users change
     * those only that an application names in {@link AppClientArgs#writableAttributes}.
     */
    public abstract Map<String, UserAttribute> attributes();

    /**
     * The schema that the pool has, as {@link UserPool#schema()} gives it, for a pool that was imported: what Cognito would
     * refuse is then refused with the other faults. A pool that the stack created needs no lock, since it remembers its
     * schema. Default: none.
     */
    public abstract Map<String, String> schemaLock();

    /** Whether users may or must have a second factor, an authenticator app. Default: they may. */
    @Value.Default
    public Mfa mfa() {
        return Mfa.OPTIONAL;
    }

    /**
     * The domain that passkeys are for, such as {@code example.com}; users can then sign in with one instead of their
     * password. With a custom login domain it must be that one. Default: no passkeys. Required multi-factor authentication
     * rules them out. The login pages of the pool's domain do not offer them: applications do, with the flow {@code
     * USER_AUTH}.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html">
     *     Authentication flows: passwordless sign-in</a>
     */
    public abstract @Nullable String passkeyDomain();

    /**
     * The least length of a password, 12 to 99 characters, of which one each is a lower-case and an upper-case letter, a
     * digit and a symbol. Default: 12.
     */
    @Value.Default
    public int minimumPasswordLength() {
        return 12;
    }

    /** How many of a user's last passwords may not be used again, 0 to 24. Default: 0. It needs more than the plan LITE. */
    @Value.Default
    public int passwordHistorySize() {
        return 0;
    }

    /** For how long an administrator's first password is good, 1 to 365 whole days. Default: 7 days. */
    @Value.Default
    public Duration temporaryPasswordValidity() {
        return Duration.ofDays(7);
    }

    /** What becomes of logins that look like an attack. Default: nothing. It needs the plan PLUS. */
    @Value.Default
    public ThreatProtection threatProtection() {
        return ThreatProtection.OFF;
    }

    /** What the pool can do. Default: ESSENTIALS, and PLUS with threat protection. */
    @Value.Default
    public FeaturePlan featurePlan() {
        return threatProtection() == ThreatProtection.OFF ? FeaturePlan.ESSENTIALS : FeaturePlan.PLUS;
    }

    /**
     * Where users log in and applications get their tokens. Required as soon as a client does either. A change replaces
     * the domain, not the pool, and users cannot log in meanwhile.
     */
    public abstract @Nullable LoginDomain domain();

    /** The applications. Default: none. */
    public abstract List<AppClientArgs> clients();

    /**
     * APIs that have scopes of their own, by their identifier, with a description of each scope: {@code orders} with {@code
     * read} gives the scope {@code orders/read}. Default: none.
     */
    public abstract Map<String, Map<String, String>> resourceServers();

    /** Who mails come from. Default: Cognito itself, which sends 50 a day. */
    public abstract @Nullable EmailSender emailSender();

    /**
     * The firewall before the pool and its login pages, of the scope {@code REGIONAL}. Default: none. Where users come back
     * to {@code http://localhost}, count the rule {@code EC2MetaDataSSRF_QUERYARGUMENTS} of the group {@code COMMON}, which
     * refuses that host in a query.
     */
    public abstract @Nullable Firewall firewall();

    /**
     * Whether AWS and Pulumi refuse to delete and to replace it. Default: the profile's {@code dataProtection}.
     */
    @Value.Default
    public boolean deletionProtection() {
        return profile().dataProtection();
    }

    /** The environment's switches, from which other options take their defaults. Default: {@link Profile#PROD}. */
    @Value.Default
    public Profile profile() {
        return Profile.PROD;
    }

    /** Tags of every resource. Default: none. */
    public abstract Map<String, String> tags();

    /** The keys that the builder received more than once, which the check rejects. */
    @Value.Auxiliary
    abstract Set<String> repeatedKeys();

    /** Starts the options. */
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

        /** Standard attributes that every user must have. */
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

        /** Adds an API with scopes that describe themselves. */
        public Builder resourceServer(String identifier, String... scopes) {
            var descriptions = new TreeMap<String, String>();
            Arrays.stream(scopes).forEach(scope -> descriptions.put(scope, scope));
            return putResourceServers(keys.take("resourceServers", identifier), descriptions);
        }

        /** Users log in at {@code <prefix>.auth.<region>.amazoncognito.com}. */
        public Builder domainPrefix(String prefix) {
            return domain(LoginDomain.prefix(prefix));
        }

        /** Users log in at a domain of yours, whose certificate exists in us-east-1, and whose DNS record is yours. */
        public Builder customDomain(String name, Output<String> certificateArn) {
            return domain(LoginDomain.custom(name, certificateArn));
        }

        /** Users log in at a domain of yours, which gets a certificate from a provider of us-east-1 and a DNS record. */
        public Builder customDomain(String name, Output<String> zoneId, ProviderResource certificateProvider) {
            return domain(LoginDomain.custom(name, zoneId, certificateProvider));
        }

        /** Sends mails from a verified identity of Amazon SES. */
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
