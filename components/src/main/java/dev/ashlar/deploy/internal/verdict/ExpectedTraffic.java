package dev.ashlar.deploy.internal.verdict;

/**
 * The traffic for which a plan is checked.
 *
 * @param requests the requests a minute
 * @param errorRate the error rate of a healthy release, as a share of requests
 * @param power the required probability that a rise at the error limit is detected before the last step
 */
record ExpectedTraffic(double requests, double errorRate, double power) {}
