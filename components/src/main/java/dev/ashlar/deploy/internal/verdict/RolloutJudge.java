package dev.ashlar.deploy.internal.verdict;

import dev.ashlar.deploy.internal.verdict.Verdict.Decision;
import dev.ashlar.deploy.internal.verdict.Verdict.Reason;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Judges the steps of a rollout, minute by minute. */
final class RolloutJudge {

    // A difference counts from half its limit: an estimate of a rise at the limit is below the limit half of the time.
    static final double COUNTED = 0.5;
    private static final double HARD_Z = 5;
    private static final int HARD_MINUTES = 2;
    private static final int UTILIZATION_MINUTES = 3;

    private final RolloutPlan plan;
    private final Boundaries boundaries;

    RolloutJudge(RolloutPlan plan) {
        this.plan = plan;
        this.boundaries = Boundaries.of(plan);
    }

    RolloutPlan plan() {
        return plan;
    }

    Boundaries boundaries() {
        return boundaries;
    }

    /** Returns the verdict on a step, by its index, after the minutes of a record. */
    Verdict judge(int step, StepRecord record) {
        var minutes = record.minutes();
        if (minutes == 0) {
            return Verdict.CONTINUE;
        }
        var hard = hardGate(record);
        if (hard.decision() == Decision.ROLLBACK) {
            return hard;
        }
        var compared = plan.weights().get(step) < 100;
        if (boundaries.looksAt(step, minutes)) {
            var errorZ = boundaries.errors(step, minutes);
            var errors = Comparison.of(record.errors());
            if (errors.exceeds(errorZ, COUNTED * plan.errorLimit())) {
                return Verdict.rollback(Reason.ERRORS, evidence("error rate", errors, errorZ, minutes));
            }
            var slowZ = boundaries.latency(step, minutes);
            var slow = Comparison.of(record.slow());
            if (slow.exceeds(slowZ, COUNTED * plan.latencyLimit())) {
                return Verdict.rollback(Reason.LATENCY, evidence("share of slow requests", slow, slowZ, minutes));
            }
        }
        return minutes < plan.soakMinutes() ? Verdict.CONTINUE : end(compared, record);
    }

    private Verdict end(boolean compared, StepRecord record) {
        var requests = compared ? Math.min(record.requests(), record.oldRequests()) : record.requests();
        if (requests >= plan.minRequests()) {
            return new Verdict(Decision.PROCEED, Reason.NONE, "%.0f requests".formatted(requests));
        }
        if (record.minutes() < plan.soakMinutes() + plan.extensionMinutes()) {
            return Verdict.CONTINUE;
        }
        return new Verdict(
                Decision.INCONCLUSIVE,
                Reason.NONE,
                "%.0f requests in %d minutes, but a verdict requires %d"
                        .formatted(requests, record.minutes(), plan.minRequests()));
    }

    private Verdict hardGate(StepRecord record) {
        var latest = record.latest();
        var last = latest.get(latest.size() - 1);
        if (last.unhealthy() >= plan.hardUnhealthy()) {
            return Verdict.rollback(
                    Reason.UNHEALTHY_HOSTS, "%.0f %% of the hosts are unhealthy".formatted(100 * last.unhealthy()));
        }
        if (breached(latest, Minute::cpu, plan.cpuLimit())) {
            return Verdict.rollback(Reason.CPU, over("CPU", plan.cpuLimit()));
        }
        if (breached(latest, Minute::memory, plan.memoryLimit())) {
            return Verdict.rollback(Reason.MEMORY, over("memory", plan.memoryLimit()));
        }
        return hardErrors(latest.subList(Math.max(0, latest.size() - HARD_MINUTES), latest.size()));
    }

    private Verdict hardErrors(List<Minute> minutes) {
        var requests = sum(minutes, Minute::requests);
        var errors = sum(minutes, Minute::errors);
        if (errors < plan.hardErrorRate() * requests || errors == 0) {
            return Verdict.CONTINUE;
        }
        var oldRequests = sum(minutes, Minute::oldRequests);
        var oldErrors = sum(minutes, Minute::oldErrors);
        // Without an old slot to compare with, the rate has to be above the limit beyond chance.
        var usual = oldRequests > 0 ? requests / oldRequests * oldErrors : plan.hardErrorRate() * requests;
        var rate = oldRequests > 0 ? (errors + oldErrors) / (requests + oldRequests) : plan.hardErrorRate();
        var variance = requests * rate * (1 - rate) * (oldRequests > 0 ? 1 + requests / oldRequests : 1);
        var breached = errors - usual >= HARD_Z * Math.sqrt(variance) + (HARD_Z * HARD_Z - 1) / 6;
        return breached
                ? Verdict.rollback(
                        Reason.HARD_ERRORS,
                        "%.0f of %.0f requests failed in %d minutes".formatted(errors, requests, minutes.size()))
                : Verdict.CONTINUE;
    }

    private static boolean breached(List<Minute> minutes, ToDoubleFunction<Minute> value, double limit) {
        var count = 0;
        for (var minute : minutes) {
            count += value.applyAsDouble(minute) >= limit ? 1 : 0;
        }
        return count >= UTILIZATION_MINUTES;
    }

    private static double sum(List<Minute> minutes, ToDoubleFunction<Minute> value) {
        var sum = 0.0;
        for (var minute : minutes) {
            sum += value.applyAsDouble(minute);
        }
        return sum;
    }

    private static String over(String what, double limit) {
        return String.format(
                Locale.ROOT,
                "%s was at or above %.0f %% in %d of the last 5 minutes",
                what,
                100 * limit,
                UTILIZATION_MINUTES);
    }

    private static String evidence(String what, Comparison comparison, double z, int minutes) {
        return String.format(
                Locale.ROOT,
                "%s %.2f points above the old slot after %d minutes of the step: %.1f more than expected, threshold %.1f (z %.2f)",
                what,
                100 * comparison.rise(),
                minutes,
                comparison.excess(),
                comparison.threshold(z),
                z);
    }
}
