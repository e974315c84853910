package dev.ashlar.traffic.loadbalancer.internal.route;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a route stands among the others, and which requests it takes.
 *
 * @param priority the one with the lowest number that matches a request serves it
 * @param hosts none for every host
 * @param paths at least one
 */
public record RoutePlace(int priority, List<String> hosts, List<String> paths) {

    /** What messages call the route. */
    String label() {
        return String.join(" or ", hosts) + String.join(" or ", paths);
    }

    /** Whether the other route never gets a request, because this one stands before it and takes all of them. */
    boolean hides(RoutePlace other) {
        boolean everyHost =
                hosts.isEmpty() || (!other.hosts.isEmpty() && covers(lowerCase(hosts), lowerCase(other.hosts)));
        return priority < other.priority && everyHost && covers(paths, other.paths);
    }

    // Upper and lower case differ in paths only.
    private static List<String> lowerCase(List<String> hosts) {
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    private static boolean covers(List<String> patterns, List<String> others) {
        return others.stream().allMatch(other -> patterns.stream().anyMatch(pattern -> covers(pattern, other)));
    }

    // The other's wildcards are read as they are written; a ? takes one character, which its * need not be.
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
