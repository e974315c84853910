package dev.ashlar.data.aurora;

/**
 * How much CloudWatch Database Insights records of a cluster.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Database-Insights.html">CloudWatch Database
 *     Insights</a>
 */
public enum DatabaseInsights {
    /** What Performance Insights keeps for 7 days; without charge. */
    STANDARD("standard", 7),
    /**
     * Fleet views, slow statements, execution plans and locks, kept for 465 days (15 months); about 2.3 USD a month for each
     * ACU, 9.1 USD for each virtual processor of a provisioned instance.
     */
    ADVANCED("advanced", 465);

    private final String wireName;
    private final int retentionDays;

    DatabaseInsights(String wireName, int retentionDays) {
        this.wireName = wireName;
        this.retentionDays = retentionDays;
    }

    /** The mode in the API of RDS. */
    public String wireName() {
        return wireName;
    }

    /** How long Performance Insights keeps its data, in days. */
    public int retentionDays() {
        return retentionDays;
    }
}
