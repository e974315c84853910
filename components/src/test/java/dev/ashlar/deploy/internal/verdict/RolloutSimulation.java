package dev.ashlar.deploy.internal.verdict;

import dev.ashlar.deploy.internal.verdict.Verdict.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Simulates rollouts of one kind of release under one kind of traffic, from a fixed seed. */
record RolloutSimulation(RolloutJudge judge, Cell cell, int rollouts) {

    /** A cell of the table. */
    record Cell(double requests, double background, Release release, boolean bursty) {

        long seed() {
            return ((long) requests * 1000 + Math.round(background * 1000)) * 100
                    + List.of(Release.values()).indexOf(release) * 2
                    + (bursty ? 1 : 0);
        }
    }

    /**
     * The outcome of a cell, as shares of its rollouts.
     *
     * @param rolledBack those rolled back on evidence
     * @param before100 those rolled back on evidence before the last step
     * @param inconclusive those ended for lack of requests
     * @param median the median minutes to a rollback, infinite when most were not rolled back
     */
    record Outcome(Cell cell, double rolledBack, double before100, double inconclusive, double median) {}

    Outcome run() {
        var random = new SplittableRandom(cell.seed());
        var minutes = new double[rollouts];
        var rolledBack = 0;
        var before100 = 0;
        var inconclusive = 0;
        for (var i = 0; i < rollouts; i++) {
            var end = rollout(random.split());
            minutes[i] = end.decision == Decision.ROLLBACK ? end.minute : Double.POSITIVE_INFINITY;
            rolledBack += end.decision == Decision.ROLLBACK ? 1 : 0;
            before100 += end.decision == Decision.ROLLBACK && end.compared ? 1 : 0;
            inconclusive += end.decision == Decision.INCONCLUSIVE ? 1 : 0;
        }
        Arrays.sort(minutes);
        return new Outcome(
                cell,
                (double) rolledBack / rollouts,
                (double) before100 / rollouts,
                (double) inconclusive / rollouts,
                minutes[rollouts / 2]);
    }

    private record End(Decision decision, int minute, boolean compared) {}

    private End rollout(SplittableRandom random) {
        var traffic = new Traffic(random, cell.bursty(), cell.requests(), cell.background());
        var weights = judge.plan().weights();
        var minute = 0;
        var record = StepRecord.EMPTY;
        for (var step = 0; step < weights.size(); step++) {
            var weight = weights.get(step) / 100.0;
            var decision = Decision.CONTINUE;
            record = record.next();
            while (decision == Decision.CONTINUE) {
                minute++;
                record = record.plus(traffic.minute(weight, cell.release(), minute));
                decision = judge.judge(step, record).decision();
            }
            if (decision != Decision.PROCEED) {
                return new End(decision, minute, weight < 1);
            }
        }
        return new End(Decision.PROCEED, minute, false);
    }
}
