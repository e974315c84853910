package dev.ashlar.deploy.internal.verdict;

/**
 * Compares the proportions of two slots over the same minutes: the hits of the new slot beyond those that it would have at
 * the old slot's rate of the same minute, against their standard deviation at equal rates.
 *
 * <p>The variance is that of binomial counts, plus an estimate of what bursts add. It is the smaller of two: the variance
 * of the old slot's rate between minutes, and the variance of the paired differences, in which the bursts that both slots
 * share cancel out. It is at least the paired one less two standard errors, so that bursts of the new slot alone count.
 * The threshold widens this part as Student's distribution does for few minutes, and includes the Cornish-Fisher term
 * for the skewness of small counts.
 *
 * @param excess the hits of the new slot beyond the old slot's rate
 * @param chance the variance of the excess of independent requests
 * @param bursts the variance that bursts add
 * @param skew the ratio of the third and the second cumulant; 1 for Poisson counts
 * @param requests the requests of the new slot
 * @param minutes the number of minutes, each weighted by its expected hits: fewer when bursts make some of them count more
 */
record Comparison(double excess, double chance, double bursts, double skew, double requests, double minutes) {

    private static final double FEWEST_MINUTES = 2;
    private static final Comparison NOTHING = new Comparison(0, 0, 0, 1, 0, 0);

    static Comparison of(Sums s) {
        if (s.n() <= 0 || s.nn() * s.nn() < FEWEST_MINUTES * s.nnnn()) {
            return NOTHING;
        }
        var k = s.nn() * s.nn() / s.nnnn();
        var correction = k / (k - 1);
        var error = Math.sqrt(8 / (k - 1));

        var rise = s.excess() / s.n();
        var ownChance = s.x() * (1 - s.x() / s.n()) + s.scaled() * (1 - s.y() / s.m());
        var paired = correction * (s.dd() - 2 * rise * s.dn() + rise * rise * s.nn()) - ownChance;
        var least = Math.max(0, paired - error * ownChance);
        var most = Math.max(0, paired);

        var oldRate = s.y() / s.m();
        var oldResidual = s.yy() - 2 * oldRate * s.ym() + oldRate * oldRate * s.mm();
        var old = Math.max(0, correction * oldResidual - s.y() * (1 - oldRate)) * 2 * s.nn() / s.mm();

        var weighted = s.hhhh() > 0 ? Math.max(FEWEST_MINUTES, s.hh() * s.hh() / s.hhhh()) : FEWEST_MINUTES;
        var shared = Math.min(most, old);
        var skew = s.chance() > 0 ? 1 + 2 * shared / s.chance() : 1;
        return new Comparison(s.excess(), s.chance(), Math.max(least, shared), skew, s.n(), weighted);
    }

    /** Returns the excess from which the difference is significant at a boundary of z standard deviations. */
    double threshold(double z) {
        return z * Math.sqrt(chance + bursts * widening(z, minutes)) + skew * (z * z - 1) / 6;
    }

    /** Returns the square of the ratio of Student's quantile to the normal one; Abramowitz and Stegun 26.7.5. */
    static double widening(double z, double minutes) {
        var freedom = minutes - 1;
        var ratio = 1 + first(z) / freedom + second(z) / (freedom * freedom);
        return ratio * ratio;
    }

    static double first(double z) {
        return (z * z + 1) / 4;
    }

    static double second(double z) {
        return ((5 * z * z + 16) * z * z + 3) / 96;
    }

    /** Returns whether the difference is significant, and its estimate at least the given share of requests. */
    boolean exceeds(double z, double smallest) {
        return requests > 0 && excess >= threshold(z) && excess >= smallest * requests;
    }

    /** Returns the estimated difference as a share of requests. */
    double rise() {
        return requests > 0 ? excess / requests : 0;
    }
}
