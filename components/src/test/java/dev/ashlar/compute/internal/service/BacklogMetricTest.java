package dev.ashlar.compute.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogMetricTest {

    private static final double NO_DATA = Double.NaN;

    private static double backlog(double messages, double tasks) {
        return new MetricMath(BacklogMetric.expression(100), Map.of("messages", messages, "tasks", tasks)).value();
    }

    @Test
    void divides_the_messages_by_the_running_tasks() {
        assertThat(backlog(1000, 4)).isEqualTo(250);
        assertThat(backlog(NO_DATA, 4)).isZero();
    }

    @Test
    void exceeds_the_target_with_a_single_message_without_tasks() {
        for (var none : List.of(0.0, NO_DATA)) {
            assertThat(backlog(1, none)).isEqualTo(101);
            assertThat(backlog(100, none)).isEqualTo(101);
            assertThat(backlog(5000, none)).isEqualTo(5000);
            assertThat(backlog(0, none)).isZero();
            assertThat(backlog(NO_DATA, none)).isZero();
        }
    }

    @Test
    void repeats_the_task_count_of_the_previous_minute_when_it_is_late() {
        assertThat(BacklogMetric.expression(100)).contains("FILL(FILL(tasks, REPEAT), 0) > 0");
    }

    /** As much of CloudWatch's metric math as is needed, for the latest data point, before which there was none. */
    private static final class MetricMath {

        private final String text;
        private final Map<String, Double> metrics;
        private int at;

        MetricMath(String text, Map<String, Double> metrics) {
            this.text = text.replace(" ", "");
            this.metrics = metrics;
        }

        double value() {
            double value = term();
            assertThat(at).isEqualTo(text.length());
            return value;
        }

        private double term() {
            double left = factor();
            if (take('/')) {
                return left / factor();
            }
            return take('>') ? (left > factor() ? 1 : 0) : left;
        }

        private double factor() {
            int start = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            var word = text.substring(start, at);
            if (take('(')) {
                return call(word);
            }
            if (word.equals("REPEAT")) {
                return NO_DATA;
            }
            return metrics.containsKey(word) ? metrics.get(word) : Double.parseDouble(word);
        }

        private double call(String function) {
            var values = new ArrayList<Double>();
            do {
                values.add(term());
            } while (take(','));
            assertThat(take(')')).isTrue();
            return switch (function) {
                case "FILL" -> values.get(0).isNaN() ? values.get(1) : values.get(0);
                case "IF" -> values.get(0) != 0 ? values.get(1) : values.get(2);
                default -> throw new AssertionError(function);
            };
        }

        private boolean take(char expected) {
            boolean found = at < text.length() && text.charAt(at) == expected;
            at += found ? 1 : 0;
            return found;
        }
    }
}
