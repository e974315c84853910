package dev.ashlar.identity.internal.userpool;

import com.pulumi.aws.cognito.ResourceServer;
import com.pulumi.aws.cognito.ResourceServerArgs;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.inputs.ResourceServerScopeArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientRefreshTokenRotationArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientTokenValidityUnitsArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.SecretReference;
import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.internal.component.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The applications of a user pool, and the scopes that they can have. */
public final class UserPoolClients {

    private static final String CALLBACK_OF_LOAD_BALANCERS = "/oauth2/idpresponse";
    private static final Pattern ORIGIN = Pattern.compile("https://[^/?#\\s]+");
    private static final int RETRY_GRACE_SECONDS = 10;
    private static final String MINUTES = "minutes";

    private final String pool;
    private final UserPoolArgs args;
    private final Output<String> poolId;
    private final Supplier<CustomResourceOptions.Builder> childOptions;
    private final Map<String, UserPoolClient> clients = new TreeMap<>();
    private final Map<String, SecretReference> secrets = new TreeMap<>();

    public UserPoolClients(
            String pool,
            UserPoolArgs args,
            Output<String> poolId,
            Supplier<CustomResourceOptions.Builder> childOptions) {
        this.pool = pool;
        this.args = args;
        this.poolId = poolId;
        this.childOptions = childOptions;
        var servers = new TreeMap<>(args.resourceServers())
                .entrySet().stream()
                        .map(server -> createResourceServer(server.getKey(), server.getValue()))
                        .toList();
        args.clients().forEach(client -> create(client, servers));
    }

    /** The ids of the clients, by their labels. */
    public Map<String, Output<String>> ids() {
        var ids = new TreeMap<String, Output<String>>();
        clients.forEach((label, client) -> ids.put(label, client.id()));
        return ids;
    }

    /** Where the secrets of clients that have one are kept, by their labels. */
    public Map<String, SecretReference> secrets() {
        return secrets;
    }

    /** Whether a load balancer can log users in as this client. */
    public boolean logsUsersInWithASecret(String label) {
        return args.clients().stream()
                .filter(client -> label.equals(client.label()))
                .map(client -> AppClientPlan.of(client, false))
                .anyMatch(plan -> plan.generateSecret() && plan.showsLogin());
    }

    private Resource createResourceServer(String identifier, Map<String, String> scopes) {
        return new ResourceServer(
                Names.child(pool, "scopes-of", identifier),
                ResourceServerArgs.builder()
                        .userPoolId(poolId)
                        .identifier(identifier)
                        .name(identifier)
                        .scopes(new TreeMap<>(scopes)
                                .entrySet().stream()
                                        .map(scope -> ResourceServerScopeArgs.builder()
                                                .scopeName(scope.getKey())
                                                .scopeDescription(scope.getValue())
                                                .build())
                                        .toList())
                        .build(),
                childOptions.get().build());
    }

    private void create(AppClientArgs client, List<Resource> servers) {
        var label = Objects.requireNonNull(client.label());
        var plan = AppClientPlan.of(client, args.passkeyDomain().isPresent());
        var created = new UserPoolClient(
                Names.child(pool, label),
                options(client, plan).build(),
                // A scope has to exist before a client may have it.
                childOptions.get().dependsOn(servers).build());
        clients.put(label, created);
        if (plan.generateSecret()) {
            secrets.put(label, keep(label, created));
        }
    }

    private UserPoolClientArgs.Builder options(AppClientArgs client, AppClientPlan plan) {
        var builder = UserPoolClientArgs.builder()
                .userPoolId(poolId)
                .generateSecret(plan.generateSecret())
                .explicitAuthFlows(plan.authFlows())
                .allowedOauthFlowsUserPoolClient(!plan.oauthFlows().isEmpty())
                .enableTokenRevocation(true)
                .preventUserExistenceErrors("ENABLED")
                .accessTokenValidity(minutes(client.accessTokenValidity()))
                .idTokenValidity(minutes(client.idTokenValidity()))
                .refreshTokenValidity(minutes(client.refreshTokenValidity()))
                .tokenValidityUnits(UserPoolClientTokenValidityUnitsArgs.builder()
                        .accessToken(MINUTES)
                        .idToken(MINUTES)
                        .refreshToken(MINUTES)
                        .build())
                // Empty lists are written, too: the provider leaves alone what is not mentioned, so that a URL or a
                // scope that is taken back would stay allowed.
                .allowedOauthFlows(plan.oauthFlows())
                .allowedOauthScopes(plan.scopes())
                .callbackUrls(callbackUrls(client))
                .logoutUrls(client.logoutUrls())
                .supportedIdentityProviders(plan.showsLogin() ? List.of("COGNITO") : List.of());
        if (client.kind() != ClientKind.MACHINE) {
            builder.readAttributes(ClientAttributes.readable(args)).writeAttributes(ClientAttributes.writable(client));
        }
        if (client.refreshTokenRotation()) {
            builder.refreshTokenRotation(UserPoolClientRefreshTokenRotationArgs.builder()
                    .feature("ENABLED")
                    .retryGracePeriodSeconds(RETRY_GRACE_SECONDS)
                    .build());
        }
        return builder;
    }

    private Output<List<String>> callbackUrls(AppClientArgs client) {
        var ofLoadBalancers = client.loadBalancerUrls().stream()
                .map(url -> OutputCheck.apply(url, known -> callback(client.label(), known)));
        return Output.all(Stream.concat(client.callbackUrls().stream().map(Output::of), ofLoadBalancers)
                .toList());
    }

    // A load balancer's own host name may have capitals, and it calls itself without them, whatever the path of a
    // route.
    private String callback(@Nullable String label, String url) {
        var origin = ORIGIN.matcher(url.toLowerCase(Locale.ROOT));
        if (!origin.lookingAt()) {
            throw new RunException(
                    "UserPool \"%s\": clients.%s.loadBalancerUrls is %s, but a load balancer logs users in over HTTPS only; give it a certificate or a domain, and its URL like https://shop.example.com."
                            .formatted(pool, label, url));
        }
        return origin.group() + CALLBACK_OF_LOAD_BALANCERS;
    }

    private SecretReference keep(String label, UserPoolClient client) {
        var name = Names.child(pool, label);
        var secret = new Secret(
                name,
                SecretArgs.builder()
                        .description("Secret of client %s of user pool %s".formatted(label, pool))
                        .recoveryWindowInDays(args.profile().dataProtection() ? 30 : 0)
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                childOptions.get().build());
        new SecretVersion(
                name,
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(client.clientSecret().asSecret())
                        .build(),
                childOptions.get().build());
        return SecretReference.of(secret.arn());
    }

    private static int minutes(Duration validity) {
        return Math.toIntExact(validity.toMinutes());
    }
}
