package dev.ashlar.data.aurora.internal.proxy;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.rds.ProxyArgs;
import com.pulumi.aws.rds.ProxyDefaultTargetGroup;
import com.pulumi.aws.rds.ProxyDefaultTargetGroupArgs;
import com.pulumi.aws.rds.ProxyEndpoint;
import com.pulumi.aws.rds.ProxyEndpointArgs;
import com.pulumi.aws.rds.ProxyTarget;
import com.pulumi.aws.rds.ProxyTargetArgs;
import com.pulumi.aws.rds.inputs.ProxyAuthArgs;
import com.pulumi.aws.rds.inputs.ProxyDefaultTargetGroupConnectionPoolConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import dev.ashlar.data.aurora.internal.binding.DatabaseHosts;
import dev.ashlar.data.aurora.internal.binding.DatabaseProxy;
import dev.ashlar.data.aurora.internal.engine.EngineFacts;
import dev.ashlar.data.aurora.internal.instance.InstancePlan;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The RDS Proxy of an Aurora cluster.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-setup.html">Getting started with RDS
 *     Proxy</a>
 */
public final class AuroraProxy {

    private final Children cluster;
    private final Children children;
    private final AuroraClusterArgs args;
    private final AuroraProxyArgs options;
    private final Network network;
    private final Output<String> physicalName;

    /**
     * Describes a proxy that is yet to be created.
     *
     * @param cluster the place of the cluster's resources
     * @param clusterPhysicalName the identifier of the cluster, from which the proxy's is made
     */
    public AuroraProxy(
            Children cluster,
            AuroraClusterArgs args,
            AuroraProxyArgs options,
            Network network,
            Output<String> clusterPhysicalName) {
        this.cluster = cluster;
        this.children = cluster.scope("proxy");
        this.args = args;
        this.options = options;
        this.network = network;
        this.physicalName = clusterPhysicalName.applyValue(identifier -> identifier + "-proxy");
    }

    /**
     * Creates the proxy.
     *
     * @param instances the instances that must exist before the proxy can register its target
     */
    public DatabaseProxy create(
            Cluster database, Output<String> databaseGroupId, InstancePlan plan, List<Resource> instances) {
        var securityGroup = SecurityGroups.withoutRules(
                children.name(),
                network.vpcId(),
                "Guards the proxy of Aurora cluster " + cluster.name(),
                args.tags(),
                children.options());
        var users = ProxyUsers.create(children, args, options);
        var role = createRole();
        var proxy = createProxy(securityGroup, role, users);
        var prerequisites = new ArrayList<>(instances);
        prerequisites.add(allowSecrets(role, users));
        prerequisites.addAll(allowConnections(securityGroup, databaseGroupId));
        var target = createTarget(proxy, database, prerequisites);
        var hosts = new DatabaseHosts(
                children.name(),
                proxy.endpoint(),
                plan.minReaders() > 0 ? createReaderEndpoint(proxy, securityGroup, target) : proxy.endpoint(),
                securityGroup.id(),
                proxy.arn().applyValue(AuroraProxy::resourceId),
                false);
        return new DatabaseProxy(hosts, options.iamAuthentication(), users);
    }

    private List<Resource> allowConnections(SecurityGroup securityGroup, Output<String> databaseGroupId) {
        var connection = Binding.builder()
                .provider(cluster.name())
                .access("connect")
                .path(new NetworkPath(databaseGroupId, args.engine().port()))
                .build();
        return BindingGrants.securityGroupRules(
                children.name(),
                securityGroup.id(),
                BindingPlan.of(List.of(connection)),
                args.tags(),
                children.options());
    }

    private ServiceRole createRole() {
        return ServiceRole.create(
                children,
                "rds.amazonaws.com",
                children.environment().applyValue(AwsEnvironment::accountId),
                "Reads the passwords of the database users of proxy " + children.name());
    }

    private Resource allowSecrets(ServiceRole role, Map<String, SecretReference> users) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(PolicyStatement.allow(
                users.values().stream().map(SecretReference::secretArn).toList(), "secretsmanager:GetSecretValue"));
        if (args.kmsKeyArn() != null) {
            statements.add(PolicyStatement.allow(args.kmsKeyArn(), "kms:Decrypt"));
        }
        return role.allow(children, statements);
    }

    /**
     * Creates the proxy after its log group, which RDS would otherwise create without a retention. The group's name
     * contains the proxy's, so the proxy has a name of ours, and the next proxy cannot exist beside this one.
     */
    private Proxy createProxy(SecurityGroup securityGroup, ServiceRole role, Map<String, SecretReference> users) {
        var logGroup = LogGroups.create(
                children.scope("log"),
                args.profile().logRetention(),
                physicalName.applyValue(proxy -> "/aws/rds/proxy/" + proxy));
        return new Proxy(
                children.name(),
                ProxyArgs.builder()
                        .name(physicalName)
                        .engineFamily(EngineFacts.proxyFamily(args.engine()))
                        .auths(authorizations(users))
                        .requireTls(true)
                        .debugLogging(false)
                        .idleClientTimeout(seconds(options.idleClientTimeout()))
                        .roleArn(role.arn())
                        .vpcSubnetIds(network.isolatedSubnetIds())
                        .vpcSecurityGroupIds(securityGroup.id().applyValue(List::of))
                        .tags(children.tags())
                        .build(),
                children.options(more -> more.deleteBeforeReplace(true).dependsOn(logGroup)));
    }

    private List<ProxyAuthArgs> authorizations(Map<String, SecretReference> users) {
        var authorizations = new ArrayList<ProxyAuthArgs>();
        users.forEach((user, secret) -> authorizations.add(ProxyAuthArgs.builder()
                .authScheme("SECRETS")
                .iamAuth(options.iamAuthentication() ? "REQUIRED" : "DISABLED")
                .secretArn(secret.secretArn())
                .description("Database user " + user)
                .build()));
        return authorizations;
    }

    private ProxyTarget createTarget(Proxy proxy, Cluster database, List<Resource> prerequisites) {
        var pool = ProxyDefaultTargetGroupConnectionPoolConfigArgs.builder()
                .connectionBorrowTimeout(seconds(options.connectionBorrowTimeout()))
                .maxConnectionsPercent(options.maxConnectionsPercent())
                .maxIdleConnectionsPercent(options.maxIdleConnectionsPercent());
        if (options.initQuery() != null) {
            pool.initQuery(options.initQuery());
        }
        var group = new ProxyDefaultTargetGroup(
                children.name(),
                ProxyDefaultTargetGroupArgs.builder()
                        .dbProxyName(proxy.name())
                        .connectionPoolConfig(pool.build())
                        .build(),
                children.options());
        return new ProxyTarget(
                children.name(),
                ProxyTargetArgs.builder()
                        .dbProxyName(proxy.name())
                        .targetGroupName(group.name())
                        .dbClusterIdentifier(database.clusterIdentifier())
                        .build(),
                children.options(more -> more.deleteBeforeReplace(true).dependsOn(prerequisites)));
    }

    private Output<String> createReaderEndpoint(Proxy proxy, SecurityGroup securityGroup, ProxyTarget target) {
        var reader = children.scope("reader");
        return new ProxyEndpoint(
                        reader.name(),
                        ProxyEndpointArgs.builder()
                                .dbProxyName(proxy.name())
                                .dbProxyEndpointName(physicalName.applyValue(proxyName -> proxyName + "-reader"))
                                .targetRole("READ_ONLY")
                                .vpcSubnetIds(network.isolatedSubnetIds())
                                .vpcSecurityGroupIds(securityGroup.id().applyValue(List::of))
                                .tags(reader.tags())
                                .build(),
                        reader.options(more -> more.deleteBeforeReplace(true).dependsOn(target)))
                .endpoint();
    }

    /** Returns the last part of the proxy's ARN, {@code prx-ABC123}, which permissions to connect contain. */
    private static String resourceId(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
