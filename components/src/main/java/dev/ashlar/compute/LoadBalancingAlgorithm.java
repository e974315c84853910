package dev.ashlar.compute;

/**
 * How a load balancer selects the task for a request.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html">Edit
 *     target group attributes for your Application Load Balancer: routing algorithms</a>
 */
public enum LoadBalancingAlgorithm {
    /** In turn: suits requests that take about the same time. */
    ROUND_ROBIN("round_robin"),
    /** The task with the fewest requests in progress: suits requests that differ. Excludes slow start. */
    LEAST_OUTSTANDING_REQUESTS("least_outstanding_requests");

    private final String wireName;

    LoadBalancingAlgorithm(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the value of the target group attribute {@code load_balancing.algorithm.type}. */
    public String wireName() {
        return wireName;
    }
}
