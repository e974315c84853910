package dev.ashlar.network.internal.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A zone and the label that its resources carry in their names: {@code eu-central-1a} is {@code a}, and the zone with
 * the id {@code euc1-az1} is {@code az1}; their region is {@code eu-central-1} and {@code euc1}.
 */
public record Zone(String name, String label, String region) {

    private static final String REGION = "([a-z]{2,}(?:-[a-z]+)+-\\d+)";
    private static final Pattern NAME = Pattern.compile(REGION + "([a-z])");
    // Such as us-east-1-bos-1a, and us-east-1-wl1-bos-wlz-1 in a Wavelength zone.
    private static final Pattern LOCAL_NAME = Pattern.compile(REGION + "-((?:[a-z0-9]+-)*[a-z0-9]+)");
    private static final Pattern ID = Pattern.compile("([a-z]+\\d+)-((?:[a-z0-9]+-)*(?:az|wlz)\\d+)");

    /** Reads the name or the id of a zone; empty when the text is neither. */
    public static Optional<Zone> parse(String text) {
        return Stream.of(NAME, LOCAL_NAME, ID)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .map(parts -> new Zone(text, parts.group(2), parts.group(1)))
                .findFirst();
    }

    public static Zone of(String name) {
        return parse(name).orElseThrow();
    }

    /** Whether the zone is given by its id, which names the same place in every account. */
    public boolean isId() {
        return ID.matcher(name).matches();
    }
}
