package dev.ashlar.traffic.loadbalancer.internal.route;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The precedence of a route and the requests that it matches.
 *
 * @param priority the priority; the route with the lowest number that matches a request serves it
 * @param hosts the hosts; empty for every host
 * @param paths the paths; at least one
 */
public record RoutePlace(int priority, List<String> hosts, List<String> paths) {

    /** Returns the name of the route in messages. */
    String label() {
        return String.join(" or ", hosts) + String.join(" or ", paths);
    }

    /**
     * Returns whether the other route never receives a request, because this one has precedence and matches all of
     * them.
     */
    boolean hides(RoutePlace other) {
        boolean everyHost =
                hosts.isEmpty() || (!other.hosts.isEmpty() && covers(lowerCase(hosts), lowerCase(other.hosts)));
        return priority < other.priority && everyHost && covers(paths, other.paths);
    }

    // Only paths are case-sensitive.
    private static List<String> lowerCase(List<String> hosts) {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean covers(List<String> patterns, List<String> others) {
        return others.stream().allMatch(other -> patterns.stream().anyMatch(pattern -> covers(pattern, other)));
    }

    // The other pattern's wildcards are matched literally; a ? matches one character, but not a *, which may match
    // several.
    private static boolean covers(String pattern, String other) {
        var expression = pattern.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> "[^*]";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.matches(expression, other);
    }
}
