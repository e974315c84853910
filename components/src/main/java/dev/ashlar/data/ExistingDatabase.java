package dev.ashlar.data;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Names;
import dev.ashlar.core.Violations;

/** A database that exists already: it hands out bindings and creates nothing. */
final class ExistingDatabase implements Database {

    private final DatabaseBindings bindings;

    private ExistingDatabase(DatabaseBindings bindings) {
        this.bindings = bindings;
    }

    static Database of(String name, ExistingDatabaseArgs args) {
        check(name, args).orThrow();
        var readers = args.readerEndpoint();
        var secret = args.masterUserSecretArn();
        return new ExistingDatabase(new DatabaseBindings(
                name,
                args.endpoint(),
                readers == null ? args.endpoint() : readers,
                args.port(),
                args.databaseName(),
                args.securityGroupId(),
                args.clusterArn(),
                args.clusterResourceId(),
                secret == null ? null : new DatabaseBindings.MasterSecret(secret, args.kmsKeyArn())));
    }

    static Violations check(String name, ExistingDatabaseArgs args) {
        var violations = Violations.of("AuroraCluster.fromExisting", name);
        Names.check(name, violations);
        violations.require("endpoint", args.endpoint(), "services connect to it", "give the cluster's endpoint");
        violations.require("databaseName", args.databaseName(), "services connect to one", "give its name");
        violations.require(
                "securityGroupId", args.securityGroupId(), "services open their way through it", "give the group's id");
        violations.require(
                "clusterArn", args.clusterArn(), "it tells partition, region and account", "give the cluster's ARN");
        violations.require(
                "clusterResourceId",
                args.clusterResourceId(),
                "permissions to connect name it",
                "give the cluster's DbClusterResourceId");
        violations.expect(
                args.port() >= 1 && args.port() <= 65535, "port", args.port(), "ports go from 1 to 65535", "use one");
        return violations;
    }

    @Override
    public Output<String> endpoint() {
        return bindings.endpoint();
    }

    @Override
    public Output<String> readerEndpoint() {
        return bindings.readerEndpoint();
    }

    @Override
    public int port() {
        return bindings.port();
    }

    @Override
    public Output<String> securityGroupId() {
        return bindings.securityGroupId();
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
    public Binding masterConnection() {
        return bindings.administer(null);
    }

    @Override
    public Binding masterConnection(String prefix) {
        return bindings.administer(prefix);
    }
}
