package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
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
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A handle for a load balancer that exists already. It knows the routes of this stack only: a priority that another
 * stack uses is refused by AWS, unless both have a {@link RouteShare}.
 */
public final class ExistingLoadBalancer implements LoadBalancer {

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d+)?/?");

    private final Output<String> listenerArn;
    private final ExistingLoadBalancerArgs args;
    private final Routes routes;

    private ExistingLoadBalancer(Output<String> listenerArn, ExistingLoadBalancerArgs args) {
        this.listenerArn = listenerArn;
        this.args = args;
        this.routes = new Routes("ApplicationLoadBalancer \"%s\"".formatted(args.name()), args.routeShare(), true);
    }

    public static ExistingLoadBalancer of(ExistingLoadBalancerArgs args) {
        var violations = Violations.of("ApplicationLoadBalancer", String.valueOf(args.name()));
        Names.check(String.valueOf(args.name()), violations);
        var required = new LinkedHashMap<String, @Nullable Output<String>>();
        required.put("listenerArn", args.listenerArn());
        required.put("securityGroupId", args.securityGroupId());
        required.put("arnSuffix", args.arnSuffix());
        required.put("dnsName", args.dnsName());
        required.put("zoneId", args.zoneId());
        required.forEach((option, value) ->
                violations.require(option, value, "services need it to get their traffic", "give it"));
        RouteShareCheck.check(args.routeShare(), violations);
        violations.orThrow();
        return new ExistingLoadBalancer(
                new KnownArn(violations.subject())
                        .of("listenerArn", Objects.requireNonNull(args.listenerArn()), "elasticloadbalancing"),
                args);
    }

    @Override
    public Output<String> url() {
        var url = args.url();
        return url != null ? OutputCheck.apply(url, this::whole) : dnsName().applyValue(name -> "https://" + name);
    }

    private String whole(String url) {
        Violations.of("ApplicationLoadBalancer", String.valueOf(args.name()))
                .expect(
                        URL.matcher(url).matches(),
                        "url",
                        url,
                        "it has a scheme and a host, and routes bring their paths",
                        "write it like https://api.example.com")
                .orThrow();
        return url.replaceFirst("/$", "");
    }

    @Override
    public Output<String> dnsName() {
        return Objects.requireNonNull(args.dnsName());
    }

    @Override
    public Output<String> zoneId() {
        return Objects.requireNonNull(args.zoneId());
    }

    @Override
    public Output<String> securityGroupId() {
        return Objects.requireNonNull(args.securityGroupId());
    }

    @Override
    public ServiceRoute route(Consumer<RouteArgs.Builder> options) {
        return routes.add(options, url())
                .provider(Objects.requireNonNull(args.name()))
                .listenerArn(listenerArn)
                .loadBalancerSecurityGroupId(securityGroupId())
                .loadBalancerArnSuffix(Objects.requireNonNull(args.arnSuffix()))
                .build();
    }
}
