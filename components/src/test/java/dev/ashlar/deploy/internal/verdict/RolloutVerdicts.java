package dev.ashlar.deploy.internal.verdict;

import dev.ashlar.deploy.internal.verdict.RolloutSimulation.Cell;
import dev.ashlar.deploy.internal.verdict.RolloutSimulation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Simulates rollouts and writes the tables of docs/rollout-verdicts.md, whose path is the argument. */
final class RolloutVerdicts {

    static final List<Double> REQUESTS = List.of(50.0, 200.0, 1000.0, 5000.0, 20_000.0);
    static final List<Double> BACKGROUNDS = List.of(0.001, 0.01, 0.02);

    private static final int ROLLOUTS = 2000;
    private static final String START = "<!-- tables: bench/verdicts -->\n";
    private static final String END = "<!-- end of tables -->\n";

    private final RolloutJudge judge = new RolloutJudge(RolloutPlan.STANDARD);
    private final Power power = new Power(judge);
    private final StringBuilder text = new StringBuilder();

    private RolloutVerdicts() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var tables = new RolloutVerdicts().tables();
        System.out.print(tables);
        System.out.printf(Locale.ROOT, "%nSimulated in %.0f s.%n", (System.nanoTime() - start) / 1e9);
        if (args.length > 0) {
            var page = Path.of(args[0]);
            var old = Files.readString(page);
            Files.writeString(
                    page,
                    old.substring(0, old.indexOf(START) + START.length()) + tables + old.substring(old.indexOf(END)));
        }
    }

    /** Returns the outcomes of cells, simulated on two threads. */
    static List<Outcome> run(RolloutJudge judge, List<Cell> cells, int rollouts)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Outcome>> tasks = new ArrayList<>();
            cells.forEach(cell -> tasks.add(new RolloutSimulation(judge, cell, rollouts)::run));
            List<Outcome> outcomes = new ArrayList<>();
            for (var outcome : threads.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    static List<Cell> cells(Release release, boolean bursty) {
        List<Cell> cells = new ArrayList<>();
        for (var requests : REQUESTS) {
            for (var background : BACKGROUNDS) {
                cells.add(new Cell(requests, background, release, bursty));
            }
        }
        return cells;
    }

    private String tables() throws InterruptedException, ExecutionException {
        fewest();
        for (var release : Release.values()) {
            for (var bursty : new boolean[] {false, true}) {
                table(release, bursty, run(judge, cells(release, bursty), ROLLOUTS));
            }
        }
        return text.toString();
    }

    private void fewest() {
        line(String.format(
                Locale.ROOT,
                "%nFewest requests a minute at which steps of %d minutes detect +1 point before 100 %%:%n",
                judge.plan().soakMinutes()));
        line(String.format(Locale.ROOT, "| Background errors | with 80 %% | with 99 %% |%n|---|---|---|"));
        for (var background : BACKGROUNDS) {
            line(String.format(
                    Locale.ROOT,
                    "| %.1f %% | %,d | %,d |",
                    100 * background,
                    power.fewestRequests(background, 0.01, 0.8),
                    power.fewestRequests(background, 0.01, 0.99)));
        }
    }

    private void table(Release release, boolean bursty, List<Outcome> outcomes) {
        line(String.format(Locale.ROOT, "%n### %s, %s%n", capital(release.title()), bursty ? "bursty" : "independent"));
        line(String.format(
                Locale.ROOT,
                "| Requests a minute | Background | %s | Inconclusive | Median minutes | In theory |%n|---|---|---|---|---|---|",
                release == Release.HEALTHY ? "False rollback" : "Detected before 100 %"));
        for (var outcome : outcomes) {
            var cell = outcome.cell();
            line(String.format(
                    Locale.ROOT,
                    "| %,.0f | %.1f %% | %.2f %% | %.1f %% | %s | %s |",
                    cell.requests(),
                    100 * cell.background(),
                    100 * (release == Release.HEALTHY ? outcome.rolledBack() : outcome.before100()),
                    100 * outcome.inconclusive(),
                    Double.isInfinite(outcome.median()) ? "–" : "%.0f".formatted(outcome.median()),
                    theory(cell)));
        }
    }

    private String theory(Cell cell) {
        var release = cell.release();
        var minute =
                switch (release) {
                    case HEALTHY, MOSTLY_BROKEN -> OptionalInt.empty();
                    case SLOW -> power.medianOfLatency(cell.requests(), age -> release.addedSlow());
                    case HALF_POINT, ONE_POINT, BAD_HOST, LEAK ->
                        power.medianOfErrors(cell.requests(), cell.background(), release::addedErrors);
                };
        return minute.isPresent() ? String.valueOf(minute.getAsInt()) : "–";
    }

    private static String capital(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
