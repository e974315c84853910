package dev.ashlar.deploy.internal.verdict;

import dev.ashlar.deploy.internal.verdict.SequentialBoundary.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * The boundaries of both tests of a plan, look by look. The probability of a false rollback is split between the tests, and
 * a small part is kept for steps that are extended, so that the sum is at most the plan's whatever the tests have in
 * common (Bonferroni). The first step spends the most, because every regression that it finds has met the fewest users.
 */
final class Boundaries {

    /** The minutes between two looks. Fewer looks have lower boundaries; the hard gate looks every minute. */
    static final int LOOK_EVERY = 5;

    private static final double ERRORS = 0.96;
    private static final double EXTENSION = 0.03;
    private static final double FIRST_STEP = 0.83;

    private final RolloutPlan plan;
    private final SequentialBoundary errors;
    private final SequentialBoundary latency;

    private Boundaries(RolloutPlan plan) {
        this.plan = plan;
        this.errors = SequentialBoundary.of(looks(plan, planned(plan, ERRORS)));
        this.latency = SequentialBoundary.of(looks(plan, planned(plan, 1 - ERRORS)));
    }

    static Boundaries of(RolloutPlan plan) {
        return new Boundaries(plan);
    }

    private static double planned(RolloutPlan plan, double share) {
        return plan.falseRollback() * share * (1 - EXTENSION);
    }

    private static List<Look> looks(RolloutPlan plan, double alpha) {
        List<Look> looks = new ArrayList<>();
        var steps = plan.comparedSteps();
        var information = 0.0;
        var spent = 0.0;
        for (var step = 0; step < steps; step++) {
            var weight = plan.weights().get(step) / 100.0;
            var share = steps == 1 ? 1 : step == 0 ? FIRST_STEP : (1 - FIRST_STEP) / (steps - 1);
            for (var look = 1; look <= looksOfAStep(plan); look++) {
                var minute = minute(plan, look);
                looks.add(new Look(
                        information + weight * (1 - weight) * minute,
                        alpha * (spent + share * spending(step, (double) minute / plan.soakMinutes()))));
            }
            information += weight * (1 - weight) * plan.soakMinutes();
            spent += share;
        }
        return looks;
    }

    // The first step has to decide before its end: it spends most in the middle. Later steps keep much for their last
    // look,
    // which knows the most.
    private static double spending(int step, double fraction) {
        return step == 0 ? fraction * fraction * fraction * (fraction * (6 * fraction - 15) + 10) : fraction * fraction;
    }

    private static int looksOfAStep(RolloutPlan plan) {
        return (plan.soakMinutes() + LOOK_EVERY - 1) / LOOK_EVERY;
    }

    private static int minute(RolloutPlan plan, int look) {
        return Math.min(look * LOOK_EVERY, plan.soakMinutes());
    }

    /** Returns whether the slots are compared after so many minutes of a step. */
    boolean looksAt(int step, int minute) {
        return step < plan.comparedSteps()
                && minute > 0
                && (minute % LOOK_EVERY == 0 || minute == plan.soakMinutes())
                && minute <= plan.soakMinutes() + plan.extensionMinutes();
    }

    /** Returns the boundary of the errors after so many minutes of a step, in standard deviations. */
    double errors(int step, int minute) {
        return at(errors, ERRORS, step, minute);
    }

    /** Returns the boundary of the slow requests after so many minutes of a step, in standard deviations. */
    double latency(int step, int minute) {
        return at(latency, 1 - ERRORS, step, minute);
    }

    private double at(SequentialBoundary boundary, double share, int step, int minute) {
        if (minute > plan.soakMinutes()) {
            return Normal.exceededWith(plan.falseRollback() * share * EXTENSION / extensionLooks());
        }
        var look = (minute + LOOK_EVERY - 1) / LOOK_EVERY;
        return boundary.at(step * looksOfAStep(plan) + look - 1);
    }

    private int extensionLooks() {
        return Math.max(1, plan.comparedSteps() * (plan.extensionMinutes() / LOOK_EVERY + 1));
    }

    /** Returns the probability of a false rollback over all steps and both tests: at most the plan's. */
    double spent() {
        return errors.spent() + latency.spent() + plan.falseRollback() * EXTENSION;
    }
}
