package dev.ashlar.deploy.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.deploy.internal.verdict.Verdict.Decision;
import dev.ashlar.deploy.internal.verdict.Verdict.Reason;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutJudgeTest {

    private static final RolloutJudge JUDGE = new RolloutJudge(RolloutPlan.STANDARD);
    private static final Minute HEALTHY = Minute.of(500, 5, 25, 9500, 95, 475);

    @Test
    void proceeds_at_the_end_of_a_soak_without_a_difference() {
        assertThat(after(29, HEALTHY).decision()).isEqualTo(Decision.CONTINUE);
        assertThat(after(30, HEALTHY).decision()).isEqualTo(Decision.PROCEED);
    }

    @Test
    void rolls_back_a_significant_rise_of_errors_with_the_numbers() {
        var verdict = after(5, Minute.of(500, 12, 25, 9500, 95, 475));

        assertThat(verdict.reason()).isEqualTo(Reason.ERRORS);
        assertThat(verdict.evidence())
                .contains("error rate 1.40 points above the old slot after 5 minutes of the step")
                .contains("35.0 more than expected");
    }

    @Test
    void tolerates_a_significant_rise_below_half_the_limit() {
        var minute = Minute.of(50_000, 650, 2500, 50_000, 500, 2500);

        assertThat(after(30, minute).decision()).isEqualTo(Decision.PROCEED);
    }

    @Test
    void rolls_back_a_significant_rise_of_slow_requests() {
        assertThat(after(5, Minute.of(500, 5, 110, 9500, 95, 475)).reason()).isEqualTo(Reason.LATENCY);
    }

    @Test
    void hard_gate_acts_in_the_first_minute_without_waiting_for_a_look() {
        assertThat(after(1, Minute.of(500, 60, 25, 9500, 95, 475)).reason()).isEqualTo(Reason.HARD_ERRORS);
        assertThat(after(1, new Minute(500, 5, 25, 9500, 95, 475, 0, 0, 0.5)).reason())
                .isEqualTo(Reason.UNHEALTHY_HOSTS);
    }

    @Test
    void hard_gate_tolerates_two_errors_in_ten_requests() {
        assertThat(after(1, Minute.of(10, 2, 0, 190, 2, 9)).decision()).isEqualTo(Decision.CONTINUE);
    }

    @Test
    void hard_gate_acts_when_the_old_slot_has_no_traffic() {
        var record = StepRecord.EMPTY.plus(Minute.of(10_000, 1500, 500, 0, 0, 0));

        assertThat(JUDGE.judge(3, record).reason()).isEqualTo(Reason.HARD_ERRORS);
    }

    @Test
    void rolls_back_when_cpu_or_memory_is_at_the_limit_in_3_of_5_minutes() {
        var busy = new Minute(500, 5, 25, 9500, 95, 475, 0.8, 0.2, 0);
        var full = new Minute(500, 5, 25, 9500, 95, 475, 0.2, 0.85, 0);

        assertThat(JUDGE.judge(0, StepRecord.EMPTY.plus(List.of(busy, HEALTHY, busy)))
                        .decision())
                .isEqualTo(Decision.CONTINUE);
        assertThat(JUDGE.judge(0, StepRecord.EMPTY.plus(List.of(busy, HEALTHY, busy, busy)))
                        .reason())
                .isEqualTo(Reason.CPU);
        assertThat(JUDGE.judge(0, StepRecord.EMPTY.plus(List.of(full, full, full)))
                        .reason())
                .isEqualTo(Reason.MEMORY);
    }

    @Test
    void extends_a_step_with_too_few_requests_and_then_is_inconclusive() {
        var quiet = Minute.of(2, 0, 0, 48, 0, 2);

        assertThat(after(30, quiet).decision()).isEqualTo(Decision.CONTINUE);
        assertThat(after(59, quiet).decision()).isEqualTo(Decision.CONTINUE);
        assertThat(after(60, quiet).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(after(60, quiet).reason()).isEqualTo(Reason.NONE);
        assertThat(after(60, quiet).evidence()).isEqualTo("120 requests in 60 minutes, but a verdict requires 300");
    }

    @Test
    void proceeds_as_soon_as_an_extended_step_has_enough_requests() {
        var quiet = Minute.of(8, 0, 0, 152, 1, 8);

        assertThat(after(37, quiet).decision()).isEqualTo(Decision.CONTINUE);
        assertThat(after(38, quiet).decision()).isEqualTo(Decision.PROCEED);
    }

    private static Verdict after(int minutes, Minute each) {
        return JUDGE.judge(0, StepRecord.EMPTY.plus(Collections.nCopies(minutes, each)));
    }
}
