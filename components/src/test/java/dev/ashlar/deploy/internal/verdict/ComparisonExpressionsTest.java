package dev.ashlar.deploy.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonExpressionsTest {

    private static final double Z = 3.02;
    private static final double SMALLEST = 0.005;

    @Test
    void metric_math_agrees_with_java_on_simulated_minutes() {
        var random = new SplittableRandom(11);
        var breaches = 0;
        for (var sample = 0; sample < 400; sample++) {
            var release = Release.values()[sample % Release.values().length];
            var requests = new double[] {20, 200, 2000}[sample % 3];
            var traffic = new Traffic(random.split(), sample % 2 == 0, requests, 0.01);
            var minutes = 2 + sample % 40;
            var metrics = new HashMap<String, double[]>();
            for (var id : new String[] {"en", "ex", "em", "ey"}) {
                metrics.put(id, new double[minutes]);
            }
            var sums = Sums.NONE;
            for (var i = 0; i < minutes; i++) {
                var minute = traffic.minute(i < 20 ? 0.05 : 0.25, release, i);
                sums = sums.plus(minute.requests(), minute.errors(), minute.oldRequests(), minute.oldErrors());
                metrics.get("en")[i] = minute.requests() == 0 ? Double.NaN : minute.requests();
                metrics.get("ex")[i] = minute.errors() == 0 ? Double.NaN : minute.errors();
                metrics.get("em")[i] = minute.oldRequests();
                metrics.get("ey")[i] = minute.oldErrors();
            }

            var series = MetricMath.evaluate(ComparisonExpressions.of("e", Z, SMALLEST), metrics, minutes);
            var comparison = Comparison.of(sums);

            var breached = comparison.exceeds(Z, SMALLEST);
            breaches += breached ? 1 : 0;
            assertThat(series.get("ebreach")).as("sample %d", sample).containsOnly(breached ? 1 : 0);
            if (series.get("eenough")[0] > 0) {
                assertThat(series.get("elimit")[0])
                        .isCloseTo(comparison.threshold(Z), within(1e-6 * (1 + comparison.threshold(Z))));
                assertThat(series.get("es_excess")[0]).isCloseTo(comparison.excess(), within(1e-6));
            }
        }
        assertThat(breaches).isBetween(40, 360);
    }

    @Test
    void expressions_stay_within_the_limit_of_cloudwatch() {
        assertThat(ComparisonExpressions.of("e", Z, SMALLEST).values()).allMatch(text -> text.length() <= 2048);
        assertThat(ComparisonExpressions.of("e", Z, SMALLEST).keySet()).allMatch(id -> id.matches("[a-z]\\w{0,254}"));
    }

    @Test
    void two_comparisons_fit_in_one_request_of_500_queries() {
        assertThat(2 * (4 + ComparisonExpressions.of("e", Z, SMALLEST).size())).isLessThanOrEqualTo(500);
    }
}
