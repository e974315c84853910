package dev.ashlar.deploy.internal.verdict;

import java.util.List;

/**
 * Everything that the verdict needs of the minutes since a rollout began.
 *
 * @param errors the sums of errors since the rollout began
 * @param slow the sums of slow requests since the rollout began
 * @param minutes the minutes since the step began
 * @param requests the requests of the new slot since the step began
 * @param oldRequests the requests of the old slot since the step began
 * @param latest the latest minutes of the step, at most five, the last one last
 */
record StepRecord(Sums errors, Sums slow, int minutes, double requests, double oldRequests, List<Minute> latest) {

    private static final int KEPT = 5;

    static final StepRecord EMPTY = new StepRecord(Sums.NONE, Sums.NONE, 0, 0, 0, List.of());

    /** Returns the record at the start of the next step. */
    StepRecord next() {
        return new StepRecord(errors, slow, 0, 0, 0, List.of());
    }

    /** Returns the record with several minutes more. */
    StepRecord plus(List<Minute> minutes) {
        var all = this;
        for (var minute : minutes) {
            all = all.plus(minute);
        }
        return all;
    }

    /** Returns the record with one minute more. */
    StepRecord plus(Minute minute) {
        return new StepRecord(
                errors.plus(minute.requests(), minute.errors(), minute.oldRequests(), minute.oldErrors()),
                slow.plus(minute.requests(), minute.slow(), minute.oldRequests(), minute.oldSlow()),
                minutes + 1,
                requests + minute.requests(),
                oldRequests + minute.oldRequests(),
                kept(minute));
    }

    private List<Minute> kept(Minute minute) {
        var kept = new Minute[Math.min(latest.size() + 1, KEPT)];
        for (var i = 0; i < kept.length - 1; i++) {
            kept[i] = latest.get(latest.size() - kept.length + 1 + i);
        }
        kept[kept.length - 1] = minute;
        return List.of(kept);
    }
}
