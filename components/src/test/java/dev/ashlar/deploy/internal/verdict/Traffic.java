package dev.ashlar.deploy.internal.verdict;

import java.util.random.RandomGenerator;

/**
 * Draws the minutes of a simulated rollout. In bursty traffic, the requests of a minute vary by 30 %, the rate of hits of
 * both slots together by 40 % (for some minutes: a slow dependency), and that of each slot alone by 20 %.
 */
final class Traffic {

    static final double SLOW = 0.05;
    private static final double REQUESTS = sigma(0.3);
    private static final double SHARED = sigma(0.4);
    private static final double OWN = sigma(0.2);
    private static final double PERSISTENCE = 0.7;
    // From so many expected hits, the normal approximation is used.
    private static final double MANY = 30;

    private final RandomGenerator random;
    private final boolean bursty;
    private final double requests;
    private final double background;
    private double shared;

    Traffic(RandomGenerator random, boolean bursty, double requests, double background) {
        this.random = random;
        this.bursty = bursty;
        this.requests = requests;
        this.background = background;
        this.shared = bursty ? random.nextGaussian() : 0;
    }

    Minute minute(double weight, Release release, int age) {
        var volume = requests * factor(REQUESTS, bursty ? random.nextGaussian() : 0);
        shared = PERSISTENCE * shared + (bursty ? Math.sqrt(1 - PERSISTENCE * PERSISTENCE) * random.nextGaussian() : 0);
        var together = factor(SHARED, shared);
        var n = poisson(volume * weight);
        var m = weight < 1 ? poisson(volume * (1 - weight)) : 0;
        return Minute.of(
                n,
                binomial(
                        n,
                        Math.min(
                                1,
                                background * together * own() * release.errorFactor(random)
                                        + release.addedErrors(age))),
                binomial(n, Math.min(1, (SLOW + release.addedSlow()) * together * own())),
                m,
                binomial(m, Math.min(1, background * together * own())),
                binomial(m, Math.min(1, SLOW * together * own())));
    }

    private double own() {
        return bursty ? factor(OWN, random.nextGaussian()) : 1;
    }

    // Log-normal with a mean of one.
    private static double factor(double sigma, double normal) {
        return normal == 0 ? 1 : Math.exp(sigma * normal - sigma * sigma / 2);
    }

    private static double sigma(double variation) {
        return Math.sqrt(Math.log(1 + variation * variation));
    }

    private double poisson(double mean) {
        if (mean > MANY) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        return inverted(Math.exp(-mean), Double.POSITIVE_INFINITY, mean, 0);
    }

    private double binomial(double n, double p) {
        var mean = n * p;
        if (mean > MANY) {
            return Math.min(n, Math.max(0, Math.rint(mean + Math.sqrt(mean * (1 - p)) * random.nextGaussian())));
        }
        if (n == 0) {
            return 0;
        }
        return p >= 1 ? n : inverted(Math.pow(1 - p, n), n, p / (1 - p) * (n + 1), p / (1 - p));
    }

    // By inversion: the probability of k is that of k - 1 times (a / k - b).
    private double inverted(double none, double most, double a, double b) {
        var left = random.nextDouble();
        var probability = none;
        var count = 0.0;
        while (left > probability && count < most && probability > 1e-300) {
            left -= probability;
            count++;
            probability *= a / count - b;
        }
        return count;
    }
}
