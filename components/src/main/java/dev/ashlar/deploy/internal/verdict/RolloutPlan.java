package dev.ashlar.deploy.internal.verdict;

import java.util.List;

/**
 * The options of a rollout's verdict. {@link RolloutPlanCheck} checks them.
 *
 * @param weights the percentages of traffic of the new slot, step by step, up to 100
 * @param soakMinutes the minutes of each step
 * @param extensionMinutes the minutes by which a step with too few requests is extended
 * @param falseRollback the designed probability that a healthy release is rolled back, over all steps and both tests
 * @param errorLimit the tolerated rise of the error rate, as a share of requests
 * @param latencyLimit the tolerated rise of the share of requests slower than the old slot's p95
 * @param cpuLimit the highest CPU utilization, as a share of 1
 * @param memoryLimit the highest memory utilization, as a share of 1
 * @param hardErrorRate the error rate that ends a rollout within two minutes
 * @param hardUnhealthy the share of unhealthy hosts that ends a rollout at once
 * @param minRequests the fewest requests of each slot for a verdict on a step
 * @param whenInconclusive the action after an inconclusive step
 */
record RolloutPlan(
        List<Integer> weights,
        int soakMinutes,
        int extensionMinutes,
        double falseRollback,
        double errorLimit,
        double latencyLimit,
        double cpuLimit,
        double memoryLimit,
        double hardErrorRate,
        double hardUnhealthy,
        int minRequests,
        WhenInconclusive whenInconclusive) {

    /**
     * The defaults: 5, 25, 50 and 100 %, half an hour each. A latency limit of 3 points is a p95 that is 20 % higher when
     * the tail is exponential: 0.05 to the power of 1/1.2 is 0.082, 3.2 points above 0.05.
     */
    static final RolloutPlan STANDARD = new RolloutPlan(
            List.of(5, 25, 50, 100), 30, 30, 0.005, 0.01, 0.03, 0.80, 0.85, 0.10, 0.5, 300, WhenInconclusive.ROLLBACK);

    RolloutPlan {
        weights = List.copyOf(weights);
    }

    /** Returns the number of steps in which the old slot has traffic, so that the slots can be compared. */
    int comparedSteps() {
        return (int) weights.stream().filter(weight -> weight < 100).count();
    }

    RolloutPlan withSoakMinutes(int minutes) {
        return new RolloutPlan(
                weights,
                minutes,
                extensionMinutes,
                falseRollback,
                errorLimit,
                latencyLimit,
                cpuLimit,
                memoryLimit,
                hardErrorRate,
                hardUnhealthy,
                minRequests,
                whenInconclusive);
    }
}
