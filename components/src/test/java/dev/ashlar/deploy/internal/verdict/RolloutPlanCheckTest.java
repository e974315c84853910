package dev.ashlar.deploy.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutPlanCheckTest {

    private static final String SUBJECT = "BlueGreenDeployer \"api\"";

    @Test
    void accepts_the_defaults() {
        assertThat(RolloutPlanCheck.check(SUBJECT, RolloutPlan.STANDARD, new ExpectedTraffic(1000, 0.01, 0.99))
                        .all())
                .isEmpty();
    }

    @Test
    void lists_all_faults_in_one_message() {
        var plan = new RolloutPlan(
                List.of(25, 5, 100), 0, -1, 1.5, 0, 0.03, 0.8, 0.85, 0.1, 0.5, 0, WhenInconclusive.HOLD);

        assertThat(RolloutPlanCheck.check(SUBJECT, plan, new ExpectedTraffic(0, 2, 0.99))
                        .message())
                .contains("weights is [25, 5, 100], but weights are percentages that rise to 100")
                .contains("soakMinutes is 0")
                .contains("extensionMinutes is -1")
                .contains("minRequests is 0")
                .contains("falseRollback is 1.5, but a share lies between 0 and 1, both excluded")
                .contains("errorLimit is 0.0")
                .contains("traffic.requests is 0.0")
                .contains("traffic.errorRate is 2.0");
    }

    @Test
    void names_the_minutes_that_a_soak_requires_for_its_power() {
        var plan = RolloutPlan.STANDARD.withSoakMinutes(5);

        var violations = RolloutPlanCheck.check(SUBJECT, plan, new ExpectedTraffic(1000, 0.01, 0.99));

        assertThat(violations.message())
                .matches(
                        ".*soakMinutes is 5, but at 1,000 requests a minute, steps require \\d+ minutes to detect a rise"
                                + " of 1.00 points with a probability of 99 %; use \\d+ or more\\.");
    }

    @Test
    void minutes_needed_are_enough_and_one_less_is_not() {
        var plan = RolloutPlan.STANDARD.withSoakMinutes(5);
        var needed = Power.minutesNeeded(plan, 1000, 0.01, 0.01, 0.99).orElseThrow();

        assertThat(RolloutPlanCheck.check(
                                SUBJECT, plan.withSoakMinutes(needed + 2), new ExpectedTraffic(1000, 0.01, 0.99))
                        .all())
                .isEmpty();
        assertThat(needed).isBetween(6, 30);
    }

    @Test
    void fewest_requests_have_the_power_and_fill_each_step() {
        var power = new Power(new RolloutJudge(RolloutPlan.STANDARD));

        assertThat(power.fewestRequests(0.0001, 0.01, 0.99)).isEqualTo(200);
        var fewest = power.fewestRequests(0.02, 0.01, 0.99);
        assertThat(power.detection(fewest, 0.02, 0.01)).isGreaterThan(0.985);
        assertThat(power.detection(fewest * 0.9, 0.02, 0.01)).isLessThan(0.99);
    }

    @Test
    void lists_series_of_unequal_length_and_negative_counts() {
        var series = new MinuteSeries(
                List.of(1.0, 2.0), List.of(0.0), List.of(0.0, -1.0), List.of(9.0, 9.0), List.of(), List.of(0.0, 0.0));

        assertThat(series.check(SUBJECT).message())
                .contains("errors is 1 minutes long, but requests is 2 minutes long and series have equal lengths")
                .contains("oldErrors is 0 minutes long")
                .contains("slow is [0.0, -1.0], but counts are not negative");
    }
}
