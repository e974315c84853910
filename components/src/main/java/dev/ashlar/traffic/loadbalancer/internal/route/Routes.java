package dev.ashlar.traffic.loadbalancer.internal.route;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.traffic.loadbalancer.RouteArgs;
import dev.ashlar.traffic.loadbalancer.RouteShare;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The routes that one load balancer hands out: none twice, and no two at the same place. */
public final class Routes {

    /** What stands for every path. */
    static final List<String> EVERY_PATH = List.of("/*");

    private static final int MAX_VALUES = 5;
    private static final int MAX_WILDCARDS = 5;
    private static final int MAX_LENGTH = 128;

    // Condition types for listener rules: host names have a dot, and letters only behind the last one.
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.*?-]*\\.[A-Za-z*?]+");
    private static final Pattern PATH = Pattern.compile("[/*][A-Za-z0-9_.$/~\"'@:+&*?-]*");

    private final String loadBalancer;
    private final RouteShare share;
    private final List<RoutePlace> places = new ArrayList<>();

    /**
     * No routes yet.
     *
     * @param loadBalancer what messages call the load balancer, by type and name
     * @param share the priorities that routes may take by themselves
     */
    public Routes(String loadBalancer, RouteShare share) {
        this.loadBalancer = loadBalancer;
        // A faulty share is reported by the load balancer's own check.
        this.share = RouteShareCheck.isValid(share) ? share : RouteShare.ALL;
    }

    /**
     * Takes a place for a route. A route with faults takes one too, so that a planned program finds the faults of others.
     *
     * @param authenticatesUsers whether the load balancer can reach those who log users in
     * @return the route so far: hosts, paths, priority, login and URL
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the route, when the program is not planned
     */
    public ServiceRoute.Builder add(
            Consumer<RouteArgs.Builder> options, boolean authenticatesUsers, Output<String> baseUrl) {
        var builder = RouteArgs.builder();
        options.accept(builder);
        var args = builder.build();
        var paths = args.paths().isEmpty() ? EVERY_PATH : args.paths();
        var violations = check(args, paths, authenticatesUsers);
        var given = args.priority();
        int priority = given != null ? given : RoutePriority.of(args.hosts(), paths, share);
        var place = new RoutePlace(priority, args.hosts(), paths);
        places.forEach(other -> tellApart(place, other, violations));
        Ashlar.check(violations);
        places.add(place);
        return ServiceRoute.builder()
                .hosts(args.hosts())
                .paths(paths)
                .priority(priority)
                .authentication(Optional.ofNullable(args.authentication()))
                .url(url(args.hosts(), paths, baseUrl));
    }

    private static void tellApart(RoutePlace place, RoutePlace other, Violations violations) {
        violations.expect(
                place.priority() != other.priority(),
                "route",
                "%s at priority %d".formatted(place.label(), place.priority()),
                "%s has that priority".formatted(other.label()),
                "give one of them another priority, or another path");
        hidden(other, place, violations);
        hidden(place, other, violations);
    }

    private static void hidden(RoutePlace first, RoutePlace second, Violations violations) {
        violations.expect(
                !first.hides(second),
                "route",
                "%s at priority %d".formatted(second.label(), second.priority()),
                "%s stands before it at %d and takes all of its requests".formatted(first.label(), first.priority()),
                "give it a smaller priority than that, or leave it out");
    }

    private Violations check(RouteArgs args, List<String> paths, boolean authenticatesUsers) {
        var violations = Violations.of(loadBalancer);
        args.hosts()
                .forEach(host -> violations.expect(
                        HOST.matcher(host).matches() && host.length() <= MAX_LENGTH,
                        "route.hosts",
                        host,
                        "a host has at most %d letters, digits, hyphens and wildcards, and a dot".formatted(MAX_LENGTH),
                        "use one like api.example.com or *.example.com"));
        paths.forEach(path -> violations.expect(
                PATH.matcher(path).matches() && path.length() <= MAX_LENGTH,
                "route.paths",
                path,
                "a path starts with / or *, and has at most %d characters that AWS allows".formatted(MAX_LENGTH),
                "use one like /api/*"));
        // A rule for hosts needs none for every path.
        var values = new ArrayList<>(args.hosts());
        values.addAll(args.hosts().isEmpty() ? paths : args.paths());
        violations.expect(
                values.size() <= MAX_VALUES,
                "route",
                "%d hosts and paths".formatted(values.size()),
                "a listener rule has at most %d".formatted(MAX_VALUES),
                "make two routes of it");
        long wildcards = String.join("", values)
                .chars()
                .filter(character -> character == '*' || character == '?')
                .count();
        violations.expect(
                wildcards <= MAX_WILDCARDS,
                "route",
                "%d wildcards".formatted(wildcards),
                "a listener rule has at most %d".formatted(MAX_WILDCARDS),
                "make two routes of it");
        var priority = args.priority();
        if (priority != null) {
            violations.expect(
                    priority >= RoutePriority.FIRST && priority <= RoutePriority.LAST,
                    "route.priority",
                    priority,
                    "priorities go from %d to %d".formatted(RoutePriority.FIRST, RoutePriority.LAST),
                    "use one of these, or leave it out");
        }
        var authentication = args.authentication();
        if (authentication != null) {
            violations.expect(
                    authenticatesUsers,
                    "route.authenticate",
                    new RoutePlace(0, args.hosts(), paths).label(),
                    "the load balancer speaks to nobody who could log users in",
                    "set authenticatesUsers(true) among its options");
            RouteAuthenticationCheck.check(authentication, violations);
        }
        return violations;
    }

    /** The base URL with the route's host, if it has an exact one, and its path up to the first wildcard. */
    private static Output<String> url(List<String> hosts, List<String> paths, Output<String> baseUrl) {
        var path = paths.get(0).split("[*?]", 2)[0];
        var host = hosts.stream()
                .filter(candidate -> !RoutePriority.hasWildcard(candidate))
                .findFirst();
        return baseUrl.applyValue(base ->
                host.map(exact -> base.replaceFirst("://[^:/]+", "://" + exact)).orElse(base) + path);
    }
}
