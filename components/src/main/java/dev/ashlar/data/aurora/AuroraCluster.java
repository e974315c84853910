package dev.ashlar.data.aurora;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Aurora database, PostgreSQL or MySQL, on serverless or provisioned instances: a writer and named readers in a network's
 * isolated subnets, encrypted, reached over TLS only. RDS keeps and rotates the master user's password; services log in with
 * tokens of IAM, so that no rotation concerns them. It creates the cluster, its instances, subnet and parameter groups, log
 * groups, a security group without rules, the rotation of the password, and where they are asked for, the role of Enhanced
 * Monitoring, the scaling of readers, custom endpoints and an RDS Proxy.
 *
 * <p>Each serverless instance costs about 0.12 USD an hour for each ACU, so one that idles at 0.5 ACU some 44 USD a month, and
 * a db.r8g.large some 200 USD; storage about 0.10 USD a month for each GB; a proxy some 88 USD or more.
 *
 * <p>Changing {@code engine}, {@code databaseName}, {@code masterUsername}, {@code kmsKeyArn}, {@code snapshotIdentifier},
 * {@code restoreToPointInTime} or {@code cloneOf} replaces the cluster: the old one is deleted first, with its data, and where
 * {@code finalSnapshot} is on, into a snapshot. While {@code deletionProtection} is on, Pulumi refuses such a change. Adding
 * readers, a proxy, monitoring or endpoints replaces nothing.
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
    private final AuroraPlan plan;
    private final SubnetGroup subnetGroup;
    private final SecurityGroup securityGroup;
    private final Cluster cluster;
    private final Map<String, Output<String>> customEndpoints;
    private final @Nullable DatabaseProxy proxy;
    private final DatabaseBindings bindings;

    /**
     * Creates a database.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public AuroraCluster(String name, AuroraClusterArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a database.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public AuroraCluster(String name, AuroraClusterArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        this.args = args;
        this.plan = AuroraPlan.of(args);
        args.network().placement().place(AuroraPlan.networkNeeds(name, args));
        this.subnetGroup = createSubnetGroup();
        this.securityGroup = createSecurityGroup();
        var parameterGroups = new AuroraParameterGroups(name, args, plan, child());
        var logGroups = AuroraLogGroups.create(name, args, plan, physicalName(), child());
        this.cluster = createCluster(parameterGroups, logGroups);
        var instances = createInstances(parameterGroups);
        followLoad(instances);
        this.customEndpoints = CustomEndpoints.create(name, args, cluster, instances, child());
        rotateMasterPassword();
        this.proxy = createProxy(instances);
        this.bindings = createBindings();
        registerOutputs(Map.of(
                "endpoint", endpoint(),
                "readerEndpoint", readerEndpoint(),
                "clusterIdentifier", clusterIdentifier(),
                "securityGroupId", securityGroupId()));
    }

    /** Every fault of the options; empty when the database can be created. */
    public static Violations check(String name, AuroraClusterArgs args) {
        return AuroraCheck.check(name, args);
    }

    /**
     * A database that exists already, made by hand, by another stack or by another library. Creates nothing.
     *
     * @param name how the consumers' rules and environment variables call it
     * @throws dev.ashlar.core.InvalidArgsException with every fact that is missing
     */
    public static Database fromExisting(String name, ExistingDatabaseArgs args) {
        return ExistingDatabase.of(name, args);
    }

    private SubnetGroup createSubnetGroup() {
        return new SubnetGroup(
                name,
                SubnetGroupArgs.builder()
                        .subnetIds(args.network().isolatedSubnetIds())
                        .description("Where Aurora cluster %s stands".formatted(name))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    private SecurityGroup createSecurityGroup() {
        return SecurityGroups.withoutRules(
                name, args.network().vpcId(), "Guards Aurora cluster " + name, args.tags(), child());
    }

    private Cluster createCluster(AuroraParameterGroups parameterGroups, List<Resource> logGroups) {
        var options = childOptions()
                .protect(args.deletionProtection())
                // Its identifier is fixed by the log groups, so the next incarnation cannot stand beside it.
                .deleteBeforeReplace(true)
                .dependsOn(logGroups);
        var unchanged = new ArrayList<String>();
        // RDS takes it at creation only, and a copy of another cluster begins with RDS's default.
        unchanged.add("engineLifecycleSupport");
        if (plan.ignoresVersion()) {
            unchanged.add("engineVersion");
        }
        if (!plan.restores()) {
            // To the provider, taking it away would mean another cluster.
            unchanged.add("restoreToPointInTime");
        }
        var properties =
                new AuroraProperties(name, args, plan, physicalName(), subnetGroup, securityGroup, parameterGroups);
        return new Cluster(
                name, properties.clusterArgs(), options.ignoreChanges(unchanged).build());
    }

    private Map<String, ClusterInstance> createInstances(AuroraParameterGroups parameterGroups) {
        var monitoring = args.monitoringInterval().isZero()
                ? null
                : EnhancedMonitoring.permit(name, place(), args.tags(), child());
        return new AuroraInstances(name, args, plan, cluster, subnetGroup, parameterGroups.instanceGroup(), monitoring)
                .create(this::childOptions);
    }

    private void followLoad(Map<String, ClusterInstance> instances) {
        var scaling = args.readerScaling();
        if (scaling != null) {
            var afterInstances =
                    childOptions().dependsOn(List.copyOf(instances.values())).build();
            ReaderAutoscaling.follow(
                    name, scaling, instances.size() - 1, clusterIdentifier(), args.tags(), afterInstances, child());
        }
    }

    private void rotateMasterPassword() {
        new SecretRotation(
                childName("master"),
                SecretRotationArgs.builder()
                        .secretId(masterSecretArn())
                        // The password is new already.
                        .rotateImmediately(false)
                        .rotationRules(SecretRotationRotationRulesArgs.builder()
                                .automaticallyAfterDays(Math.toIntExact(
                                        args.masterPasswordRotation().toDays()))
                                .build())
                        .build(),
                child());
    }

    private @Nullable DatabaseProxy createProxy(Map<String, ClusterInstance> instances) {
        if (args.proxy() == null) {
            return null;
        }
        var invokeOptions = InvokeOptions.builder().parent(this).build();
        var users = new ProxyUsers(name, args, this::childOptions, invokeOptions).create();
        return new AuroraProxy(name, args, physicalName(), this::childOptions)
                .create(
                        cluster,
                        hosts(),
                        place(),
                        users,
                        AuroraPlan.leastReaders(args) > 0,
                        List.copyOf(instances.values()));
    }

    private DatabaseBindings createBindings() {
        var direct = new DatabaseBindings(
                name,
                args.engine().port(),
                Output.of(args.databaseName()),
                cluster.arn(),
                hosts(),
                new SecretReference(masterSecretArn(), null, args.kmsKeyArn()));
        return proxy == null ? direct : direct.through(proxy);
    }

    private DatabaseHosts hosts() {
        return new DatabaseHosts(
                name,
                cluster.endpoint(),
                cluster.readerEndpoint(),
                securityGroup.id(),
                cluster.clusterResourceId(),
                args.minCapacity() == 0);
    }

    private Output<Arn> place() {
        return Arn.of(subnetGroup.arn());
    }

    /** The subnet group is named by the provider, so its name is new whenever this component is created anew. */
    private Output<String> physicalName() {
        return subnetGroup.name();
    }

    /** The identifier of the cluster. */
    public Output<String> clusterIdentifier() {
        return cluster.clusterIdentifier();
    }

    /** The ARN of the cluster. */
    public Output<String> clusterArn() {
        return cluster.arn();
    }

    /** The secret in which RDS keeps the master user's name and password. */
    public Output<String> masterSecretArn() {
        return cluster.masterUserSecrets()
                .applyValue(secrets -> secrets.get(0).secretArn().orElseThrow());
    }

    /**
     * The secret with {@code username} and {@code password} of a user of the proxy, for the migration that creates the user.
     *
     * @throws dev.ashlar.core.InvalidArgsException when there is no proxy, or it does not know the user
     */
    public SecretReference proxyUserSecret(String user) {
        Violations.of("AuroraCluster", name)
                .expect(
                        proxy != null && proxy.users().containsKey(user),
                        "proxyUserSecret",
                        '"' + user + '"',
                        "no proxy knows such a user",
                        "add it to the users of the proxy")
                .orThrow();
        return proxy.users().get(user);
    }

    /**
     * Lets a service connect to the readers of a custom endpoint, never through a proxy, as {@link #connection} does
     * otherwise. The variables are {@code <DATABASE>_<ENDPOINT>_HOST} and so on.
     *
     * @throws dev.ashlar.core.InvalidArgsException when the cluster has no such endpoint
     */
    public Binding endpointConnection(String endpoint, String user) {
        Violations.of("AuroraCluster", name)
                .expect(
                        customEndpoints.containsKey(endpoint),
                        "endpoint",
                        '"' + endpoint + '"',
                        "the customEndpoints are %s".formatted(customEndpoints.keySet()),
                        "use one of these, or add it")
                .orThrow();
        return bindings.readFrom(customEndpoints.get(endpoint), user, childName(endpoint));
    }

    /**
     * Lets a service send SQL by HTTPS, as the user whose {@code username} and {@code password} a secret holds: {@code
     * <DATABASE>_CLUSTER_ARN}, {@code _SECRET_ARN}, {@code _NAME}. The Data API reads the secret with each request, so a
     * rotation does no harm.
     *
     * @throws dev.ashlar.core.InvalidArgsException when {@code dataApi} is off, or the secret is one key only
     */
    public Binding dataApiConnection(SecretReference secret) {
        Violations.of("AuroraCluster", name)
                .expect(args.dataApi(), "dataApi", false, "this cluster takes no SQL by HTTPS", "set dataApi to true")
                .orThrow();
        return bindings.sendSql(secret, null);
    }

    @Override
    public DatabaseBindings bindings() {
        return bindings;
    }

    @Override
    public List<Signal> signals() {
        return AuroraSignals.of(name, clusterIdentifier(), args, plan);
    }
}
