package dev.ashlar.data.aurora.internal.instance;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A class of provisioned Aurora instances: memory-optimized ({@code r}, {@code x}) or burstable ({@code t}).
 *
 * @param family the family with its generation, such as {@code r8g}
 * @param size the size, such as {@code large} or {@code 2xlarge}
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html">Amazon
 *     Aurora DB instance classes</a>
 */
public record AuroraInstanceClass(String family, String size) {

    public static final String SERVERLESS = "db.serverless";

    private static final Pattern FORMAT =
            Pattern.compile("db\\.([rxt][1-9]\\d?[a-z]*)\\.(small|medium|large|(?:[2-9]|[1-9]\\d)?xlarge)");

    private static final Map<String, Double> PARTS_OF_XLARGE = Map.of("small", 0.125, "medium", 0.25, "large", 0.5);

    /** Parses a provisioned class; empty if Aurora has no classes of that format. */
    public static Optional<AuroraInstanceClass> parse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new AuroraInstanceClass(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    public boolean isBurstable() {
        return family.charAt(0) == 't';
    }

    /** Returns the memory in GiB. */
    public double memory() {
        return memoryOfXlarge() * xlarges();
    }

    private double memoryOfXlarge() {
        return switch (family.charAt(0)) {
            case 't' -> 16;
            case 'x' -> 64;
            default -> 32;
        };
    }

    private double xlarges() {
        var part = PARTS_OF_XLARGE.get(size);
        if (part != null) {
            return part;
        }
        var count = size.replace("xlarge", "");
        return count.isEmpty() ? 1 : Integer.parseInt(count);
    }
}
