package dev.ashlar.identity;

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
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Names;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The applications of a user pool, and the scopes that they can have. */
final class UserPoolClients {

    private static final String CALLBACK_OF_LOAD_BALANCERS = "/oauth2/idpresponse";
    private static final int RETRY_GRACE_SECONDS = 10;
    private static final String MINUTES = "minutes";

    private final String pool;
    private final UserPoolArgs args;
    private final Output<String> poolId;
    private final Supplier<CustomResourceOptions.Builder> childOptions;
    private final Map<String, UserPoolClient> clients = new TreeMap<>();
    private final Map<String, SecretReference> secrets = new TreeMap<>();

    UserPoolClients(
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
    Map<String, Output<String>> ids() {
        var ids = new TreeMap<String, Output<String>>();
        clients.forEach((label, client) -> ids.put(label, client.id()));
        return ids;
    }

    /** Where the secrets of clients that have one are kept, by their labels. */
    Map<String, SecretReference> secrets() {
        return secrets;
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
                        .build());
        if (!plan.oauthFlows().isEmpty()) {
            builder.allowedOauthFlows(plan.oauthFlows()).allowedOauthScopes(plan.scopes());
        }
        if (plan.showsLogin()) {
            builder.callbackUrls(callbackUrls(client)).supportedIdentityProviders("COGNITO");
        }
        if (!client.logoutUrls().isEmpty()) {
            builder.logoutUrls(client.logoutUrls());
        }
        if (client.refreshTokenRotation()) {
            builder.refreshTokenRotation(UserPoolClientRefreshTokenRotationArgs.builder()
                    .feature("ENABLED")
                    .retryGracePeriodSeconds(RETRY_GRACE_SECONDS)
                    .build());
        }
        return builder;
    }

    // A load balancer's own host name may have capitals, and it calls itself without them.
    private static Output<List<String>> callbackUrls(AppClientArgs client) {
        var ofLoadBalancers = client.loadBalancerUrls().stream()
                .map(url -> url.applyValue(
                        base -> base.toLowerCase(Locale.ROOT).replaceAll("/+$", "") + CALLBACK_OF_LOAD_BALANCERS));
        return Output.all(Stream.concat(client.callbackUrls().stream().map(Output::of), ofLoadBalancers)
                .toList());
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
