package dev.ashlar.deploy.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ashlar.deploy.internal.verdict.SequentialBoundary.Look;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class SequentialBoundaryTest {

    @Test
    void normal_tails_agree_with_commons_statistics() {
        var reference = NormalDistribution.of(0, 1);
        for (var x = -6.0; x <= 9; x += 0.25) {
            var above = reference.survivalProbability(x);
            assertThat(Normal.above(x)).as("x %s", x).isCloseTo(above, within(1e-9 * above));
            assertThat(Normal.density(x)).isCloseTo(reference.density(x), within(1e-15));
        }
        for (var p : new double[] {1e-9, 1e-5, 0.0025, 0.025, 0.5, 0.9}) {
            assertThat(Normal.exceededWith(p)).isCloseTo(reference.inverseSurvivalProbability(p), within(1e-9));
        }
    }

    @Test
    void agrees_with_the_published_boundary_of_lan_and_demets_for_five_looks() {
        var z = Normal.exceededWith(0.0125);
        var boundary = SequentialBoundary.of(IntStream.rangeClosed(1, 5)
                .mapToObj(look -> new Look(look, 2 * Normal.above(z / Math.sqrt(look / 5.0))))
                .toList());

        var published = new double[] {4.8769, 3.3569, 2.6803, 2.2898, 2.0310};
        for (var look = 0; look < 5; look++) {
            assertThat(boundary.at(look)).as("look %d", look + 1).isCloseTo(published[look], within(2e-4));
        }
        assertThat(boundary.spent()).isCloseTo(0.025, within(1e-7));
    }

    @Test
    void random_walks_cross_as_often_as_was_spent() {
        var boundary = SequentialBoundary.of(IntStream.rangeClosed(1, 18)
                .mapToObj(look -> new Look(look <= 6 ? look : 6 + 5.0 * (look - 6), 0.05 * look / 18))
                .toList());
        var random = new Random(3);
        var walks = 100_000;
        var crossed = 0;
        for (var walk = 0; walk < walks; walk++) {
            var position = 0.0;
            for (var look = 1; look <= 18; look++) {
                position += random.nextGaussian() * Math.sqrt(look <= 6 ? 1 : 5);
                var information = look <= 6 ? look : 6 + 5.0 * (look - 6);
                if (position >= boundary.at(look - 1) * Math.sqrt(information)) {
                    crossed++;
                    break;
                }
            }
        }
        assertThat((double) crossed / walks).isCloseTo(0.05, within(0.0025));
    }

    @Test
    void spends_at_most_the_designed_probability_over_all_steps_and_both_tests() {
        assertThat(Boundaries.of(RolloutPlan.STANDARD).spent()).isBetween(0.0049, 0.005_000_1);
    }

    @Test
    void widens_bursts_about_as_students_distribution_does() {
        for (var minutes : new int[] {10, 20, 30, 60}) {
            for (var z : new double[] {3, 3.5}) {
                var tail = NormalDistribution.of(0, 1).survivalProbability(z);
                var ratio = TDistribution.of(minutes - 1).inverseSurvivalProbability(tail) / z;
                assertThat(Math.sqrt(Comparison.widening(z, minutes))).isCloseTo(ratio, within(0.1));
            }
        }
    }
}
