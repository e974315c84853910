package dev.ashlar.traffic.loadbalancer;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.DnsCertificate;
import dev.ashlar.internal.aws.FirewallAssociation;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.loadbalancer.internal.ExistingLoadBalancer;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerCheck;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerListeners;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerLogs;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerPlan;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerSecurityGroup;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerSignals;
import dev.ashlar.traffic.loadbalancer.internal.route.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An Application Load Balancer that several services share. It speaks HTTPS, answers HTTP with where to find it,
 * answers 404 to what no service serves, and records requests and connections in a bucket of its own. Services take
 * their share with {@link #route}; what a route needs belongs to the service.
 *
 * <p>It costs about 16.50 USD a month, 3.65 USD for the public address in each zone, and what it carries.
 *
 * <p>Changing {@code network} or {@code internal} replaces it: its host name changes, and its routes are made anew. The
 * bucket and its logs stay.
 *
 * <pre>{@code
 * var loadBalancer = new ApplicationLoadBalancer("public", ApplicationLoadBalancerArgs.builder()
 *         .network(network)
 *         .domain("api.example.com", zoneId)
 *         .build());
 * FargateServiceArgs.builder().route(loadBalancer.route(route -> route.paths("/orders/*")))
 * }</pre>
 */
public final class ApplicationLoadBalancer extends Component implements LoadBalancer, Observable {

    private static final String TYPE = "ashlar:traffic:LoadBalancer";

    private final String name;
    private final ApplicationLoadBalancerArgs args;
    private final LoadBalancerPlan plan;
    private final SecurityGroup securityGroup;
    private final com.pulumi.aws.lb.LoadBalancer loadBalancer;
    private final Listener listener;
    private final Routes routes;

    /**
     * Creates a load balancer.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public ApplicationLoadBalancer(String name, ApplicationLoadBalancerArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a load balancer.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public ApplicationLoadBalancer(
            String name, ApplicationLoadBalancerArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        this.args = args;
        this.plan = LoadBalancerPlan.of(args);
        this.routes = new Routes(
                "ApplicationLoadBalancer \"%s\"".formatted(name), args.routeShare(), args.authenticatesUsers());
        network().placement().place(LoadBalancerPlan.networkNeeds(name, args, network()));
        this.securityGroup = LoadBalancerSecurityGroup.create(name, args, plan, child());
        this.loadBalancer = createLoadBalancer();
        this.listener = createListeners();
        args.domain().ifPresent(this::createAliases);
        args.firewall()
                .ifPresent(firewall -> FirewallAssociation.create(
                        childName("firewall"), loadBalancer.arn(), firewall.arn(), childOptions()));
        registerOutputs(Map.of("url", url(), "dnsName", dnsName(), "zoneId", zoneId(), "arn", arn()));
    }

    /** Every fault of the options; empty when the load balancer can be created. */
    public static Violations check(String name, ApplicationLoadBalancerArgs args) {
        return LoadBalancerCheck.check(name, args);
    }

    /**
     * A load balancer that exists already, made by hand, by another stack or by another library. Nothing is created. It
     * knows this stack's routes only: a place that another stack's route has is refused by AWS.
     *
     * @throws dev.ashlar.core.InvalidArgsException with everything that is missing
     */
    public static LoadBalancer fromExisting(ExistingLoadBalancerArgs args) {
        return ExistingLoadBalancer.of(args);
    }

    private com.pulumi.aws.lb.LoadBalancer createLoadBalancer() {
        var builder = com.pulumi.aws.lb.LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .internal(args.internal())
                .ipAddressType(args.ipAddressType().wireName())
                .subnets(
                        args.internal()
                                ? network().privateSubnetIds()
                                : network().publicSubnetIds())
                .securityGroups(securityGroup.id().applyValue(List::of))
                .idleTimeout(Math.toIntExact(args.idleTimeout().toSeconds()))
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode("defensive")
                .enableDeletionProtection(args.deletionProtection())
                .tags(Tags.named(name, args.tags()));
        var first = new ArrayList<Resource>();
        if (!args.internal()) {
            first.addAll(network().placement().ingressDependencies());
        }
        if (args.accessLogs()) {
            var logs = logs();
            builder.accessLogs(LoadBalancerAccessLogsArgs.builder()
                            .bucket(logs.bucketName())
                            .prefix(LoadBalancerLogs.ACCESS_PREFIX)
                            .enabled(true)
                            .build())
                    .connectionLogs(LoadBalancerConnectionLogsArgs.builder()
                            .bucket(logs.bucketName())
                            .prefix(LoadBalancerLogs.CONNECTION_PREFIX)
                            .enabled(true)
                            .build());
            first.addAll(logs.ready());
        }
        return new com.pulumi.aws.lb.LoadBalancer(
                name, builder.build(), childOptions().dependsOn(first).build());
    }

    private LoadBalancerLogs logs() {
        var given = args.accessLogsBucket();
        if (given != null) {
            return LoadBalancerLogs.in(given);
        }
        return LoadBalancerLogs.create(name, args, this);
    }

    private Listener createListeners() {
        var listeners = new LoadBalancerListeners(name, loadBalancer.arn(), args.tags(), child());
        if (args.allowPlainHttp()) {
            return listeners.http();
        }
        listeners.redirect();
        return listeners.https(args.sslPolicy(), certificateArn(), args.trustStoreArn());
    }

    private Output<String> certificateArn() {
        return args.domain()
                .map(domain -> DnsCertificate.issue(name, domain.name(), domain.zoneId(), args.tags(), child()))
                .orElseGet(() -> Objects.requireNonNull(args.certificateArn()));
    }

    private void createAliases(LoadBalancerDomain domain) {
        createAlias(domain, "alias", RecordType.A);
        if (args.ipAddressType() != IpAddressType.IPV4) {
            createAlias(domain, "alias-ipv6", RecordType.AAAA);
        }
    }

    private void createAlias(LoadBalancerDomain domain, String role, RecordType type) {
        new Record(
                childName(role),
                RecordArgs.builder()
                        .zoneId(domain.zoneId())
                        .name(domain.name())
                        .type(type)
                        .aliases(RecordAliasArgs.builder()
                                .name(loadBalancer.dnsName())
                                .zoneId(loadBalancer.zoneId())
                                .evaluateTargetHealth(true)
                                .build())
                        .build(),
                child());
    }

    private Network network() {
        return Objects.requireNonNull(args.network());
    }

    @Override
    public ServiceRoute route(Consumer<RouteArgs.Builder> options) {
        return routes.add(options, url())
                .provider(name)
                .listenerArn(listener.arn())
                .loadBalancerSecurityGroupId(securityGroupId())
                .loadBalancerArnSuffix(loadBalancer.arnSuffix())
                .build();
    }

    @Override
    public Output<String> url() {
        return args.domain()
                .map(domain -> Output.of("https://" + domain.name()))
                .orElseGet(() -> dnsName().applyValue(host -> plan.scheme() + "://" + host));
    }

    @Override
    public Output<String> dnsName() {
        return loadBalancer.dnsName();
    }

    @Override
    public Output<String> zoneId() {
        return loadBalancer.zoneId();
    }

    @Override
    public Output<String> securityGroupId() {
        return securityGroup.id();
    }

    /** The ARN of the load balancer, for a firewall. */
    public Output<String> arn() {
        return loadBalancer.arn();
    }

    /** The ARN of the listener that services add their rules to. */
    public Output<String> listenerArn() {
        return listener.arn();
    }

    /** The end of the ARN, by which metrics name the load balancer. */
    public Output<String> arnSuffix() {
        return loadBalancer.arnSuffix();
    }

    @Override
    public List<Signal> signals() {
        return LoadBalancerSignals.of(name, loadBalancer.arnSuffix());
    }
}
