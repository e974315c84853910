package dev.ashlar.data;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Binding;
import dev.ashlar.core.Component;
import dev.ashlar.core.LogRetention;
import dev.ashlar.core.Observable;
import dev.ashlar.core.SecurityGroups;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Tags;
import dev.ashlar.core.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Aurora database, PostgreSQL or MySQL, on Serverless v2 instances: a writer and named readers in a network's isolated
 * subnets, encrypted, reached over TLS only. RDS keeps and rotates the master user's password; services log in with tokens
 * of IAM. It creates the cluster, its instances, subnet and parameter groups, log groups, a security group without rules,
 * and the rotation of the password.
 *
 * <p>Each instance costs about 0.12 USD an hour for each ACU, so one that idles at 0.5 ACU some 44 USD a month; storage
 * about 0.10 USD a month for each GB.
 *
 * <p>Changing {@code engine}, {@code databaseName}, {@code masterUsername}, {@code kmsKeyArn} or {@code snapshotIdentifier}
 * replaces the cluster: the old one is deleted first, with its data, and where {@code finalSnapshot} is on, into a snapshot.
 * While {@code deletionProtection} is on, Pulumi refuses such a change.
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
        this.subnetGroup = createSubnetGroup();
        this.securityGroup = createSecurityGroup();
        var parameterGroups = new AuroraParameterGroups(name, args, plan, child());
        var logGroups = createLogGroups();
        this.cluster = createCluster(parameterGroups, logGroups);
        new AuroraInstances(name, args, plan, cluster, subnetGroup, parameterGroups.instanceGroup())
                .create(this::childOptions);
        rotateMasterPassword();
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
        return SecurityGroups.closed(
                name, args.network().vpcId(), "Guards Aurora cluster " + name, args.tags(), child());
    }

    /** RDS would create these groups by itself and keep the logs for ever, so they are there before the cluster. */
    private List<Resource> createLogGroups() {
        var groups = new ArrayList<Resource>();
        for (var log : plan.logs()) {
            var groupName = childName("log", log);
            groups.add(new LogGroup(
                    groupName,
                    LogGroupArgs.builder()
                            .name(physicalName()
                                    .applyValue(cluster -> "/aws/rds/cluster/%s/%s".formatted(cluster, log)))
                            .retentionInDays(LogRetention.days(args.profile().logRetention()))
                            .tags(Tags.named(groupName, args.tags()))
                            .build(),
                    child()));
        }
        return groups;
    }

    private Cluster createCluster(AuroraParameterGroups parameterGroups, List<Resource> logGroups) {
        var options = childOptions()
                .protect(args.deletionProtection())
                // Its identifier is fixed by the log groups, so the next incarnation cannot stand beside it.
                .deleteBeforeReplace(true)
                .dependsOn(logGroups);
        if (plan.ignoresVersion()) {
            options.ignoreChanges("engineVersion");
        }
        var properties =
                new AuroraProperties(name, args, plan, physicalName(), subnetGroup, securityGroup, parameterGroups);
        return new Cluster(name, properties.clusterArgs(), options.build());
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

    private DatabaseBindings createBindings() {
        return new DatabaseBindings(
                name,
                cluster.endpoint(),
                cluster.readerEndpoint(),
                port(),
                Output.of(args.databaseName()),
                securityGroup.id(),
                cluster.arn(),
                cluster.clusterResourceId(),
                new DatabaseBindings.MasterSecret(masterSecretArn(), args.kmsKeyArn()));
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

    @Override
    public Output<String> endpoint() {
        return cluster.endpoint();
    }

    @Override
    public Output<String> readerEndpoint() {
        return cluster.readerEndpoint();
    }

    @Override
    public int port() {
        return args.engine().port();
    }

    @Override
    public Output<String> securityGroupId() {
        return securityGroup.id();
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

    @Override
    public List<Signal> signals() {
        return AuroraSignals.of(name, clusterIdentifier(), args, plan);
    }
}
