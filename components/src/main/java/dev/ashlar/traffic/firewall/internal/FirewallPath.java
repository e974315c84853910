package dev.ashlar.traffic.firewall.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that a firewall's rule is about.
 *
 * @param text what the path is, or starts with
 * @param isPrefix whether everything below it counts too
 */
public record FirewallPath(String text, boolean isPrefix) {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()+,;=:@%-]*)+");
    private static final int MAX_LENGTH = 200;

    /** Reads {@code /login} or {@code /files/**}; empty when the text is neither. */
    static Optional<FirewallPath> parse(String text) {
        boolean isPrefix = text.endsWith("/**");
        var path = isPrefix ? text.substring(0, text.length() - 2) : text;
        return PATH.matcher(path).matches() && path.length() <= MAX_LENGTH
                ? Optional.of(new FirewallPath(path, isPrefix))
                : Optional.empty();
    }

    /** How the rule compares, in AWS WAF's words. */
    String positionalConstraint() {
        return isPrefix ? "STARTS_WITH" : "EXACTLY";
    }
}
