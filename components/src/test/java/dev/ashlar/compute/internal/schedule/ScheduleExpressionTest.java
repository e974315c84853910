package dev.ashlar.compute.internal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    private static List<String> faults(String expression) {
        var violations = Violations.of("ScheduledTask", "report");
        ScheduleExpression.check("scheduleExpression", expression, violations);
        return violations.all().stream().map(Violation::message).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(0 3 * * ? *)",
                "cron(0/15 * * * ? *)",
                "cron(0 8-18/2 ? * MON-FRI *)",
                "cron(15 10 ? * 6L 2029-2030)",
                "cron(0 9 ? * 2#1 *)",
                "cron(0 9 ? * mon#1 *)",
                "cron(0 18 L * ? *)",
                "cron(0 18 LW * ? *)",
                "cron(0 8 3W * ? *)",
                "cron(0 0 1,15 JAN,JUL ? *)",
                "cron(5,35 22-2 ? 1-12 SUN *)",
                "rate(1 minute)",
                "rate(15 minutes)",
                "rate(5 days)",
                "at(2030-01-31T03:00:00)",
                "at(2028-02-29T00:00:00)"
            })
    void accepts_what_aws_documents(String expression) {
        assertThat(faults(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(60 3 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 3 32 * ? *)",
                "cron(0 3 0 * ? *)",
                "cron(0 3 32W * ? *)",
                "cron(0 3 * 13 ? *)",
                "cron(0 3 * FOO ? *)",
                "cron(0 3 ? * 8 *)",
                "cron(0 3 ? * 3#6 *)",
                "cron(0 3 ? * 3#1,6#3 *)",
                "cron(0 3 * * ? 1969)",
                "cron(0 ? * * ? *)",
                "cron(0/0 3 * * ? *)",
                "cron(0/60 3 * * ? *)",
                "cron(*-5 3 * * ? *)",
                "cron(0, 3 * * ? *)",
                "cron(L 3 * * ? *)",
                "cron(0 3 * * * *)",
                "cron(0 3 ? * ? *)",
                "cron(0 3 1,? * MON *)",
                "rate(0 minutes)",
                "rate(15)",
                "rate(15 seconds)",
                "rate(1.5 hours)",
                "at(2029-02-29T00:00:00)",
                "at(2030-01-31)",
                "at(2030-01-31T03:00:00Z)",
                "0 3 * * *",
                ""
            })
    void rejects_expressions_that_aws_cannot_read(String expression) {
        assertThat(faults(expression)).isNotEmpty();
    }

    @Test
    void names_the_invalid_field_and_its_range() {
        assertThat(faults("cron(0 25 * * ? *)"))
                .containsExactly(
                        "ScheduledTask \"report\": scheduleExpression is cron(0 25 * * ? *), but hours cannot be"
                                + " 25; use 0 to 23, or the wildcards of that field.");
        assertThat(faults("cron(0 3 ? * TUESDAY *)"))
                .containsExactly("ScheduledTask \"report\": scheduleExpression is cron(0 3 ? * TUESDAY *), but"
                        + " day-of-week cannot be TUESDAY; use 1 to 7, or SUN to SAT, or the wildcards of that field.");
    }

    @Test
    void requires_a_question_mark_in_one_of_the_day_fields() {
        assertThat(faults("cron(0 3 * * * *)"))
                .containsExactly("ScheduledTask \"report\": scheduleExpression is cron(0 3 * * * *), but one of"
                        + " day-of-month and day-of-week must be ?, and the other must not; write it like"
                        + " cron(0 3 * * ? *) or cron(0 3 ? * MON *).");
    }

    @Test
    void rejects_a_unix_expression_of_five_fields() {
        assertThat(faults("cron(0 3 * * *)"))
                .containsExactly("ScheduledTask \"report\": scheduleExpression is cron(0 3 * * *), but it has 5 fields"
                        + " instead of six: minutes, hours, day-of-month, month, day-of-week, year; write it like"
                        + " cron(0 3 * * ? *).");
        assertThat(faults("cron()")).hasSize(1);
    }

    @Property
    void accepts_every_minute_and_hour_of_the_day(
            @ForAll @IntRange(max = 59) int minute, @ForAll @IntRange(max = 23) int hour) {
        assertThat(faults("cron(%d %d * * ? *)".formatted(minute, hour))).isEmpty();
    }

    @Property
    void rejects_a_day_after_the_last_one(@ForAll @IntRange(min = 32, max = 9999) int day) {
        assertThat(faults("cron(0 0 %d * ? *)".formatted(day))).hasSize(1);
    }

    @Test
    void accepts_the_time_zones_of_the_iana_database() {
        for (var timezone : List.of("UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires")) {
            assertThat(timezoneFaults(timezone)).isEmpty();
        }
        for (var timezone : List.of("Berlin", "europe/berlin", "+02:00", "SystemV/EST5", "")) {
            assertThat(timezoneFaults(timezone)).hasSize(1);
        }
    }

    private static List<Violation> timezoneFaults(String timezone) {
        var violations = Violations.of("ScheduledTask", "report");
        ScheduleExpression.checkTimezone("scheduleExpressionTimezone", timezone, violations);
        return violations.all();
    }
}
