package dev.ashlar.deploy.internal.verdict;

/**
 * The sums over the minutes of a rollout that a {@link Comparison} needs. "Hits" are errors, or requests slower than the old
 * slot's p95. A minute in which one of the slots has no requests adds nothing.
 *
 * @param n the requests of the new slot
 * @param x its hits
 * @param m the requests of the old slot
 * @param y its hits
 * @param excess the hits of the new slot beyond those that it would have at the old slot's rate of the same minute
 * @param chance the variance of the excess at equal rates
 * @param scaled the old slot's hits times the square of the ratio of requests
 * @param nn the sum of n²
 * @param nnnn the sum of n to the power of four
 * @param hh the sum of the squared expected hits of the new slot, at the pooled rate of the minute
 * @param hhhh the sum of their fourth powers
 * @param dd the sum of the squared excess of each minute
 * @param dn the sum of excess times n
 * @param mm the sum of m²
 * @param yy the sum of y²
 * @param ym the sum of y times m
 */
record Sums(
        double n,
        double x,
        double m,
        double y,
        double excess,
        double chance,
        double scaled,
        double nn,
        double nnnn,
        double hh,
        double hhhh,
        double dd,
        double dn,
        double mm,
        double yy,
        double ym) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Returns the sums with one minute more: requests and hits of the new slot, then of the old one. */
    Sums plus(double requests, double hits, double oldRequests, double oldHits) {
        if (requests <= 0 || oldRequests <= 0) {
            return this;
        }
        var all = requests + oldRequests;
        var ratio = requests / oldRequests;
        var rate = (hits + oldHits) / all;
        var beyond = hits - ratio * oldHits;
        var square = requests * requests;
        var expected = square * rate * rate;
        return new Sums(
                n + requests,
                x + hits,
                m + oldRequests,
                y + oldHits,
                excess + beyond,
                chance + requests * rate * (1 - rate) * all / oldRequests,
                scaled + ratio * ratio * oldHits,
                nn + square,
                nnnn + square * square,
                hh + expected,
                hhhh + expected * expected,
                dd + beyond * beyond,
                dn + beyond * requests,
                mm + oldRequests * oldRequests,
                yy + oldHits * oldHits,
                ym + oldHits * oldRequests);
    }
}
