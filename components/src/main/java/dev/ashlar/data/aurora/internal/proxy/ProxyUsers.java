package dev.ashlar.data.aurora.internal.proxy;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.SecretReference;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The passwords with which an RDS Proxy logs in to its database: one secret for each database user. */
public final class ProxyUsers {

    private final String proxyName;
    private final AuroraClusterArgs args;
    private final Supplier<CustomResourceOptions.Builder> childOptions;
    private final InvokeOptions invokeOptions;

    public ProxyUsers(
            String clusterName,
            AuroraClusterArgs args,
            Supplier<CustomResourceOptions.Builder> childOptions,
            InvokeOptions invokeOptions) {
        this.proxyName = Names.child(clusterName, "proxy");
        this.args = args;
        this.childOptions = childOptions;
        this.invokeOptions = invokeOptions;
    }

    public Map<String, SecretReference> create() {
        var secrets = new TreeMap<String, SecretReference>();
        new TreeSet<>(args.proxy().users()).forEach(user -> secrets.put(user, create(user)));
        return secrets;
    }

    private SecretReference create(String user) {
        var name = Names.child(proxyName, "user", user);
        var properties = SecretArgs.builder()
                .description("Password of database user %s, for proxy %s".formatted(user, proxyName))
                .recoveryWindowInDays(args.profile().dataProtection() ? 30 : 0)
                .tags(Tags.named(name, args.tags()));
        if (args.kmsKeyArn() != null) {
            properties.kmsKeyId(args.kmsKeyArn());
        }
        var secret = new Secret(name, properties.build(), childOptions.get().build());
        // Every run draws a new password, and only the first one counts.
        var version = new SecretVersion(
                name,
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(Json.of(Map.of("username", user, "password", randomPassword()))
                                .asSecret())
                        .build(),
                childOptions.get().ignoreChanges("secretString").build());
        // From the version, so that nobody reads a secret that has no value yet.
        return new SecretReference(version.arn(), null, args.kmsKeyArn());
    }

    /** 32 letters and digits, which need no escaping in SQL and fit both engines. */
    private Output<String> randomPassword() {
        return SecretsmanagerFunctions.getRandomPassword(
                        GetRandomPasswordArgs.builder()
                                .passwordLength(32)
                                .excludePunctuation(true)
                                .build(),
                        invokeOptions)
                .applyValue(drawn -> drawn.randomPassword())
                .asSecret();
    }
}
