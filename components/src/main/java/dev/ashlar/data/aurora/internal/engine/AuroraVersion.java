package dev.ashlar.data.aurora.internal.engine;

import dev.ashlar.data.aurora.AuroraEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version of an Aurora engine: PostgreSQL's {@code 16} or {@code 16.6}, MySQL's {@code 8.0} or
 * {@code 8.0.mysql_aurora.3.08.0}.
 *
 * @param major the major version: {@code 16}, {@code 8.0}
 * @param minor the numbers that follow, Aurora's own for MySQL; empty if only the major version is given
 */
public record AuroraVersion(AuroraEngine engine, String major, List<Integer> minor) {

    private static final Pattern POSTGRESQL = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?");
    private static final Pattern MYSQL =
            Pattern.compile("(\\d{1,2}\\.\\d{1,2})(?:\\.mysql_aurora\\.(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}))?");

    /** Parses a version; empty if the engine has no versions of that format. */
    public static Optional<AuroraVersion> parse(AuroraEngine engine, String text) {
        var matcher = format(engine).matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var minor = matcher.group(2) == null
                ? List.<Integer>of()
                : Stream.of(matcher.group(2).split("\\.")).map(Integer::valueOf).toList();
        return Optional.of(new AuroraVersion(engine, matcher.group(1), minor));
    }

    private static Pattern format(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> POSTGRESQL;
            case MYSQL -> MYSQL;
        };
    }

    /** Returns an example of a version in the format of the engine, for messages. */
    static String example(AuroraEngine engine, boolean full) {
        return switch (engine) {
            case POSTGRESQL -> full ? "17.4" : "17";
            case MYSQL -> full ? "8.0.mysql_aurora.3.08.0" : "8.0";
        };
    }

    boolean isFull() {
        return !minor.isEmpty();
    }

    /** Returns the family of the parameter groups, such as {@code aurora-postgresql16}. */
    public String parameterFamily() {
        return engine.wireName() + major;
    }

    /** Returns whether this is a later major version than the other. */
    boolean isLaterMajorThan(AuroraVersion other) {
        return MAJOR_ORDER.compare(this, other) > 0;
    }

    /** Returns whether this is an earlier major version than that of the same engine. */
    boolean isEarlierMajorThan(String other) {
        return Double.parseDouble(major) < Double.parseDouble(other);
    }

    private static final Comparator<AuroraVersion> MAJOR_ORDER =
            Comparator.comparingDouble(version -> Double.parseDouble(version.major()));
}
