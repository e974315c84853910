package dev.ashlar.data.aurora.internal.binding;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.Database;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.component.Names;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@link Database} hands out, whether we created it or not. Made by the components of this package. */
public final class DatabaseBindings {

    /** Users that an ARN can name without a wildcard and without escaping. */
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
     * The bindings of a database without a proxy.
     *
     * @param subject the database as messages name it, see {@link Violations#subject}
     * @param name the database as environment variables name it
     * @param clusterArn tells partition, region and account
     * @param masterSecret the secret that holds {@code username} and {@code password}; null when it is not known
     */
    public DatabaseBindings(
            String subject,
            String name,
            int port,
            Output<String> databaseName,
            Output<String> clusterArn,
            DatabaseHosts hosts,
            @Nullable SecretReference masterSecret) {
        this(subject, name, port, databaseName, clusterArn, hosts, masterSecret, null);
    }

    private DatabaseBindings(
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

    /** The same, where services go through a proxy. */
    public DatabaseBindings through(DatabaseProxy entrance) {
        return new DatabaseBindings(subject, name, port, databaseName, clusterArn, hosts, masterSecret, entrance);
    }

    public int port() {
        return port;
    }

    /** The cluster itself, proxy or not. */
    public DatabaseHosts hosts() {
        return hosts;
    }

    public Binding connect(String user, @Nullable String prefix) {
        return logIn("connect", hosts(proxy).writer(), user, prefix == null ? name : prefix);
    }

    public Binding read(String user, @Nullable String prefix) {
        return logIn("read", hosts(proxy).reader(), user, prefix == null ? Names.child(name, "reader") : prefix);
    }

    /** As {@link #read}, from a host that leads to some of the readers only. */
    public Binding readFrom(Output<String> host, String user, String prefix) {
        checkUser(user).orThrow();
        return withToken("read", hosts, host, user, prefix);
    }

    public Binding authenticate(SecretReference secret, @Nullable String prefix) {
        wholeSecret(secret);
        return withPassword("connect", hosts, hosts.writer(), secret.rotating(), prefix == null ? name : prefix);
    }

    private void wholeSecret(SecretReference secret) {
        Violations.of(subject)
                .expect(
                        secret.jsonKey() == null,
                        "secret",
                        "the key " + secret.jsonKey(),
                        "the user and the password are two keys of one secret",
                        "name the secret without a key")
                .orThrow();
    }

    public Binding administer(@Nullable String prefix) {
        var secret = masterSecret("the master connection takes its password from that secret");
        return withPassword(
                "administer",
                hosts,
                hosts.writer(),
                secret.rotating(),
                prefix == null ? Names.child(name, "master") : prefix);
    }

    /**
     * The way in by HTTPS.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html">Authorizing access to
     *     the Amazon RDS Data API</a>
     */
    public Binding sendSql(SecretReference secret, @Nullable String prefix) {
        wholeSecret(secret);
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

    private SecretReference masterSecret(String rule) {
        var violations = Violations.of(subject);
        violations.require("masterUserSecretArn", masterSecret, rule, "give the secret's ARN to fromExisting");
        violations.orThrow();
        return masterSecret;
    }

    private DatabaseHosts hosts(@Nullable DatabaseProxy entrance) {
        return entrance == null ? hosts : entrance.hosts();
    }

    private Binding logIn(String access, Output<String> host, String user, String prefix) {
        var violations = checkUser(user);
        if (proxy == null) {
            violations.orThrow();
            return withToken(access, hosts, host, user, prefix);
        }
        violations.expect(
                proxy.users().containsKey(user),
                "user",
                '"' + user + '"',
                "the proxy knows %s".formatted(new TreeSet<>(proxy.users().keySet())),
                "add it to the users of the proxy");
        violations.orThrow();
        return proxy.iamAuthentication()
                ? withToken(access, proxy.hosts(), host, user, prefix)
                : withPassword(access, proxy.hosts(), host, proxy.users().get(user), prefix);
    }

    private Violations checkUser(String user) {
        return Violations.of(subject)
                .expect(
                        USER.matcher(user).matches(),
                        "user",
                        '"' + user + '"',
                        "a database user is a letter and letters, digits, hyphens and underscores, 63 at most",
                        "use such a name, like \"app\"");
    }

    private Binding withToken(String access, DatabaseHosts way, Output<String> host, String user, String prefix) {
        return location(access, way, host, prefix)
                .putEnvironment(Names.environmentVariable(prefix, "USER"), Output.of(user))
                .addStatements(PolicyStatement.allow(userArn(way.resourceId(), user), "rds-db:connect"))
                .build();
    }

    private Binding withPassword(
            String access, DatabaseHosts way, Output<String> host, SecretReference secret, String prefix) {
        return location(access, way, host, prefix)
                .putSecrets(Names.environmentVariable(prefix, "USER"), secret.key("username"))
                .putSecrets(Names.environmentVariable(prefix, "PASSWORD"), secret.key("password"))
                .addServices(AwsService.SECRETS_MANAGER)
                .build();
    }

    private Binding.Builder location(String access, DatabaseHosts way, Output<String> host, String prefix) {
        return Binding.builder()
                .provider(way.name())
                .access(access)
                .putEnvironment(Names.environmentVariable(prefix, "HOST"), host)
                .putEnvironment(Names.environmentVariable(prefix, "PORT"), Output.of(String.valueOf(port)))
                .putEnvironment(Names.environmentVariable(prefix, "NAME"), databaseName)
                .path(new NetworkPath(way.securityGroupId(), port))
                .pausesWhenIdle(way.pauseWhenIdle());
    }

    /**
     * The ARN of a database user.
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
