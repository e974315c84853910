package dev.ashlar.data.aurora.internal.binding;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.Database;
import dev.ashlar.data.aurora.ExistingDatabaseArgs;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import org.jspecify.annotations.Nullable;

/** A database that exists already. It provides bindings and creates nothing. */
public record ExistingDatabase(DatabaseBindings bindings) implements Database {

    public static Database of(String name, ExistingDatabaseArgs args) {
        var violations = check(name, args);
        Ashlar.check(violations);
        var known = new KnownArn(violations.subject());
        return new ExistingDatabase(new DatabaseBindings(
                violations.subject(),
                name,
                args.port(),
                given(args.databaseName()),
                known.of("clusterArn", given(args.clusterArn()), "rds"),
                hosts(name, args),
                masterSecret(args, known),
                null));
    }

    private static DatabaseHosts hosts(String name, ExistingDatabaseArgs args) {
        var readers = args.readerEndpoint();
        return new DatabaseHosts(
                name,
                given(args.endpoint()),
                readers == null ? given(args.endpoint()) : readers,
                given(args.securityGroupId()),
                given(args.clusterResourceId()),
                false);
    }

    // A missing fact is a violation, and is unknown while the program is planned.
    private static Output<String> given(@Nullable Output<String> fact) {
        return fact == null ? Created.<Output<String>>nothing().output(missing -> missing) : fact;
    }

    private static @Nullable SecretReference masterSecret(ExistingDatabaseArgs args, KnownArn known) {
        var secret = known.ifGiven("masterUserSecretArn", args.masterUserSecretArn(), "secretsmanager");
        return secret == null
                ? null
                : new SecretReference(secret, null, known.ifGiven("kmsKeyArn", args.kmsKeyArn(), "kms"));
    }

    public static Violations check(String name, ExistingDatabaseArgs args) {
        var violations = Violations.of("AuroraCluster.fromExisting", name);
        Names.check(name, violations);
        var check = new Check(violations);
        check.option("endpoint", args.endpoint())
                .required("services connect to it", "set it to the cluster's endpoint");
        check.option("databaseName", args.databaseName())
                .required("services connect to a database", "set it to its name");
        check.option("securityGroupId", args.securityGroupId())
                .required("services add their rules to it", "set it to the group's id");
        check.option("clusterArn", args.clusterArn())
                .required("permissions contain its region and account", "set it to the cluster's ARN");
        check.option("clusterResourceId", args.clusterResourceId())
                .required("permissions to connect contain it", "set it to the cluster's DbClusterResourceId");
        check.option("port", args.port()).within(1, 65_535, "ports");
        return violations;
    }

    @Override
    public Output<String> endpoint() {
        return bindings.hosts().writer();
    }

    @Override
    public Output<String> readerEndpoint() {
        return bindings.hosts().reader();
    }

    @Override
    public int port() {
        return bindings.port();
    }

    @Override
    public Output<String> securityGroupId() {
        return bindings.hosts().securityGroupId();
    }

    @Override
    public Binding connection(String user) {
        return bindings.connect(user, null);
    }

    @Override
    public Binding connection(String user, String prefix) {
        return bindings.connect(user, prefix);
    }

    @Override
    public Binding readerConnection(String user) {
        return bindings.read(user, null);
    }

    @Override
    public Binding readerConnection(String user, String prefix) {
        return bindings.read(user, prefix);
    }

    @Override
    public Binding passwordConnection(SecretReference secret) {
        return bindings.authenticate(secret, null);
    }

    @Override
    public Binding passwordConnection(SecretReference secret, String prefix) {
        return bindings.authenticate(secret, prefix);
    }

    @Override
    public Binding masterConnection() {
        return bindings.administer(null);
    }

    @Override
    public Binding masterConnection(String prefix) {
        return bindings.administer(prefix);
    }
}
