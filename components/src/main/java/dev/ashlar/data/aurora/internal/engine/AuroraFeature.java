package dev.ashlar.data.aurora.internal.engine;

import dev.ashlar.data.aurora.AuroraEngine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Features that minor versions of the engines introduced one after another.
 *
 * @see
 *     <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraFeaturesRegionsDBEngines.grids.html">Supported
 *     features in Amazon Aurora by AWS Region and Aurora DB engine</a>
 */
// Its lists and maps never change.
@SuppressWarnings("ImmutableEnumChecker")
public enum AuroraFeature {
    /** Aurora Serverless v2, up to 128 ACU. */
    SERVERLESS("has no serverless instances", Map.of(13, 6, 14, 3, 15, 2, 16, 1), List.of(3, 2, 0)),
    /** A capacity beyond 128 ACU. */
    LARGE_CAPACITY("scales up to 128 ACU", Map.of(13, 13, 14, 10, 15, 5, 16, 1), List.of(3, 6, 0)),
    /** A capacity of 0, with automatic pause and resume. */
    PAUSE("cannot pause", Map.of(13, 15, 14, 12, 15, 7, 16, 3), List.of(3, 8, 0)),
    /** SQL over HTTPS, for serverless and provisioned instances. */
    DATA_API("has no Data API", Map.of(13, 11, 14, 8, 15, 3, 16, 1, 17, 4), List.of(3, 7, 0)),
    /** Storage that is billed without I/O. */
    IO_OPTIMIZED("has no I/O-Optimized storage", Map.of(13, 10, 14, 7, 15, 2), List.of(3, 3, 1));

    /** The first major version of MySQL whose Aurora versions start with 3. */
    private static final String FIRST_OF_VERSION_3 = "8.0";

    private final String absence;
    private final TreeMap<Integer, Integer> postgresql;
    private final List<Integer> mysql;

    AuroraFeature(String absence, Map<Integer, Integer> postgresql, List<Integer> mysql) {
        this.absence = absence;
        this.postgresql = new TreeMap<>(postgresql);
        this.mysql = mysql;
    }

    /** Returns the clause about a version without the feature, such as {@code cannot pause}. */
    String absence() {
        return absence;
    }

    /** Returns the first versions with the feature, for messages. */
    String firstVersions(AuroraEngine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                String.join(
                        ", ",
                        postgresql.entrySet().stream()
                                .map(e -> e.getKey() + "." + e.getValue())
                                .toList());
            case MYSQL -> "8.0.mysql_aurora.%d.%02d.%d".formatted(mysql.toArray());
        };
    }

    /**
     * Returns whether a version has the feature. A major version alone means its newest minor version; later major
     * versions have every feature.
     */
    boolean isIn(AuroraVersion version) {
        return switch (version.engine()) {
            case POSTGRESQL -> isInPostgresql(version);
            case MYSQL -> isInMysql(version);
        };
    }

    private boolean isInMysql(AuroraVersion version) {
        return version.isFull() ? isAtLeast(version.minor(), mysql) : !version.isEarlierMajorThan(FIRST_OF_VERSION_3);
    }

    private boolean isInPostgresql(AuroraVersion version) {
        int major = Integer.parseInt(version.major());
        if (major < postgresql.firstKey()) {
            return false;
        }
        var first = postgresql.get(major);
        return !version.isFull() || first == null || version.minor().get(0) >= first;
    }

    private static boolean isAtLeast(List<Integer> numbers, List<Integer> least) {
        for (int i = 0; i < least.size(); i++) {
            if (!numbers.get(i).equals(least.get(i))) {
                return numbers.get(i) > least.get(i);
            }
        }
        return true;
    }
}
