package dev.ashlar.data.aurora.internal.binding;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.Database;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bindings of a {@link Database}, whether it is created here or exists already. */
public final class DatabaseBindings {

    /** The users whose names an ARN can contain without a wildcard and without escaping. */
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    private final String subject;
    private final String name;
    private final int port;
    private final Output<String> databaseName;
    private final Output<String> clusterArn;
    private final DatabaseHosts hosts;
    private final @Nullable SecretReference masterSecret;
    private final @Nullable DatabaseProxy proxy;

    /**
     * Returns the bindings of a database.
     *
     * @param subject the database as messages name it, see {@link Violations#subject}
     * @param name the database as environment variables name it
     * @param clusterArn the ARN that has the partition, region and account of the users' ARNs
     * @param hosts the hosts of the cluster itself
     * @param masterSecret the secret with {@code username} and {@code password}; null if it is not known
     * @param proxy the proxy through which services connect; null if there is none
     */
    public DatabaseBindings(
            String subject,
            String name,
            int port,
            Output<String> databaseName,
            Output<String> clusterArn,
            DatabaseHosts hosts,
            @Nullable SecretReference masterSecret,
            @Nullable DatabaseProxy proxy) {
        this.subject = subject;
        this.name = name;
        this.port = port;
        this.databaseName = databaseName;
        this.clusterArn = clusterArn;
        this.hosts = hosts;
        this.masterSecret = masterSecret;
        this.proxy = proxy;
    }

    public int port() {
        return port;
    }

    /** Returns the hosts of the cluster itself, with or without a proxy. */
    public DatabaseHosts hosts() {
        return hosts;
    }

    public Binding connect(String user, @Nullable String prefix) {
        return logIn("connect", serviceHosts().writer(), user, prefix == null ? name : prefix);
    }

    public Binding read(String user, @Nullable String prefix) {
        return logIn("read", serviceHosts().reader(), user, prefix == null ? Names.child(name, "reader") : prefix);
    }

    /** Returns a connection to a host of some of the readers. It does not use the proxy. */
    public Binding readFrom(Output<String> host, String user, String prefix) {
        Ashlar.check(checkUser(user));
        return withToken("read", hosts, host, user, prefix);
    }

    public Binding authenticate(SecretReference secret, @Nullable String prefix) {
        checkWhole(secret);
        return withPassword("connect", hosts, hosts.writer(), secret.rotating(), prefix == null ? name : prefix);
    }

    private void checkWhole(SecretReference secret) {
        Ashlar.check(Violations.of(subject)
                .expect(
                        secret.jsonKey() == null,
                        "secret",
                        "the key " + secret.jsonKey(),
                        "the user and the password are two keys of one secret",
                        "use the secret without a key"));
    }

    public Binding administer(@Nullable String prefix) {
        var secret = knownMasterSecret();
        return withPassword(
                "administer",
                hosts,
                hosts.writer(),
                secret.rotating(),
                prefix == null ? Names.child(name, "master") : prefix);
    }

    /**
     * Returns a binding to the Data API, which accepts SQL over HTTPS.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html">Authorizing access to
     *     the Amazon RDS Data API</a>
     */
    public Binding sendSql(SecretReference secret, @Nullable String prefix) {
        checkWhole(secret);
        var start = prefix == null ? name : prefix;
        var binding = Binding.builder()
                .provider(name)
                .access("send SQL")
                .putEnvironment(Names.environmentVariable(start, "CLUSTER_ARN"), clusterArn)
                .putEnvironment(Names.environmentVariable(start, "SECRET_ARN"), secret.secretArn())
                .putEnvironment(Names.environmentVariable(start, "NAME"), databaseName)
                .addStatements(PolicyStatement.allow(
                        clusterArn,
                        "rds-data:BatchExecuteStatement",
                        "rds-data:BeginTransaction",
                        "rds-data:CommitTransaction",
                        "rds-data:ExecuteStatement",
                        "rds-data:RollbackTransaction"))
                .addStatements(PolicyStatement.allow(secret.secretArn(), "secretsmanager:GetSecretValue"))
                .addServices(AwsService.RDS_DATA);
        if (secret.kmsKeyArn() != null) {
            binding.addStatements(PolicyStatement.allow(secret.kmsKeyArn(), "kms:Decrypt"));
        }
        return binding.build();
    }

    private SecretReference knownMasterSecret() {
        if (masterSecret != null) {
            return masterSecret;
        }
        Ashlar.check(Violations.of(subject)
                .add(
                        "masterUserSecretArn",
                        null,
                        "the master connection takes its password from that secret",
                        "set it in fromExisting"));
        return unknownSecret();
    }

    /** Returns the secret of a user of the proxy. */
    public SecretReference proxyUser(String user) {
        var secret = proxy == null ? null : proxy.users().get(user);
        if (secret != null) {
            return secret;
        }
        Ashlar.check(Violations.of(subject)
                .add(
                        "proxyUserSecret",
                        '"' + user + '"',
                        "the user is not one of the proxy's users",
                        "add it to the users of the proxy"));
        return unknownSecret();
    }

    // Replaces a secret while the program is planned, after a violation.
    private static SecretReference unknownSecret() {
        return SecretReference.of(Created.<Output<String>>nothing().output(secretArn -> secretArn));
    }

    private DatabaseHosts serviceHosts() {
        return proxy == null ? hosts : proxy.hosts();
    }

    private Binding logIn(String access, Output<String> host, String user, String prefix) {
        var violations = checkUser(user);
        if (proxy == null) {
            Ashlar.check(violations);
            return withToken(access, hosts, host, user, prefix);
        }
        Ashlar.check(violations.expect(
                proxy.users().containsKey(user),
                "user",
                '"' + user + '"',
                "the users of the proxy are %s"
                        .formatted(new TreeSet<>(proxy.users().keySet())),
                "add it to the users of the proxy"));
        return proxy.iamAuthentication()
                ? withToken(access, proxy.hosts(), host, user, prefix)
                : withPassword(access, proxy.hosts(), host, proxy.users().getOrDefault(user, unknownSecret()), prefix);
    }

    private Violations checkUser(String user) {
        return Violations.of(subject)
                .expect(
                        USER.matcher(user).matches(),
                        "user",
                        '"' + user + '"',
                        "a database user is a letter and letters, digits, hyphens and underscores, at most 63 characters",
                        "use a name like \"app\"");
    }

    private Binding withToken(String access, DatabaseHosts target, Output<String> host, String user, String prefix) {
        return location(access, target, host, prefix)
                .putEnvironment(Names.environmentVariable(prefix, "USER"), Output.of(user))
                .addStatements(PolicyStatement.allow(userArn(target.resourceId(), user), "rds-db:connect"))
                .build();
    }

    private Binding withPassword(
            String access, DatabaseHosts target, Output<String> host, SecretReference secret, String prefix) {
        return location(access, target, host, prefix)
                .putSecrets(Names.environmentVariable(prefix, "USER"), secret.key("username"))
                .putSecrets(Names.environmentVariable(prefix, "PASSWORD"), secret.key("password"))
                .addServices(AwsService.SECRETS_MANAGER)
                .build();
    }

    private Binding.Builder location(String access, DatabaseHosts target, Output<String> host, String prefix) {
        return Binding.builder()
                .provider(target.name())
                .access(access)
                .putEnvironment(Names.environmentVariable(prefix, "HOST"), host)
                .putEnvironment(Names.environmentVariable(prefix, "PORT"), Output.of(String.valueOf(port)))
                .putEnvironment(Names.environmentVariable(prefix, "NAME"), databaseName)
                .path(new NetworkPath(target.securityGroupId(), port))
                .pausesWhenIdle(target.pausesWhenIdle());
    }

    /**
     * Returns the ARN of a database user.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html">
     *     Creating and using an IAM policy for IAM database access</a>
     */
    private Output<String> userArn(Output<String> resourceId, String user) {
        return Output.tuple(clusterArn, resourceId)
                .applyValue(
                        both -> AwsEnvironment.arnBeside(both.t1, "rds-db", "dbuser:%s/%s".formatted(both.t2, user)));
    }
}
