package dev.ashlar.data.aurora.internal.proxy;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Children;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The passwords with which an RDS Proxy logs in to its database: one secret for each database user. */
final class ProxyUsers {

    private final Children proxy;
    private final AuroraClusterArgs args;

    private ProxyUsers(Children proxy, AuroraClusterArgs args) {
        this.proxy = proxy;
        this.args = args;
    }

    /** Creates the secrets and returns them by user. */
    static SortedMap<String, SecretReference> create(Children proxy, AuroraClusterArgs args, AuroraProxyArgs options) {
        var users = new ProxyUsers(proxy, args);
        var secrets = new TreeMap<String, SecretReference>();
        new TreeSet<>(options.users()).forEach(user -> secrets.put(user, users.create(user)));
        return secrets;
    }

    private SecretReference create(String user) {
        var place = proxy.scope("user", user);
        var properties = SecretArgs.builder()
                .description("Password of database user %s, for proxy %s".formatted(user, proxy.name()))
                .recoveryWindowInDays(args.profile().dataProtection() ? 30 : 0)
                .tags(place.tags());
        if (args.kmsKeyArn() != null) {
            properties.kmsKeyId(args.kmsKeyArn());
        }
        var secret = new Secret(place.name(), properties.build(), place.options());
        // Each run generates another password, and only the first one is stored.
        var version = new SecretVersion(
                place.name(),
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(Json.of(Map.of("username", user, "password", randomPassword()))
                                .asSecret())
                        .build(),
                place.options(options -> options.ignoreChanges("secretString")));
        // From the version, so that a consumer depends on a secret that has a value.
        return new SecretReference(version.arn(), null, args.kmsKeyArn());
    }

    /** Returns 32 letters and digits, which need no escaping in SQL and are valid for both engines. */
    private Output<String> randomPassword() {
        return SecretsmanagerFunctions.getRandomPassword(
                        GetRandomPasswordArgs.builder()
                                .passwordLength(32)
                                .excludePunctuation(true)
                                .build(),
                        proxy.invokeOptions())
                .applyValue(generated -> generated.randomPassword())
                .asSecret();
    }
}
