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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Users who log in, and the applications that they log in to (Amazon Cognito): sign-in by e-mail address, passwords of 12
 * characters, an authenticator app as second factor, and clients whose kind decides how they get tokens.
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
 * <p>It costs 0.015 USD for each user who is active in a month, beyond the first 10,000 (plan ESSENTIALS; PLUS 0.02 USD from
 * the first), and 0.40 USD a month for each client that has a secret.
 *
 * <p>Changing {@code emailAsUsername} would replace it, and all users would be lost, which a protected pool refuses at
 * preview. A change of its attributes is refused at preview in any case, except for new custom ones, by what it registered
 * in the last update. To give the pool up, set {@code deletionProtection(false)} and run {@code pulumi up} first.
 */
public final class UserPool extends Component implements UserDirectory, Observable {

    private static final String TYPE = "ashlar:identity:UserPool";
    private static final String SCHEMA = "schema";

    private final String name;
    private final UserPoolSchema schema;
    private final com.pulumi.aws.cognito.UserPool pool;
    private final Optional<UserPoolLoginDomain> loginDomain;
    private final UserPoolClients clients;

    /**
     * Creates a user pool.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public UserPool(String name, UserPoolArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a user pool.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public UserPool(String name, UserPoolArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        this.schema = UserPoolSchema.of(args);
        this.pool = new com.pulumi.aws.cognito.UserPool(
                name,
                UserPoolSettings.of(name, args, schema),
                childOptions()
                        .protect(args.deletionProtection())
                        .dependsOn(
                                rejectImmutableChanges(Map.of(SCHEMA, created -> schema.changesSince(created, name))))
                        .build());
        this.loginDomain =
                args.domain().map(domain -> new UserPoolLoginDomain(name, args, domain, pool.id(), this::childOptions));
        this.clients = new UserPoolClients(name, args, pool.id(), this::childOptions);
        args.firewall()
                .ifPresent(firewall ->
                        FirewallAssociation.create(childName("firewall"), arn(), firewall.arn(), childOptions()));
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
                Output.all(List.copyOf(clients.ids().values())),
                SCHEMA,
                Output.of(schema())));
    }

    /** Every fault of the options; empty when the user pool can be created. */
    public static Violations check(String name, UserPoolArgs args) {
        return UserPoolCheck.check(name, args);
    }

    /**
     * A user pool that exists already. Nothing is created.
     *
     * @throws dev.ashlar.core.InvalidArgsException with everything that is missing
     */
    public static UserDirectory fromExisting(ExistingUserPoolArgs args) {
        return ExistingUserPool.of(args);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Output<String> id() {
        return pool.id();
    }

    @Override
    public Output<String> arn() {
        return pool.arn();
    }

    @Override
    public Output<String> issuer() {
        return pool.endpoint().applyValue(endpoint -> "https://" + endpoint);
    }

    @Override
    public Output<String> domain() {
        return loginDomain().name();
    }

    @Override
    public Output<String> loginUrl() {
        return loginDomain().url(awsEnvironment());
    }

    private UserPoolLoginDomain loginDomain() {
        return ClientLookup.given(name, "domain", loginDomain.orElse(null), "give a domainPrefix or a customDomain");
    }

    @Override
    public Output<String> clientId(String client) {
        return ClientLookup.id(name, clients.ids(), client);
    }

    @Override
    public SecretReference clientSecret(String client) {
        return ClientLookup.secret(name, clients.secrets(), client);
    }

    @Override
    public UserPoolLogin login(String client) {
        var id = clientId(client);
        Violations.of("UserPool", name)
                .expect(
                        clients.logsUsersInWithASecret(client),
                        "client",
                        '"' + client + '"',
                        "a load balancer logs users in as a server, which has a secret",
                        "make it one of the kind SERVER with the loadBalancerUrl")
                .orThrow();
        return new UserPoolLogin(arn(), id, domain());
    }

    /** Each attribute in a few words by the name that tokens call it, to be given back as {@code schemaLock}. */
    public Map<String, String> schema() {
        return schema.describe();
    }

    @Override
    public List<Signal> signals() {
        return UserPoolSignals.of(name, pool.id(), clients.ids());
    }
}
