package dev.ashlar.deploy.internal.verdict;

/** The standard normal distribution, with relative accuracy in its upper tail. */
final class Normal {

    private static final double SERIES_UP_TO = 3;
    private static final int FRACTION_TERMS = 80;
    private static final double FARTHEST = 38;

    private Normal() {}

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** Returns the probability of a value above x. */
    static double above(double x) {
        if (x < 0) {
            return 1 - above(-x);
        }
        return x < SERIES_UP_TO ? 0.5 - density(x) * series(x) : density(x) / fraction(x);
    }

    /** Returns the value that is exceeded with this probability. */
    static double exceededWith(double probability) {
        var low = -FARTHEST;
        var high = FARTHEST;
        for (var i = 0; i < 70; i++) {
            var middle = (low + high) / 2;
            if (above(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    // The sum of x^(2n+1) / (1 * 3 * 5 ... (2n+1)); Abramowitz and Stegun 26.2.11.
    private static double series(double x) {
        var term = x;
        var sum = x;
        for (var odd = 3; term > sum * 1e-17; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    // x + 1/(x + 2/(x + 3/(x + ...))); Abramowitz and Stegun 26.2.14.
    private static double fraction(double x) {
        var value = x;
        for (var n = FRACTION_TERMS; n > 0; n--) {
            value = x + n / value;
        }
        return value;
    }
}
