package dev.ashlar.deploy.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of docs/rollout-verdicts.md, by simulation from fixed seeds. */
class RolloutVerdictTest {

    private static final int ROLLOUTS = 2000;
    private static final int FEW_ROLLOUTS = 200;
    private static final double ENOUGH = 1000;
    private static final RolloutJudge JUDGE = new RolloutJudge(RolloutPlan.STANDARD);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rolls_back_at_most_1_percent_of_healthy_rollouts(boolean bursty) throws Exception {
        assertThat(RolloutVerdicts.run(JUDGE, RolloutVerdicts.cells(Release.HEALTHY, bursty), ROLLOUTS))
                .hasSize(15)
                .allSatisfy(outcome ->
                        assertThat(outcome.rolledBack()).as(outcome.toString()).isLessThanOrEqualTo(0.01));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void detects_99_percent_of_rises_by_1_point_from_1000_requests_a_minute(boolean bursty) throws Exception {
        var cells = RolloutVerdicts.cells(Release.ONE_POINT, bursty).stream()
                .filter(cell -> cell.requests() >= ENOUGH)
                .toList();
        var outcomes = RolloutVerdicts.run(JUDGE, cells, ROLLOUTS);

        assertThat(outcomes).hasSize(9).allSatisfy(outcome -> assertThat(outcome.before100())
                .as(outcome.toString())
                .isGreaterThanOrEqualTo(0.99));
        if (!bursty) {
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.cell().background() <= 0.01)
                    .hasSize(6)
                    .allSatisfy(outcome ->
                            assertThat(outcome.median()).as(outcome.toString()).isLessThanOrEqualTo(25));
        }
    }

    @Test
    void no_release_with_most_minutes_100_times_worse_proceeds() throws Exception {
        var outcomes = Stream.concat(
                        run(Release.MOSTLY_BROKEN, false).stream(), run(Release.MOSTLY_BROKEN, true).stream())
                .toList();

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.before100() + outcome.inconclusive())
                .as(outcome.toString())
                .isEqualTo(1));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.cell().requests() >= 200)
                .allSatisfy(outcome ->
                        assertThat(outcome.before100()).as(outcome.toString()).isEqualTo(1));
    }

    private static List<RolloutSimulation.Outcome> run(Release release, boolean bursty)
            throws InterruptedException, ExecutionException {
        return RolloutVerdicts.run(JUDGE, RolloutVerdicts.cells(release, bursty), FEW_ROLLOUTS);
    }
}
