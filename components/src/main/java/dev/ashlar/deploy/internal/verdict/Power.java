package dev.ashlar.deploy.internal.verdict;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/** The power of a plan: what it detects, and when, at steady independent traffic. By the normal approximation. */
final class Power {

    private static final int LONGEST_SOAK = 24 * 60;
    private static final double MOST_REQUESTS = 1e9;

    private final RolloutJudge judge;

    Power(RolloutJudge judge) {
        this.judge = judge;
    }

    /**
     * Returns the minute since the rollout began at which the expected excess of errors crosses the boundary: about the
     * median time to a rollback.
     *
     * @param requests the requests a minute of both slots
     * @param background the error rate of the old slot
     * @param rise the rise of the error rate of the new slot, by the minute since the rollout began
     */
    OptionalInt medianOfErrors(double requests, double background, IntToDoubleFunction rise) {
        return median(requests, background, rise, judge.plan().errorLimit(), judge.boundaries()::errors);
    }

    /** Returns the same for the share of slow requests, which is 5 % in the old slot. */
    OptionalInt medianOfLatency(double requests, IntToDoubleFunction rise) {
        return median(requests, 0.05, rise, judge.plan().latencyLimit(), judge.boundaries()::latency);
    }

    /** The boundary of a test after so many minutes of a step. */
    private interface Boundary {
        double at(int step, int minute);
    }

    private OptionalInt median(
            double requests, double background, IntToDoubleFunction rise, double limit, Boundary boundary) {
        var plan = judge.plan();
        var sums = Sums.NONE;
        for (var step = 0; step < plan.comparedSteps(); step++) {
            for (var minute = 1; minute <= plan.soakMinutes(); minute++) {
                var age = step * plan.soakMinutes() + minute;
                sums = plus(sums, requests, plan.weights().get(step) / 100.0, background, rise.applyAsDouble(age));
                // Rounding must not hide a rise that is exactly the smallest that counts.
                var counted = RolloutJudge.COUNTED * limit * sums.n() * (1 - 1e-9);
                if (judge.boundaries().looksAt(step, minute)
                        && sums.excess() >= Math.max(counted, threshold(sums, boundary.at(step, minute)))) {
                    return OptionalInt.of(age);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the probability that a rise of the error rate is detected before the last step, at the last look. */
    double detection(double requests, double background, double rise) {
        var plan = judge.plan();
        return detection(judge, plan.soakMinutes(), requests, background, rise);
    }

    private static double detection(
            RolloutJudge judge, int soakMinutes, double requests, double background, double rise) {
        var sums = Sums.NONE;
        var plan = judge.plan();
        for (var weight : compared(plan)) {
            for (var minute = 1; minute <= soakMinutes; minute++) {
                sums = plus(sums, requests, weight / 100.0, background, rise);
            }
        }
        var z = judge.boundaries().errors(plan.comparedSteps() - 1, plan.soakMinutes());
        var shortfall = threshold(sums, z) - sums.excess();
        return Normal.above(shortfall / deviation(sums, background, rise));
    }

    /** Returns the fewest requests a minute at which every step has enough, and a rise is detected so probably. */
    long fewestRequests(double background, double rise, double power) {
        var plan = judge.plan();
        var least = 1.0;
        for (var weight : plan.weights()) {
            var smaller = weight < 100 ? Math.min(weight, 100 - weight) : 100;
            least = Math.max(least, plan.minRequests() * 100.0 / smaller / plan.soakMinutes());
        }
        var most = MOST_REQUESTS;
        while (most / least > 1.001) {
            var middle = Math.sqrt(least * most);
            if (detection(middle, background, rise) >= power) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return (long) Math.ceil(least);
    }

    /** Returns the minutes that each step requires at so many requests a minute; empty if a day is too short. */
    static OptionalInt minutesNeeded(RolloutPlan plan, double requests, double background, double rise, double power) {
        var judge = new RolloutJudge(plan);
        for (var minutes = 1; minutes <= LONGEST_SOAK; minutes++) {
            if (enoughRequests(plan, requests, minutes)
                    && detection(judge, minutes, requests, background, rise) >= power) {
                return OptionalInt.of(minutes);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean enoughRequests(RolloutPlan plan, double requests, int minutes) {
        return compared(plan).stream()
                .allMatch(weight -> requests * minutes * Math.min(weight, 100 - weight) >= 100.0 * plan.minRequests());
    }

    private static List<Integer> compared(RolloutPlan plan) {
        return plan.weights().subList(0, plan.comparedSteps());
    }

    private static Sums plus(Sums sums, double requests, double weight, double background, double rise) {
        var n = requests * weight;
        var m = requests - n;
        return sums.plus(n, n * (background + rise), m, m * background);
    }

    private static double threshold(Sums sums, double z) {
        return z * Math.sqrt(sums.chance()) + (z * z - 1) / 6;
    }

    private static double deviation(Sums sums, double background, double rise) {
        var rate = background + rise;
        return Math.sqrt(sums.n() * rate * (1 - rate) + sums.scaled() * (1 - background));
    }
}
