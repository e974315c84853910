package dev.ashlar.compute;

/**
 * The level of CloudWatch Container Insights of a cluster. Without insights, the signal of missing tasks has no data.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html">Container
 *     Insights</a>
 */
public enum ContainerInsights {
    /** Metrics of every task and container, billed for each observed metric. */
    ENHANCED("enhanced"),
    /** Metrics of the cluster and its services, billed as custom metrics. */
    ENABLED("enabled"),
    /** Only the metrics that every service has for free: CPU and memory. */
    DISABLED("disabled");

    private final String wireName;

    ContainerInsights(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the value of the ECS cluster setting {@code containerInsights}. */
    public String wireName() {
        return wireName;
    }
}
