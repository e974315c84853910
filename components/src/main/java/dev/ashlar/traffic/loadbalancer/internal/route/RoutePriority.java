package dev.ashlar.traffic.loadbalancer.internal.route;

import dev.ashlar.traffic.loadbalancer.RouteShare;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes the priority of a listener rule from its hosts and paths alone: adding or removing a route changes no
 * other, in any stack. A route always has precedence over a more general one: exact hosts come before hosts with
 * wildcards, and those before every host; then longer paths come before shorter ones, and exact paths before those
 * with wildcards. A hash distinguishes routes of the same rank, so two of them may conflict, or the more general of
 * two very long or unusual ones may come first: in one stack that is a violation, and stacks with a {@link
 * RouteShare} each never conflict.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html">Listener
 *     rules for your Application Load Balancer</a>
 */
public final class RoutePriority {

    static final int FIRST = 1;
    static final int LAST = 50_000;

    /** Paths of this length or longer have the same rank. */
    static final int LONGEST_RANKED_PATH = 40;

    private static final int HOST_RANKS = 4;
    private static final int PATH_RANKS = 2 * (LONGEST_RANKED_PATH + 1);
    private static final int SLOTS = (LAST - FIRST + 1) / (HOST_RANKS * PATH_RANKS);

    private RoutePriority() {}

    /** Returns the priority of a route for these hosts, empty for every host, and these paths. */
    static int of(List<String> hosts, List<String> paths) {
        return of(hosts, paths, RouteShare.ALL);
    }

    /** Returns the priority of a route within the share of its stack. */
    static int of(List<String> hosts, List<String> paths, RouteShare share) {
        var lowerCaseHosts =
                hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        // Several values match as much as the most general of them.
        int hostRank =
                lowerCaseHosts.stream().mapToInt(RoutePriority::hostRank).max().orElse(HOST_RANKS - 1);
        int pathRank = paths.stream().mapToInt(RoutePriority::pathRank).max().orElse(PATH_RANKS - 1);
        return FIRST + (hostRank * PATH_RANKS + pathRank) * SLOTS + slot(lowerCaseHosts, paths, share);
    }

    /** Returns 0 for an exact host, 1 for the subdomains of a subdomain, 2 for wider wildcards. */
    private static int hostRank(String host) {
        if (!hasWildcard(host)) {
            return 0;
        }
        return host.chars().filter(character -> character == '.').count() >= 3 ? 1 : 2;
    }

    /**
     * Returns a smaller rank for paths that match less: by the length of the shortest matching path, and by whether
     * others match.
     */
    private static int pathRank(String path) {
        boolean open = hasWildcard(path);
        int shortest = Math.min(path.replace("*", "").length(), LONGEST_RANKED_PATH);
        return 2 * (LONGEST_RANKED_PATH - shortest) + (open ? 1 : 0);
    }

    private static int slot(List<String> hosts, List<String> paths, RouteShare share) {
        var identity = Stream.of(hosts, paths)
                .map(values -> values.stream().sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
        int size = SLOTS / share.of();
        return (share.number() - 1) * size + Math.floorMod(identity.hashCode(), size);
    }

    static boolean hasWildcard(String value) {
        return value.contains("*") || value.contains("?");
    }
}
