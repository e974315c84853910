package dev.ashlar.internal.check;

import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * The retention of log groups in CloudWatch Logs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">
 *     PutRetentionPolicy, {@code retentionInDays}</a>
 */
public final class LogRetention {

    private static final Set<Integer> DAYS = new TreeSet<>(Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653));

    private LogRetention() {}

    /** Returns a retention in days, as {@code retentionInDays} takes it. */
    public static int days(Duration retention) {
        return Math.toIntExact(retention.toDays());
    }

    /** Adds a violation unless CloudWatch Logs supports the retention. */
    public static void check(String option, Duration retention, Violations violations) {
        violations.expect(
                DAYS.stream().anyMatch(days -> retention.equals(Duration.ofDays(days))),
                option,
                retention,
                "CloudWatch Logs keeps logs for %s days".formatted(DAYS),
                "use one of these");
    }
}
