package dev.ashlar.traffic.loadbalancer;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.lb.Listener;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.FirewallAssociation;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import dev.ashlar.traffic.loadbalancer.internal.ExistingLoadBalancer;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerAliases;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerCheck;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerListeners;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerLogs;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerPlan;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerResource;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerSecurityGroup;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerSignals;
import dev.ashlar.traffic.loadbalancer.internal.route.Routes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates an Application Load Balancer that several services share, with its security group, its listeners and a bucket
 * for its access and connection logs. It serves HTTPS, redirects HTTP to HTTPS, and returns 404 for requests that no route
 * matches. Services receive requests through {@link #route}; the service owns the resources of its route.
 *
 * <p>Costs about 16.50 USD a month, 3.65 USD for the public address in each zone, and the traffic that it processes.
 *
 * <p>Changing {@code network} or {@code internal} replaces the load balancer: its host name changes, and its routes are
 * created again. The bucket and its logs are kept.
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
    private final Routes routes;
    private final Created<Resources> created;

    private record Resources(
            SecurityGroup securityGroup, com.pulumi.aws.lb.LoadBalancer loadBalancer, Listener listener) {}

    /**
     * Creates a load balancer.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public ApplicationLoadBalancer(String name, ApplicationLoadBalancerArgs args) {
        this(name, args, null);
    }

    /**
     * Creates a load balancer.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public ApplicationLoadBalancer(
            String name, ApplicationLoadBalancerArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, options, check(name, args));
        this.name = name;
        this.args = args;
        this.routes = new Routes(Violations.of("ApplicationLoadBalancer", name).subject(), args.routeShare());
        this.created = create(() -> {
            var children = children(args.tags());
            var network = Objects.requireNonNull(args.network());
            network.placement().place(LoadBalancerPlan.networkNeeds(name, args, network));
            var securityGroup = LoadBalancerSecurityGroup.create(children, args, network.vpcId());
            var logs = args.accessLogs() ? LoadBalancerLogs.of(name, args, this) : null;
            var loadBalancer = LoadBalancerResource.create(children, args, network, securityGroup, logs);
            var listener = new LoadBalancerListeners(children, args, loadBalancer.arn()).create();
            createAliases(children, loadBalancer);
            associateFirewall(loadBalancer);
            return new Resources(securityGroup, loadBalancer, listener);
        });
        registerOutputs(Map.of("url", url(), "dnsName", dnsName(), "zoneId", zoneId(), "arn", arn()));
    }

    /** Returns the violations of the options; empty when the load balancer can be created. */
    public static Violations check(String name, ApplicationLoadBalancerArgs args) {
        var violations = LoadBalancerCheck.check(name, args);
        args.checkKeys(violations);
        return violations;
    }

    /**
     * Describes an existing load balancer, created by hand, by another stack or by another library. Creates nothing.
     * It knows only the routes of this stack: AWS rejects a priority that a route of another stack already has.
     *
     * @param name the name of the load balancer in messages and in the names of security-group rules, such as {@code
     *     shared}
     * @throws dev.ashlar.core.InvalidArgsException if a required option is missing or the options violate a rule
     */
    public static LoadBalancer fromExisting(String name, ExistingLoadBalancerArgs args) {
        return ExistingLoadBalancer.of(name, args);
    }

    private void createAliases(Children children, com.pulumi.aws.lb.LoadBalancer loadBalancer) {
        var domain = args.domain();
        if (domain != null) {
            new LoadBalancerAliases(children, domain, loadBalancer).create(args.ipAddressType());
        }
    }

    private void associateFirewall(com.pulumi.aws.lb.LoadBalancer loadBalancer) {
        var firewall = args.firewall();
        if (firewall != null) {
            FirewallAssociation.create(childName("firewall"), loadBalancer.arn(), firewall.arn(), childOptions());
        }
    }

    @Override
    public ServiceRoute route(Consumer<RouteArgs.Builder> options) {
        return routes.add(options, args.authenticatesUsers(), url())
                .provider(name)
                .listenerArn(listenerArn())
                .loadBalancerSecurityGroupId(securityGroupId())
                .loadBalancerArnSuffix(arnSuffix())
                .build();
    }

    @Override
    public Output<String> url() {
        var domain = args.domain();
        return domain != null
                ? Output.of("https://" + domain.name())
                : dnsName().applyValue(host -> LoadBalancerPlan.scheme(args) + "://" + host);
    }

    @Override
    public Output<String> dnsName() {
        return created.output(resources -> resources.loadBalancer().dnsName());
    }

    @Override
    public Output<String> zoneId() {
        return created.output(resources -> resources.loadBalancer().zoneId());
    }

    @Override
    public Output<String> securityGroupId() {
        return created.output(resources -> resources.securityGroup().id());
    }

    /** Returns the ARN of the load balancer, for a firewall. */
    public Output<String> arn() {
        return created.output(resources -> resources.loadBalancer().arn());
    }

    /** Returns the ARN of the listener to which services add their rules. */
    public Output<String> listenerArn() {
        return created.output(resources -> resources.listener().arn());
    }

    /** Returns the last part of the ARN, which identifies the load balancer in CloudWatch metrics. */
    public Output<String> arnSuffix() {
        return created.output(resources -> resources.loadBalancer().arnSuffix());
    }

    @Override
    public List<Signal> signals() {
        return LoadBalancerSignals.of(name, arnSuffix());
    }
}
