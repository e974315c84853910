package dev.ashlar.preflight.sandbox.state;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Generates the values that AWS assigns to one resource. They start with digits that follow from its URN, so that a reader
 * recognises the resource, and end with random ones, so that its replacement has other values.
 */
public final class GeneratedValues {

    /** Revisions of task definitions count tenths of a second from 2025-01-01, so that they increase. */
    private static final long FIRST_REVISION_MILLIS = 1_735_689_600_000L;

    private final String urn;
    private final long random;
    private final Clock clock;

    public GeneratedValues(String urn, long random, Clock clock) {
        this.urn = urn;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Returns a value of a kind: {@code hex:17}, {@code lower:10} and {@code upper:13} (letters and digits),
     * {@code digits:10}, {@code octet}, {@code uuid}, {@code time}, {@code revision}. A label after the length, as in
     * {@code hex:17:association}, selects another value of the same kind.
     */
    public String generate(String kind) {
        return generate(kind, "");
    }

    /** Returns a value of a kind for one of several items. */
    String generate(String kind, String item) {
        var words = kind.split(":", 3);
        int length = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        var label = (words.length > 2 ? words[2] : "") + item;
        return switch (words[0]) {
            case "hex" -> text(length, 16, label);
            case "lower" -> text(length, 36, label);
            case "upper" -> text(length, 36, label).toUpperCase(Locale.ROOT);
            case "digits" -> text(length, 10, label);
            case "octet" -> Long.toString(1 + Long.parseLong(text(10, 10, label)) % 254);
            case "uuid" -> text(32, 16, label).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            case "time" -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            case "revision" -> Long.toString((clock.millis() - FIRST_REVISION_MILLIS) / 100);
            default -> throw new IllegalStateException("a template has no kind " + kind);
        };
    }

    private String text(int length, int radix, String label) {
        int half = length / 2;
        return digits(urn + label, radix).substring(0, half)
                + digits(urn + label + random, radix).substring(0, length - half);
    }

    /** Returns at least 49 digits of a hash. */
    private static String digits(String text, int radix) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).setBit(256).toString(radix).substring(1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
