package dev.ashlar.traffic.firewall.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path in a rule of a firewall.
 *
 * @param text the path, or its beginning
 * @param isPrefix whether every path below it matches too
 */
public record FirewallPath(String text, boolean isPrefix) {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()+,;=:@%-]*)+");
    private static final int MAX_LENGTH = 200;

    /** Parses {@code /login} or {@code /files/**}; empty when the text is neither. */
    static Optional<FirewallPath> parse(String text) {
        boolean isPrefix = text.endsWith("/**");
        var path = isPrefix ? text.substring(0, text.length() - 2) : text;
        return PATH.matcher(path).matches() && path.length() <= MAX_LENGTH
                ? Optional.of(new FirewallPath(path, isPrefix))
                : Optional.empty();
    }

    /** Returns the positional constraint of AWS WAF. */
    String positionalConstraint() {
        return isPrefix ? "STARTS_WITH" : "EXACTLY";
    }
}
