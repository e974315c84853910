package dev.ashlar.traffic.loadbalancer.internal;

import static java.util.Objects.requireNonNull;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.traffic.loadbalancer.ExistingLoadBalancerArgs;
import dev.ashlar.traffic.loadbalancer.LoadBalancer;
import dev.ashlar.traffic.loadbalancer.RouteArgs;
import dev.ashlar.traffic.loadbalancer.RouteShare;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import dev.ashlar.traffic.loadbalancer.internal.route.RouteShareCheck;
import dev.ashlar.traffic.loadbalancer.internal.route.Routes;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer that exists already. It knows only the routes of this stack: AWS rejects a priority that a route of
 * another stack has, unless both stacks have a {@link RouteShare}.
 */
public final class ExistingLoadBalancer implements LoadBalancer {

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d+)?/?");

    private final String name;
    private final String subject;
    private final Routes routes;
    private final Created<Facts> known;

    /** The facts of a load balancer of which none is missing. */
    private record Facts(
            Output<String> listenerArn,
            Output<String> securityGroupId,
            Output<String> arnSuffix,
            Output<String> dnsName,
            Output<String> zoneId,
            @Nullable Output<String> url) {}

    private ExistingLoadBalancer(String name, ExistingLoadBalancerArgs args, Violations violations) {
        this.name = name;
        this.subject = violations.subject();
        this.routes = new Routes(subject, args.routeShare());
        this.known = violations.isEmpty() ? Created.of(facts(subject, args)) : Created.nothing();
    }

    public static ExistingLoadBalancer of(String name, ExistingLoadBalancerArgs args) {
        var violations = Violations.of("ApplicationLoadBalancer.fromExisting", name);
        Names.check(name, violations);
        var required = new LinkedHashMap<String, @Nullable Output<String>>();
        required.put("listenerArn", args.listenerArn());
        required.put("securityGroupId", args.securityGroupId());
        required.put("arnSuffix", args.arnSuffix());
        required.put("dnsName", args.dnsName());
        required.put("zoneId", args.zoneId());
        required.forEach(
                (option, value) -> violations.require(option, value, "the routes of services need it", "set it"));
        RouteShareCheck.check(args.routeShare(), violations);
        Ashlar.check(violations);
        return new ExistingLoadBalancer(name, args, violations);
    }

    private static Facts facts(String subject, ExistingLoadBalancerArgs args) {
        return new Facts(
                new KnownArn(subject).of("listenerArn", requireNonNull(args.listenerArn()), "elasticloadbalancing"),
                requireNonNull(args.securityGroupId()),
                requireNonNull(args.arnSuffix()),
                requireNonNull(args.dnsName()),
                requireNonNull(args.zoneId()),
                args.url());
    }

    private String whole(String url) {
        Violations.of(subject)
                .expect(
                        URL.matcher(url).matches(),
                        "url",
                        url,
                        "a URL with a scheme and a host is required, and routes add their paths",
                        "write it like https://api.example.com")
                .orThrow();
        return url.replaceFirst("/$", "");
    }

    @Override
    public Output<String> url() {
        return known.output(facts -> {
            var url = facts.url();
            return url != null
                    ? OutputCheck.apply(url, this::whole)
                    : facts.dnsName().applyValue(host -> "https://" + host);
        });
    }

    @Override
    public Output<String> dnsName() {
        return known.output(Facts::dnsName);
    }

    @Override
    public Output<String> zoneId() {
        return known.output(Facts::zoneId);
    }

    @Override
    public Output<String> securityGroupId() {
        return known.output(Facts::securityGroupId);
    }

    @Override
    public ServiceRoute route(Consumer<RouteArgs.Builder> options) {
        return routes.add(options, true, url())
                .provider(name)
                .listenerArn(known.output(Facts::listenerArn))
                .loadBalancerSecurityGroupId(securityGroupId())
                .loadBalancerArnSuffix(known.output(Facts::arnSuffix))
                .build();
    }
}
