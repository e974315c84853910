package dev.ashlar.compute.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.compute.ContainerInsights;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.ScheduledScaling;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.Services;
import dev.ashlar.core.Violation;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ServiceScalingCheckTest {

    private static final MessageQueue QUEUE = MessageQueue.fromExisting(
            "inbound",
            ExistingQueueArgs.builder()
                    .arn("arn:aws:sqs:x:1:inbound")
                    .url("https://sqs.x.amazonaws.com/1/inbound")
                    .build());

    private static List<String> faults(ContainerInsights insights, Consumer<ServiceScaling.Builder> options) {
        var args = Services.worker().cluster(Services.cluster(insights)).scaling(scaling -> {
            scaling.maxCapacity(10);
            options.accept(scaling);
        });
        return FargateService.check("orders", args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    private static List<String> schedule(Consumer<ScheduledScaling.Builder> options) {
        return faults(ContainerInsights.ENHANCED, scaling -> scaling.schedule("morning", options));
    }

    @Test
    void a_backlog_is_followed_where_somebody_counts_the_tasks() {
        assertThat(faults(ContainerInsights.ENABLED, scaling -> scaling.backlogPerTask(QUEUE, 100)))
                .isEmpty();
        assertThat(faults(ContainerInsights.DISABLED, scaling -> scaling.backlogPerTask(QUEUE, 100)))
                .containsExactly(
                        "FargateService \"orders\": scaling.backlogPerTask is set, but nobody counts the running tasks of a cluster"
                                + " without Container Insights; enable containerInsights on the cluster, or follow the CPU.");
    }

    @Test
    void a_queue_is_followed_once_and_by_at_least_a_message() {
        assertThat(faults(ContainerInsights.ENHANCED, scaling -> scaling.backlogPerTask(QUEUE, 0)
                        .backlogPerTask(QUEUE, 5)))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("a task has at least one message to work on"))
                .anyMatch(fault -> fault.contains("another followed queue has the same label"));
    }

    @Test
    void a_schedule_needs_a_time_that_aws_can_read() {
        assertThat(schedule(at -> at.schedule("cron(0 7 ? * MON-FRI *)").minCapacity(2)))
                .isEmpty();
        assertThat(schedule(at -> at.minCapacity(2)))
                .containsExactly(
                        "FargateService \"orders\": scaling.schedules.morning.schedule is missing, but limits change at a"
                                + " time; write it like cron(0 7 ? * MON-FRI *).");
        assertThat(schedule(at -> at.schedule("every morning").minCapacity(2)))
                .singleElement(STRING)
                .contains("scaling.schedules.morning.schedule is \"every morning\"");
        assertThat(schedule(at -> at.schedule("rate(1 day)").timezone("Berlin").minCapacity(2)))
                .singleElement(STRING)
                .contains("scaling.schedules.morning.timezone is \"Berlin\"");
    }

    @Test
    void a_schedule_changes_a_limit_and_leaves_room_between_the_two() {
        assertThat(schedule(at -> at.schedule("rate(1 day)")))
                .singleElement(STRING)
                .contains("a schedule changes minCapacity, maxCapacity or both");
        assertThat(schedule(at -> at.schedule("rate(1 day)").minCapacity(11)))
                .containsExactly(
                        "FargateService \"orders\": scaling.schedules.morning.minCapacity is 11, but from then on at least"
                                + " 11 and at most 10 tasks would run; give both limits.");
        assertThat(schedule(at -> at.schedule("rate(1 day)").maxCapacity(1)))
                .singleElement(STRING)
                .contains("at least 2 and at most 1 tasks would run");
        assertThat(schedule(at -> at.schedule("rate(1 day)").minCapacity(11).maxCapacity(20)))
                .isEmpty();
        assertThat(schedule(at -> at.schedule("rate(1 day)").minCapacity(-1)))
                .singleElement(STRING)
                .contains("0 to 5,000 tasks of a service are allowed");
    }

    @Test
    void a_schedule_is_named_like_any_other_child() {
        assertThat(faults(
                        ContainerInsights.ENHANCED,
                        scaling -> scaling.schedule("Every Morning", at -> at.schedule("rate(1 day)")
                                .minCapacity(2))))
                .singleElement(STRING)
                .contains("scaling.schedules is \"Every Morning\"");
    }

    @Test
    void a_service_without_tasks_needs_a_way_back() {
        assertThat(faults(ContainerInsights.ENHANCED, scaling -> scaling.minCapacity(0)))
                .containsExactly(
                        "FargateService \"orders\": scaling.minCapacity is 0, but without tasks there is no load to follow, so"
                                + " none would ever start again; use 1 or more, follow a queue with backlogPerTask, or let a"
                                + " schedule raise it.");
        assertThat(schedule(at -> at.schedule("cron(0 20 * * ? *)").minCapacity(0)))
                .hasSize(1);
        assertThat(faults(ContainerInsights.ENHANCED, scaling -> scaling.minCapacity(0)
                        .backlogPerTask(QUEUE, 100)))
                .isEmpty();
        assertThat(faults(ContainerInsights.ENHANCED, scaling -> scaling.schedule(
                                "evening", at -> at.schedule("cron(0 20 * * ? *)")
                                        .minCapacity(0)
                                        .maxCapacity(0))
                        .schedule("morning", at -> at.schedule("cron(0 7 * * ? *)")
                                .minCapacity(2)
                                .maxCapacity(10))))
                .isEmpty();
    }
}
