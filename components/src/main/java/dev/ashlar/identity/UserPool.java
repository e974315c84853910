package dev.ashlar.identity;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.internal.userpool.ClientLookup;
import dev.ashlar.identity.internal.userpool.ExistingUserPool;
import dev.ashlar.identity.internal.userpool.UserPoolCheck;
import dev.ashlar.identity.internal.userpool.UserPoolClients;
import dev.ashlar.identity.internal.userpool.UserPoolLoginDomain;
import dev.ashlar.identity.internal.userpool.UserPoolSchema;
import dev.ashlar.identity.internal.userpool.UserPoolSettings;
import dev.ashlar.identity.internal.userpool.UserPoolSignals;
import dev.ashlar.internal.aws.FirewallAssociation;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates an Amazon Cognito user pool with its applications: sign-in by e-mail address, passwords of 12 characters, an
 * authenticator app as second factor, and clients whose kind determines how they get tokens.
 *
 * <pre>{@code
 * var users = new UserPool("customers", UserPoolArgs.builder()
 *         .domainPrefix("acme-customers")
 *         .attribute("tenant", UserAttribute.text(1, 64))
 *         .client("web", ClientKind.SPA, web -> web.callbackUrls("https://shop.example.com/login"))
 *         .client("console", ClientKind.SERVER, console -> console.loadBalancerUrl(loadBalancer.url()))
 *         .build());
 * loadBalancer.route(route -> route.paths("/console/*").authenticate(users.login("console")))
 * IngestionApiArgs.builder().jwt(users.issuer(), users.audience("web"))
 * }</pre>
 *
 * <p>It costs 0.015 USD for each user who is active in a month, beyond the first 10,000 (plan ESSENTIALS; PLUS 0.02 USD
 * from the first), and 0.40 USD a month for each client that has a secret.
 *
 * <p>Changing {@code emailAsUsername} would replace the pool and lose all users, so the preview of a protected pool
 * rejects it. The preview rejects every change of the attributes except new custom ones, by comparing them with the
 * pool's outputs of the last update. To delete the pool, set {@code deletionProtection(false)} and run
 * {@code pulumi up} first.
 */
public final class UserPool extends Component implements UserDirectory, Observable {

    private static final String TYPE = "ashlar:identity:UserPool";
    private static final String SCHEMA = "schema";

    private final String name;
    private final UserPoolArgs args;
    private final UserPoolSchema schema;
    private final ClientLookup lookup;
    private final Created<Resources> created;

    private record Resources(
            com.pulumi.aws.cognito.UserPool pool,
            UserPoolClients clients,
            @Nullable UserPoolLoginDomain loginDomain) {

        // Only called for a pool whose options have a domain.
        UserPoolLoginDomain domain() {
            return Objects.requireNonNull(loginDomain);
        }
    }

    /**
     * Creates a user pool.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public UserPool(String name, UserPoolArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a user pool.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public UserPool(String name, UserPoolArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.schema = UserPoolSchema.of(args);
        this.lookup = new ClientLookup("UserPool \"%s\"".formatted(name));
        this.created = create(() -> {
            var children = children(args.tags());
            var pool = createPool(children);
            associateFirewall(pool);
            return new Resources(
                    pool,
                    new UserPoolClients(children, args, pool.id()),
                    UserPoolLoginDomain.create(children, args, pool.id()));
        });
        registerOutputs(Map.of(
                "id",
                id(),
                "arn",
                arn(),
                "issuer",
                issuer(),
                "jwksUri",
                jwksUri(),
                "clientIds",
                Output.all(List.copyOf(clientIds().values())),
                SCHEMA,
                Output.of(schema())));
    }

    private com.pulumi.aws.cognito.UserPool createPool(Children children) {
        var guards = rejectImmutableChanges(Map.of(SCHEMA, before -> schema.changesSince(before, name)));
        return new com.pulumi.aws.cognito.UserPool(
                children.name(), UserPoolSettings.of(name, args, schema), children.options(options -> options.protect(
                                args.deletionProtection())
                        .dependsOn(guards)));
    }

    private void associateFirewall(com.pulumi.aws.cognito.UserPool pool) {
        var firewall = args.firewall();
        if (firewall != null) {
            FirewallAssociation.create(childName("firewall"), pool.arn(), firewall.arn(), childOptions());
        }
    }

    /** Returns the violations of the options; none if the user pool can be created. */
    public static Violations check(String name, UserPoolArgs args) {
        var violations = UserPoolCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        return violations;
    }

    /**
     * Returns a user pool that exists already. Creates nothing.
     *
     * @param name the name that messages, bindings and environment variables use, such as {@code customers}
     * @throws dev.ashlar.core.InvalidArgsException if a required option is missing, or the name is not valid
     */
    public static UserDirectory fromExisting(String name, ExistingUserPoolArgs args) {
        return ExistingUserPool.of(name, args, args.repeatedKeys());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Output<String> id() {
        return created.output(resources -> resources.pool().id());
    }

    @Override
    public Output<String> arn() {
        return created.output(resources -> resources.pool().arn());
    }

    @Override
    public Output<String> issuer() {
        return created.output(resources -> resources.pool().endpoint()).applyValue(endpoint -> "https://" + endpoint);
    }

    @Override
    public Output<String> domain() {
        return hasDomain() ? created.output(resources -> resources.domain().name()) : Created.unknown();
    }

    @Override
    public Output<String> loginUrl() {
        return hasDomain() ? created.output(resources -> resources.domain().url(awsEnvironment())) : Created.unknown();
    }

    private boolean hasDomain() {
        return lookup.has("domain", args.domain(), "give a domainPrefix or a customDomain");
    }

    @Override
    public Output<String> clientId(String client) {
        return lookup.id(clientIds(), client);
    }

    private Map<String, Output<String>> clientIds() {
        return created.get(resources -> resources.clients().ids(), UserPoolClients.unknownIds(args));
    }

    @Override
    public SecretReference clientSecret(String client) {
        return lookup.secret(
                created.get(resources -> resources.clients().secrets(), UserPoolClients.unknownSecrets(args)), client);
    }

    @Override
    public UserPoolLogin login(String client) {
        var id = clientId(client);
        lookup.requireServer(args, client);
        return new UserPoolLogin(arn(), id, domain());
    }

    /** Returns a description of each attribute by its name in tokens, for {@code schemaLock}. */
    public Map<String, String> schema() {
        return schema.describe();
    }

    @Override
    public List<Signal> signals() {
        return UserPoolSignals.of(name, id(), clientIds());
    }
}
