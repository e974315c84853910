package dev.ashlar.compute.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.compute.MigrationTask;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTask;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.compute.Tasks;
import dev.ashlar.core.Violation;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskRunCheckTest {

    private static List<String> faults(ScheduledTaskArgs.Builder args) {
        return messages(ScheduledTask.check("report", args.build()));
    }

    private static List<String> faults(MigrationTaskArgs.Builder args) {
        return messages(MigrationTask.check("migrations", args.build()));
    }

    private static List<String> messages(Violations violations) {
        return violations.all().stream().map(Violation::message).toList();
    }

    @Test
    void accepts_the_required_options_only() {
        assertThat(faults(Tasks.scheduled())).isEmpty();
        assertThat(faults(Tasks.migration())).isEmpty();
    }

    @Test
    void reports_all_missing_options_at_once() {
        assertThat(faults(ScheduledTaskArgs.builder()))
                .containsExactly(
                        "ScheduledTask \"report\": cluster is missing, but a task requires a cluster; give a"
                                + " ServiceCluster, or ServiceCluster.fromExisting.",
                        "ScheduledTask \"report\": network is missing, but a task requires private subnets; give a Vpc,"
                                + " or Vpc.fromExisting.",
                        "ScheduledTask \"report\": image is missing, but a container runs an image; give one, such as"
                                + " repository.image(tag).",
                        "ScheduledTask \"report\": scheduleExpression is missing, but a schedule requires a time;"
                                + " give one,"
                                + " such as cron(0 3 * * ? *).");
        assertThat(faults(MigrationTaskArgs.builder())).hasSize(3);
    }

    @Test
    void rejects_an_invalid_schedule_and_time_zone() {
        assertThat(faults(
                        Tasks.scheduled().scheduleExpression("cron(0 3 * * *)").scheduleExpressionTimezone("Berlin")))
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("scheduleExpression is cron(0 3 * * *)"),
                        fault -> assertThat(fault)
                                .isEqualTo("ScheduledTask \"report\": scheduleExpressionTimezone is \"Berlin\", but"
                                        + " the IANA database does not have this time zone; use a name like"
                                        + " Europe/Berlin or"
                                        + " UTC."));
    }

    @Test
    void rejects_numbers_outside_the_ranges_of_the_scheduler() {
        assertThat(faults(Tasks.scheduled().flexibleTimeWindow(Duration.ofSeconds(90))))
                .singleElement(STRING)
                .contains("flexibleTimeWindow is PT1M30S", "1 to 1440 whole minutes");
        assertThat(faults(Tasks.scheduled().flexibleTimeWindow(Duration.ofMinutes(1441))))
                .hasSize(1);
        assertThat(faults(Tasks.scheduled().flexibleTimeWindow(Duration.ofMinutes(-1))))
                .hasSize(1);
        assertThat(faults(Tasks.scheduled().flexibleTimeWindow(Duration.ofDays(1))))
                .isEmpty();
        assertThat(faults(Tasks.scheduled().maximumEventAge(Duration.ofSeconds(59))))
                .singleElement(STRING)
                .contains("maximumEventAge is PT59S", "60 to 86400");
        assertThat(faults(Tasks.scheduled().maximumEventAge(Duration.ofHours(25))))
                .hasSize(1);
        assertThat(faults(Tasks.scheduled().maximumRetryAttempts(186)))
                .singleElement(STRING)
                .contains("maximumRetryAttempts is 186", "0 to 185");
        assertThat(faults(Tasks.scheduled().maximumRetryAttempts(-1))).hasSize(1);
        assertThat(faults(Tasks.scheduled().taskCount(0))).hasSize(1);
        assertThat(faults(Tasks.scheduled().taskCount(11)))
                .singleElement(STRING)
                .contains("taskCount is 11", "1 to 10");
    }

    @Test
    void rejects_a_stop_timeout_outside_2_to_120_seconds() {
        assertThat(faults(Tasks.migration().stopTimeout(Duration.ofSeconds(121))))
                .singleElement(STRING)
                .contains("MigrationTask \"migrations\": stopTimeout is PT2M1S", "2 to 120");
        assertThat(faults(Tasks.scheduled().stopTimeout(Duration.ofSeconds(1)))).hasSize(1);
        assertThat(faults(Tasks.scheduled().stopTimeout(Duration.ofSeconds(2)))).isEmpty();
        assertThat(faults(Tasks.scheduled().stopTimeout(Duration.ofSeconds(121))))
                .hasSize(1);
    }

    @Test
    void rejects_an_unsupported_size_variable_and_retention() {
        assertThat(faults(Tasks.migration().taskSize(new TaskSize(512, 512))))
                .containsExactly("MigrationTask \"migrations\": taskSize is 512/512, but Fargate has no such size;"
                        + " nearest: 512/1024.");
        assertThat(faults(Tasks.migration().putEnvironment("DATABASE_HOST", "x").uses(Services.database())))
                .singleElement(STRING)
                .contains("sets DATABASE_HOST");
        assertThat(faults(Tasks.scheduled().logRetention(Duration.ofDays(2))))
                .singleElement(STRING)
                .contains("logRetention");
    }

    @Test
    void rejects_a_name_over_32_characters() {
        assertThat(messages(
                        ScheduledTask.check("a".repeat(33), Tasks.scheduled().build())))
                .singleElement(STRING)
                .contains("name is 33 characters long");
    }
}
