package dev.ashlar.data.aurora.internal.proxy;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
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
import com.pulumi.resources.CustomResourceOptions;
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
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.aws.SecurityGroups;
import dev.ashlar.internal.binding.BindingGrants;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The RDS Proxy before an Aurora cluster.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-setup.html">Getting started with RDS
 *     Proxy</a>
 */
public final class AuroraProxy {

    private final String clusterName;
    private final String name;
    private final AuroraClusterArgs args;
    private final AuroraProxyArgs options;
    private final Output<String> physicalName;
    private final Supplier<CustomResourceOptions.Builder> childOptions;

    /**
     * A proxy that is yet to be created.
     *
     * @param clusterPhysicalName the identifier of the cluster, from which the proxy takes its own
     */
    public AuroraProxy(
            String clusterName,
            AuroraClusterArgs args,
            Output<String> clusterPhysicalName,
            Supplier<CustomResourceOptions.Builder> childOptions) {
        this.clusterName = clusterName;
        this.name = Names.child(clusterName, "proxy");
        this.args = args;
        this.options = Objects.requireNonNull(args.proxy());
        this.physicalName = clusterPhysicalName.applyValue(cluster -> cluster + "-proxy");
        this.childOptions = childOptions;
    }

    /** Creates it; {@code instances} are those that it may lead to: it finds no target before they are there. */
    public DatabaseProxy create(
            Cluster cluster,
            DatabaseHosts database,
            Output<AwsEnvironment> environment,
            Map<String, SecretReference> users,
            boolean hasReaders,
            List<Resource> instances) {
        var securityGroup = SecurityGroups.withoutRules(
                name, network().vpcId(), "Guards the proxy of Aurora cluster " + clusterName, args.tags(), child());
        var role = createRole(environment);
        var proxy = createProxy(securityGroup, role, users);
        var first = new ArrayList<>(instances);
        first.add(permit(role, users));
        first.addAll(letThrough(securityGroup, database));
        var target = createTarget(proxy, cluster, first);
        var hosts = new DatabaseHosts(
                name,
                proxy.endpoint(),
                hasReaders ? createReaderEndpoint(proxy, securityGroup, target) : proxy.endpoint(),
                securityGroup.id(),
                proxy.arn().applyValue(AuroraProxy::resourceId),
                false);
        return new DatabaseProxy(hosts, options.iamAuthentication(), users);
    }

    private List<Resource> letThrough(SecurityGroup securityGroup, DatabaseHosts database) {
        var connection = Binding.builder()
                .provider(database.name())
                .access("connect")
                .path(new NetworkPath(database.securityGroupId(), args.engine().port()))
                .build();
        return BindingGrants.securityGroupRules(
                name, securityGroup.id(), BindingPlan.of(List.of(connection)), args.tags(), child());
    }

    private Role createRole(Output<AwsEnvironment> environment) {
        return new Role(
                name,
                RoleArgs.builder()
                        .assumeRolePolicy(PolicyDocument.trusting(
                                "rds.amazonaws.com", environment.applyValue(AwsEnvironment::accountId)))
                        .description("Reads the passwords of the database users of proxy " + name)
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child());
    }

    private RolePolicy permit(Role role, Map<String, SecretReference> users) {
        var statements = new ArrayList<PolicyStatement>();
        statements.add(PolicyStatement.allow(
                new TreeMap<>(users)
                        .values().stream().map(SecretReference::secretArn).toList(),
                "secretsmanager:GetSecretValue"));
        if (args.kmsKeyArn() != null) {
            statements.add(PolicyStatement.allow(args.kmsKeyArn(), "kms:Decrypt"));
        }
        return new RolePolicy(
                name,
                RolePolicyArgs.builder()
                        .role(role.name())
                        .policy(PolicyDocument.allowing(statements))
                        .build(),
                child());
    }

    /**
     * The proxy would create its log group by itself and keep the logs for ever; so that the group can be there before, the
     * proxy has a name of ours, and the next incarnation cannot stand beside it.
     */
    private Proxy createProxy(SecurityGroup securityGroup, Role role, Map<String, SecretReference> users) {
        var logGroupName = Names.child(name, "log");
        var logGroup = new LogGroup(
                logGroupName,
                LogGroupArgs.builder()
                        .name(physicalName.applyValue(proxy -> "/aws/rds/proxy/" + proxy))
                        .retentionInDays(LogRetention.days(args.profile().logRetention()))
                        .tags(Tags.named(logGroupName, args.tags()))
                        .build(),
                child());
        return new Proxy(
                name,
                ProxyArgs.builder()
                        .name(physicalName)
                        .engineFamily(EngineFacts.proxyFamily(args.engine()))
                        .auths(authorizations(users))
                        .requireTls(true)
                        .debugLogging(false)
                        .idleClientTimeout(seconds(options.idleClientTimeout()))
                        .roleArn(role.arn())
                        .vpcSubnetIds(network().isolatedSubnetIds())
                        .vpcSecurityGroupIds(securityGroup.id().applyValue(List::of))
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                childOptions.get().deleteBeforeReplace(true).dependsOn(logGroup).build());
    }

    private List<ProxyAuthArgs> authorizations(Map<String, SecretReference> users) {
        var authorizations = new ArrayList<ProxyAuthArgs>();
        new TreeMap<>(users)
                .forEach((user, secret) -> authorizations.add(ProxyAuthArgs.builder()
                        .authScheme("SECRETS")
                        .iamAuth(options.iamAuthentication() ? "REQUIRED" : "DISABLED")
                        .secretArn(secret.secretArn())
                        .description("Database user " + user)
                        .build()));
        return authorizations;
    }

    private ProxyTarget createTarget(Proxy proxy, Cluster cluster, List<Resource> first) {
        var pool = ProxyDefaultTargetGroupConnectionPoolConfigArgs.builder()
                .connectionBorrowTimeout(seconds(options.connectionBorrowTimeout()))
                .maxConnectionsPercent(options.maxConnectionsPercent())
                .maxIdleConnectionsPercent(options.maxIdleConnectionsPercent());
        if (options.initQuery() != null) {
            pool.initQuery(options.initQuery());
        }
        var group = new ProxyDefaultTargetGroup(
                name,
                ProxyDefaultTargetGroupArgs.builder()
                        .dbProxyName(proxy.name())
                        .connectionPoolConfig(pool.build())
                        .build(),
                child());
        return new ProxyTarget(
                name,
                ProxyTargetArgs.builder()
                        .dbProxyName(proxy.name())
                        .targetGroupName(group.name())
                        .dbClusterIdentifier(cluster.clusterIdentifier())
                        .build(),
                childOptions.get().deleteBeforeReplace(true).dependsOn(first).build());
    }

    private Output<String> createReaderEndpoint(Proxy proxy, SecurityGroup securityGroup, ProxyTarget target) {
        var endpointName = Names.child(name, "reader");
        return new ProxyEndpoint(
                        endpointName,
                        ProxyEndpointArgs.builder()
                                .dbProxyName(proxy.name())
                                .dbProxyEndpointName(physicalName.applyValue(proxyName -> proxyName + "-reader"))
                                .targetRole("READ_ONLY")
                                .vpcSubnetIds(network().isolatedSubnetIds())
                                .vpcSecurityGroupIds(securityGroup.id().applyValue(List::of))
                                .tags(Tags.named(endpointName, args.tags()))
                                .build(),
                        childOptions
                                .get()
                                .deleteBeforeReplace(true)
                                .dependsOn(target)
                                .build())
                .endpoint();
    }

    /** The last part of the proxy's ARN, {@code prx-ABC123}, which permissions to connect name. */
    private static String resourceId(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    private Network network() {
        return Objects.requireNonNull(args.network());
    }

    private CustomResourceOptions child() {
        return childOptions.get().build();
    }
}
