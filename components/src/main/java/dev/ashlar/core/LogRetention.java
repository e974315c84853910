package dev.ashlar.core;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long CloudWatch Logs may keep a log group.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">
 *     PutRetentionPolicy, {@code retentionInDays}</a>
 */
public final class LogRetention {

    private static final Set<Long> DAYS = new TreeSet<>(Set.of(
            1L, 3L, 5L, 7L, 14L, 30L, 60L, 90L, 120L, 150L, 180L, 365L, 400L, 545L, 731L, 1096L, 1827L, 2192L, 2557L,
            2922L, 3288L, 3653L));

    private LogRetention() {}

    /** A retention in days, as {@code retentionInDays} takes it. */
    public static int days(Duration retention) {
        return Math.toIntExact(retention.toDays());
    }

    /** Adds a fault unless CloudWatch Logs allows the retention. */
    public static void check(String option, Duration retention, Violations violations) {
        violations.expect(
                retention.equals(Duration.ofDays(retention.toDays())) && DAYS.contains(retention.toDays()),
                option,
                retention,
                "CloudWatch Logs keeps logs for %s days".formatted(DAYS),
                "use one of these");
    }
}
