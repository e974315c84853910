package dev.ashlar.data;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Names;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of a database, whether we created it or not.
 *
 * @param name how messages and the consumers' rules call the database
 * @param clusterArn tells partition, region and account
 * @param resourceId the cluster's {@code DbClusterResourceId}, such as {@code cluster-ABC123}
 * @param masterSecret the secret that holds {@code username} and {@code password}; null when it is not known
 */
record DatabaseBindings(
        String name,
        Output<String> endpoint,
        Output<String> readerEndpoint,
        int port,
        Output<String> databaseName,
        Output<String> securityGroupId,
        Output<String> clusterArn,
        Output<String> resourceId,
        @Nullable MasterSecret masterSecret) {

    /** Users that an ARN can name without a wildcard and without escaping. */
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    /** The master user's secret and the key that encrypts it, null for AWS's own. */
    record MasterSecret(Output<String> arn, @Nullable Output<String> kmsKeyArn) {}

    Binding connect(String user, @Nullable String prefix) {
        return iam("connect", endpoint, user, prefix == null ? name : prefix);
    }

    Binding read(String user, @Nullable String prefix) {
        return iam("read", readerEndpoint, user, prefix == null ? Names.child(name, "reader") : prefix);
    }

    Binding administer(@Nullable String prefix) {
        var violations = Violations.of("Database", name);
        violations.require(
                "masterUserSecretArn",
                masterSecret,
                "the master connection takes its password from that secret",
                "give the secret's ARN to fromExisting");
        violations.orThrow();
        var start = prefix == null ? Names.child(name, "master") : prefix;
        return location("administer", endpoint, start)
                .putSecrets(Names.environmentVariable(start, "USER"), secret("username"))
                .putSecrets(Names.environmentVariable(start, "PASSWORD"), secret("password"))
                .addServices(AwsService.SECRETS_MANAGER)
                .build();
    }

    private SecretReference secret(String jsonKey) {
        return new SecretReference(masterSecret.arn(), jsonKey, masterSecret.kmsKeyArn());
    }

    private Binding iam(String access, Output<String> host, String user, String prefix) {
        var violations = Violations.of("Database", name);
        violations.expect(
                USER.matcher(user).matches(),
                "user",
                '"' + user + '"',
                "a database user is a letter and letters, digits, hyphens and underscores, 63 at most",
                "use such a name, like \"app\"");
        violations.orThrow();
        return location(access, host, prefix)
                .putEnvironment(Names.environmentVariable(prefix, "USER"), Output.of(user))
                .addStatements(PolicyStatement.allow(userArn(user), "rds-db:connect"))
                .build();
    }

    private Binding.Builder location(String access, Output<String> host, String prefix) {
        return Binding.builder()
                .provider(name)
                .access(access)
                .putEnvironment(Names.environmentVariable(prefix, "HOST"), host)
                .putEnvironment(Names.environmentVariable(prefix, "PORT"), Output.of(String.valueOf(port)))
                .putEnvironment(Names.environmentVariable(prefix, "NAME"), databaseName)
                .path(new NetworkPath(securityGroupId, port));
    }

    /**
     * The ARN of a database user.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html">
     *     Creating and using an IAM policy for IAM database access</a>
     */
    private Output<String> userArn(String user) {
        return Output.tuple(clusterArn, resourceId).applyValue(both -> userArn(both.t1, both.t2, user));
    }

    static String userArn(String clusterArn, String resourceId, String user) {
        var parts = clusterArn.split(":", 6);
        return "arn:%s:rds-db:%s:%s:dbuser:%s/%s".formatted(parts[1], parts[3], parts[4], resourceId, user);
    }
}
