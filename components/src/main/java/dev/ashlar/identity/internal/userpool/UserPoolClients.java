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
import com.pulumi.resources.Resource;
import dev.ashlar.core.SecretReference;
import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.OutputCheck;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the clients of a user pool, and the resource servers that define their scopes. */
public final class UserPoolClients {

    private static final String CALLBACK_OF_LOAD_BALANCERS = "/oauth2/idpresponse";
    private static final Pattern ORIGIN = Pattern.compile("https://[^/?#\\s]+");
    private static final int RETRY_GRACE_SECONDS = 10;
    private static final String MINUTES = "minutes";

    private final Children children;
    private final UserPoolArgs args;
    private final Output<String> poolId;
    private final Map<String, UserPoolClient> clients = new TreeMap<>();
    private final Map<String, SecretReference> secrets = new TreeMap<>();

    /** Creates the resource servers and the clients of a pool. */
    public UserPoolClients(Children children, UserPoolArgs args, Output<String> poolId) {
        this.children = children;
        this.args = args;
        this.poolId = poolId;
        var servers = new TreeMap<>(args.resourceServers())
                .entrySet().stream()
                        .map(server -> createResourceServer(server.getKey(), server.getValue()))
                        .toList();
        args.clients().forEach(client -> create(client, servers));
    }

    /** Returns the ids of the clients, by label. */
    public Map<String, Output<String>> ids() {
        var ids = new TreeMap<String, Output<String>>();
        clients.forEach((label, client) -> ids.put(label, client.id()));
        return ids;
    }

    /** Returns the secrets of the clients that have one, by label. */
    public Map<String, SecretReference> secrets() {
        return secrets;
    }

    /** Returns the ids of the clients of a pool that was not created, by label. */
    public static Map<String, Output<String>> unknownIds(UserPoolArgs pool) {
        var ids = new TreeMap<String, Output<String>>();
        pool.clients().forEach(client -> ids.put(String.valueOf(client.label()), Created.unknown()));
        return ids;
    }

    /** Returns the secrets of the clients of a pool that was not created, by label. */
    public static Map<String, SecretReference> unknownSecrets(UserPoolArgs pool) {
        var secrets = new TreeMap<String, SecretReference>();
        pool.clients().stream()
                .filter(client -> AppClientPlan.of(client, false).generateSecret())
                .forEach(client -> secrets.put(String.valueOf(client.label()), SecretReference.of(Created.unknown())));
        return secrets;
    }

    private Resource createResourceServer(String identifier, Map<String, String> scopes) {
        return new ResourceServer(
                children.name("scopes-of", identifier),
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
                children.options());
    }

    private void create(AppClientArgs client, List<Resource> servers) {
        var label = Objects.requireNonNull(client.label());
        var plan = AppClientPlan.of(client, args.passkeyDomain() != null);
        var created = new UserPoolClient(
                children.name(label),
                options(client, plan).build(),
                // Cognito requires a scope to exist before a client has it.
                children.options(options -> options.dependsOn(servers)));
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
                // Empty lists are set, because the provider ignores absent properties: a URL or scope removed from the
                // options would stay allowed.
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

    // The DNS name of a load balancer can have upper-case letters, but the callback URL that it uses does not. It does
    // not depend on the path of a route.
    private String callback(@Nullable String label, String url) {
        var origin = ORIGIN.matcher(url.toLowerCase(Locale.ROOT));
        if (!origin.lookingAt()) {
            throw new RunException(
                    "UserPool \"%s\": clients.%s.loadBalancerUrls is %s, but a load balancer logs users in over HTTPS only; give it a certificate or a domain, and its URL like https://shop.example.com."
                            .formatted(children.name(), label, url));
        }
        return origin.group() + CALLBACK_OF_LOAD_BALANCERS;
    }

    private SecretReference keep(String label, UserPoolClient client) {
        var place = children.scope(label);
        var secret = new Secret(
                place.name(),
                SecretArgs.builder()
                        .description("Secret of client %s of user pool %s".formatted(label, children.name()))
                        .recoveryWindowInDays(args.profile().dataProtection() ? 30 : 0)
                        .tags(place.tags())
                        .build(),
                place.options());
        new SecretVersion(
                place.name(),
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(client.clientSecret().asSecret())
                        .build(),
                place.options());
        return SecretReference.of(secret.arn());
    }

    private static int minutes(Duration validity) {
        return Math.toIntExact(validity.toMinutes());
    }
}
