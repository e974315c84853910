package dev.ashlar.traffic.loadbalancer.internal.route;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.traffic.loadbalancer.RouteArgs;
import dev.ashlar.traffic.loadbalancer.RouteShare;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The routes of one load balancer: none is duplicated, and no two have the same priority. */
public final class Routes {

    /** The pattern for every path. */
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
     * Starts without routes.
     *
     * @param loadBalancer the load balancer in messages, by type and name
     * @param share the priorities that are assigned to routes
     */
    public Routes(String loadBalancer, RouteShare share) {
        this.loadBalancer = loadBalancer;
        // The check of the load balancer reports a share that is not valid.
        this.share = RouteShareCheck.isValid(share) ? share : RouteShare.ALL;
    }

    /**
     * Adds a route. A route with violations is added too, so that a planned program finds the violations of others.
     *
     * @param authenticatesUsers whether the load balancer can connect to identity providers
     * @return the hosts, paths, priority, login and URL of the route
     * @throws dev.ashlar.core.InvalidArgsException if the route violates a rule and the program is not planned
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
                "%s has the same priority".formatted(other.label()),
                "give one of them another priority, or another path");
        hidden(other, place, violations);
        hidden(place, other, violations);
    }

    private static void hidden(RoutePlace first, RoutePlace second, Violations violations) {
        violations.expect(
                !first.hides(second),
                "route",
                "%s at priority %d".formatted(second.label(), second.priority()),
                "%s has precedence at %d and matches all of its requests".formatted(first.label(), first.priority()),
                "give it a lower number, or leave it out");
    }

    private Violations check(RouteArgs args, List<String> paths, boolean authenticatesUsers) {
        var violations = Violations.of(loadBalancer);
        var check = new Check(violations);
        check.each(
                "route.hosts",
                args.hosts(),
                host -> host.that(
                        given -> HOST.matcher(given).matches() && given.length() <= MAX_LENGTH,
                        "a host has at most %d letters, digits, hyphens and wildcards, and a dot".formatted(MAX_LENGTH),
                        "use one like api.example.com or *.example.com"));
        check.each(
                "route.paths",
                paths,
                path -> path.that(
                        given -> PATH.matcher(given).matches() && given.length() <= MAX_LENGTH,
                        "a path starts with / or *, and has at most %d characters that AWS allows"
                                .formatted(MAX_LENGTH),
                        "use one like /api/*"));
        // A rule with hosts needs no value for every path.
        var values = new ArrayList<>(args.hosts());
        values.addAll(args.hosts().isEmpty() ? paths : args.paths());
        check.count("route", values.size(), "hosts and paths")
                .atMost(MAX_VALUES, "a listener rule has at most " + MAX_VALUES, "split it into two routes");
        var wildcards = String.join("", values).replaceAll("[^*?]", "").length();
        check.count("route", wildcards, "wildcards")
                .atMost(MAX_WILDCARDS, "a listener rule has at most " + MAX_WILDCARDS, "split it into two routes");
        check.option("route.priority", args.priority())
                .within(
                        RoutePriority.FIRST,
                        RoutePriority.LAST,
                        "priorities are %d to %d".formatted(RoutePriority.FIRST, RoutePriority.LAST),
                        "use a number in this range, or leave it out");
        var authentication = args.authentication();
        if (authentication != null) {
            violations.expect(
                    authenticatesUsers,
                    "route.authenticate",
                    new RoutePlace(0, args.hosts(), paths).label(),
                    "the load balancer cannot connect to an identity provider",
                    "set authenticatesUsers(true) of the load balancer");
            RouteAuthenticationCheck.check(authentication, violations);
        }
        return violations;
    }

    /**
     * Returns the base URL with the exact host of the route, if there is one, and its path up to the first wildcard.
     */
    private static Output<String> url(List<String> hosts, List<String> paths, Output<String> baseUrl) {
        var path = paths.get(0).split("[*?]", 2)[0];
        var host = hosts.stream()
                .filter(candidate -> !RoutePriority.hasWildcard(candidate))
                .findFirst();
        return baseUrl.applyValue(base ->
                host.map(exact -> base.replaceFirst("://[^:/]+", "://" + exact)).orElse(base) + path);
    }
}
