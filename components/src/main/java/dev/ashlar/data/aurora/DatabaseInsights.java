package dev.ashlar.data.aurora;

/**
 * The mode of CloudWatch Database Insights of a cluster.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Database-Insights.html">CloudWatch
 *     Database Insights</a>
 */
public enum DatabaseInsights {
    /** The data of Performance Insights, kept for 7 days without charge. */
    STANDARD("standard", 7),
    /**
     * Fleet views, slow statements, execution plans and locks, kept for 465 days (15 months). Costs about 2.3 USD a
     * month per ACU, 9.1 USD per vCPU of a provisioned instance.
     */
    ADVANCED("advanced", 465);

    private final String wireName;
    private final int retentionDays;

    DatabaseInsights(String wireName, int retentionDays) {
        this.wireName = wireName;
        this.retentionDays = retentionDays;
    }

    /** Returns the mode in the RDS API. */
    public String wireName() {
        return wireName;
    }

    /** Returns the number of days for which Performance Insights keeps its data. */
    public int retentionDays() {
        return retentionDays;
    }
}
