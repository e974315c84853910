package dev.ashlar.deploy.internal.verdict;

/**
 * One minute of both slots.
 *
 * @param requests the requests of the new slot
 * @param errors its errors
 * @param slow its requests that were slower than the p95 of the old slot
 * @param oldRequests the requests of the old slot
 * @param oldErrors its errors
 * @param oldSlow its requests that were slower than the same time
 * @param cpu the CPU utilization of the new slot, as a share of 1
 * @param memory the memory utilization of the new slot, as a share of 1
 * @param unhealthy the share of the new slot's hosts that are unhealthy
 */
record Minute(
        double requests,
        double errors,
        double slow,
        double oldRequests,
        double oldErrors,
        double oldSlow,
        double cpu,
        double memory,
        double unhealthy) {

    /** Returns a minute of requests only. */
    static Minute of(
            double requests, double errors, double slow, double oldRequests, double oldErrors, double oldSlow) {
        return new Minute(requests, errors, slow, oldRequests, oldErrors, oldSlow, 0, 0, 0);
    }
}
