package dev.ashlar.data.aurora;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.internal.AuroraCheck;
import dev.ashlar.data.aurora.internal.AuroraLogGroups;
import dev.ashlar.data.aurora.internal.AuroraParameterGroups;
import dev.ashlar.data.aurora.internal.AuroraPlan;
import dev.ashlar.data.aurora.internal.AuroraSignals;
import dev.ashlar.data.aurora.internal.ClusterResource;
import dev.ashlar.data.aurora.internal.MasterPassword;
import dev.ashlar.data.aurora.internal.binding.DatabaseBindings;
import dev.ashlar.data.aurora.internal.binding.DatabaseHosts;
import dev.ashlar.data.aurora.internal.binding.DatabaseProxy;
import dev.ashlar.data.aurora.internal.binding.ExistingDatabase;
import dev.ashlar.data.aurora.internal.instance.AuroraInstances;
import dev.ashlar.data.aurora.internal.instance.CustomEndpoints;
import dev.ashlar.data.aurora.internal.instance.ReaderAutoscaling;
import dev.ashlar.data.aurora.internal.proxy.AuroraProxy;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Creates an Aurora database, PostgreSQL or MySQL, on serverless or provisioned instances: a writer and named readers
 * in a network's isolated subnets, encrypted, with TLS required. RDS keeps the master user's password and rotates it;
 * services log in with IAM tokens, so no rotation affects them. The resources are the cluster, its instances, a subnet
 * group, parameter groups, log groups, a security group without rules and the rotation of the password; with the
 * options that require them, the role of Enhanced Monitoring, the scaling of readers, custom endpoints and an RDS
 * Proxy.
 *
 * <p>Each serverless instance costs about 0.12 USD per ACU-hour: some 44 USD a month for one that idles at 0.5 ACU. A
 * db.r8g.large costs some 200 USD a month, storage about 0.10 USD per GB and month, a proxy at least some 88 USD a
 * month.
 *
 * <p>Changing {@code engine}, {@code databaseName}, {@code masterUsername}, {@code kmsKeyArn},
 * {@code snapshotIdentifier}, {@code restoreToPointInTime} or {@code cloneOf} replaces the cluster: the old one is
 * deleted first, with its data, and with {@code finalSnapshot} into a snapshot. While {@code deletionProtection} is on,
 * Pulumi rejects the replacement. Adding readers, a proxy, monitoring or endpoints replaces nothing.
 *
 * <pre>{@code
 * var database = new AuroraCluster("database", AuroraClusterArgs.builder()
 *         .network(network)
 *         .maxCapacity(8)
 *         .build());
 * }</pre>
 */
public final class AuroraCluster extends Component implements Database, Observable {

    private static final String TYPE = "ashlar:data:AuroraCluster";

    private final String name;
    private final AuroraClusterArgs args;
    private final Created<Resources> created;
    private final DatabaseBindings bindings;

    private record Resources(
            SecurityGroup securityGroup,
            Cluster cluster,
            Map<String, Output<String>> customEndpoints,
            Optional<DatabaseProxy> proxy) {}

    /**
     * Creates a database.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public AuroraCluster(String name, AuroraClusterArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a database.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public AuroraCluster(String name, AuroraClusterArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.created = create(() -> {
            var plan = AuroraPlan.of(args);
            var children = children(args.tags());
            plan.network().placement().place(plan.instances().networkNeeds(name));
            var subnetGroup = createSubnetGroup(children, plan);
            var securityGroup = createSecurityGroup(children, plan);
            var parameterGroups = AuroraParameterGroups.create(children, args, plan);
            // The provider names the subnet group, so its name is new whenever this component is created again.
            var physicalName = subnetGroup.name();
            var logGroups = AuroraLogGroups.create(children, args, plan, physicalName);
            var cluster = new ClusterResource(
                            children, args, plan, physicalName, subnetGroup, securityGroup, parameterGroups)
                    .create(logGroups);
            MasterPassword.rotate(children, args, cluster);
            var instances = new AuroraInstances(
                            children,
                            args,
                            plan.instances(),
                            plan.followsMinorVersions(),
                            cluster,
                            subnetGroup,
                            parameterGroups.instanceGroup())
                    .create();
            createReaderAutoscaling(children, plan, cluster, instances);
            var customEndpoints = CustomEndpoints.create(children, args, cluster, instances);
            var proxy = createProxy(children, plan, cluster, securityGroup, physicalName, instances);
            return new Resources(securityGroup, cluster, customEndpoints, proxy);
        });
        this.bindings = createBindings();
        registerOutputs(Map.of(
                "endpoint", endpoint(),
                "readerEndpoint", readerEndpoint(),
                "clusterIdentifier", clusterIdentifier(),
                "securityGroupId", securityGroupId()));
    }

    /** Returns the violations of the options; none if the database can be created. */
    public static Violations check(String name, AuroraClusterArgs args) {
        var violations = AuroraCheck.check(name, args);
        RepeatedKeys.check(args.repeatedKeys(), violations);
        return violations;
    }

    /**
     * Returns a database that exists already, created by hand, by another stack or by another library. Creates nothing.
     *
     * @param name the name of the database in messages, in the consumers' rules and in environment variables
     * @throws dev.ashlar.core.InvalidArgsException if a required fact is missing; the message has all of them
     */
    public static Database fromExisting(String name, ExistingDatabaseArgs args) {
        return ExistingDatabase.of(name, args);
    }

    private static SubnetGroup createSubnetGroup(Children children, AuroraPlan plan) {
        return new SubnetGroup(
                children.name(),
                SubnetGroupArgs.builder()
                        .subnetIds(plan.network().isolatedSubnetIds())
                        .description("Subnets of Aurora cluster %s".formatted(children.name()))
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    private SecurityGroup createSecurityGroup(Children children, AuroraPlan plan) {
        return SecurityGroups.withoutRules(
                children.name(),
                plan.network().vpcId(),
                "Guards Aurora cluster " + children.name(),
                args.tags(),
                children.options());
    }

    private void createReaderAutoscaling(
            Children children, AuroraPlan plan, Cluster cluster, Map<String, ClusterInstance> instances) {
        if (args.readerScaling() != null) {
            ReaderAutoscaling.create(
                    children.scope("readers"),
                    args.readerScaling(),
                    plan.instances(),
                    cluster.clusterIdentifier(),
                    List.copyOf(instances.values()));
        }
    }

    private Optional<DatabaseProxy> createProxy(
            Children children,
            AuroraPlan plan,
            Cluster cluster,
            SecurityGroup securityGroup,
            Output<String> physicalName,
            Map<String, ClusterInstance> instances) {
        return Optional.ofNullable(args.proxy())
                .map(options -> new AuroraProxy(children, args, options, plan.network(), physicalName)
                        .create(cluster, securityGroup.id(), plan.instances(), List.copyOf(instances.values())));
    }

    private DatabaseBindings createBindings() {
        var hosts = new DatabaseHosts(
                name,
                created.output(resources -> resources.cluster().endpoint()),
                created.output(resources -> resources.cluster().readerEndpoint()),
                created.output(resources -> resources.securityGroup().id()),
                created.output(resources -> resources.cluster().clusterResourceId()),
                args.minCapacity() == 0);
        var planned = Optional.ofNullable(args.proxy())
                .map(options -> DatabaseProxy.planned(childName("proxy"), options, args.kmsKeyArn()));
        return new DatabaseBindings(
                subject(),
                name,
                args.engine().port(),
                Output.of(args.databaseName()),
                clusterArn(),
                hosts,
                new SecretReference(masterSecretArn(), null, args.kmsKeyArn()),
                created.get(Resources::proxy, planned).orElse(null));
    }

    private String subject() {
        return Violations.of("AuroraCluster", name).subject();
    }

    /** Returns the identifier of the cluster. */
    public Output<String> clusterIdentifier() {
        return created.output(resources -> resources.cluster().clusterIdentifier());
    }

    /** Returns the ARN of the cluster. */
    public Output<String> clusterArn() {
        return created.output(resources -> resources.cluster().arn());
    }

    /** Returns the ARN of the secret in which RDS keeps the name and the password of the master user. */
    public Output<String> masterSecretArn() {
        return created.output(resources -> MasterPassword.secretArn(resources.cluster()));
    }

    /**
     * Returns the secret with {@code username} and {@code password} of a user of the proxy, for the migration that
     * creates the user.
     *
     * @throws dev.ashlar.core.InvalidArgsException if there is no proxy, or it has no user of this name
     */
    public SecretReference proxyUserSecret(String user) {
        return bindings.proxyUser(user);
    }

    /**
     * Allows a service to connect to the readers of a custom endpoint, as {@link #connection} does, but never through a
     * proxy. The service gets the variables {@code <DATABASE>_<ENDPOINT>_HOST} and so on.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the cluster has no custom endpoint of that name
     */
    public Binding endpointConnection(String endpoint, String user) {
        var endpoints = new TreeSet<>(args.customEndpoints().keySet());
        var exists = endpoints.contains(endpoint);
        Ashlar.check(Violations.of(subject())
                .expect(
                        exists,
                        "endpoint",
                        '"' + endpoint + '"',
                        "the customEndpoints are %s".formatted(endpoints),
                        "use one of these, or add it"));
        var resources = exists ? created : Created.<Resources>nothing();
        return bindings.readFrom(
                resources.output(
                        all -> Objects.requireNonNull(all.customEndpoints().get(endpoint))),
                user,
                childName(endpoint));
    }

    /**
     * Allows a service to send SQL over HTTPS, as the user whose {@code username} and {@code password} are in a secret.
     * The service gets {@code <DATABASE>_CLUSTER_ARN}, {@code _SECRET_ARN} and {@code _NAME}. The Data API reads the
     * secret with each request, so a rotation has no effect on the service.
     *
     * @throws dev.ashlar.core.InvalidArgsException if {@code dataApi} is {@code false}, or the secret is only one key
     */
    public Binding dataApiConnection(SecretReference secret) {
        Ashlar.check(Violations.of(subject())
                .expect(
                        args.dataApi(),
                        "dataApi",
                        false,
                        "the Data API of this cluster is disabled",
                        "set dataApi to true"));
        return bindings.sendSql(secret, null);
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

    @Override
    public List<Signal> signals() {
        return AuroraSignals.of(name, clusterIdentifier(), args);
    }
}
