package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.ContainerInsights;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ScheduledScaling;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.internal.schedule.ScheduleExpression;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds every fault in how a service follows its load. */
public final class ServiceScalingCheck {

    private final FargateServiceArgs args;
    private final ServiceScaling scaling;
    private final Violations violations;
    private final Check check;

    private ServiceScalingCheck(FargateServiceArgs args, ServiceScaling scaling, Violations violations) {
        this.args = args;
        this.scaling = scaling;
        this.violations = violations;
        this.check = new Check(violations);
    }

    static void check(FargateServiceArgs args, Violations violations) {
        var scaling = args.scaling();
        if (scaling != null) {
            var check = new ServiceScalingCheck(args, scaling, violations);
            check.capacity();
            check.targets();
            check.backlogs();
            check.schedules();
            check.cooldowns();
        }
    }

    private void capacity() {
        int least = ServicePlan.minTasks(args);
        tasks("scaling.minCapacity", scaling.minCapacity(), 0);
        var most = scaling.maxCapacity();
        if (most == null) {
            violations.add(
                    "scaling.maxCapacity", null, "growth needs a limit", "give the most tasks you would pay for");
            return;
        }
        tasks("scaling.maxCapacity", most, 1);
        violations.expect(
                most >= least,
                "scaling.maxCapacity",
                most,
                "at least %d tasks run".formatted(least),
                "use %d or more".formatted(least));
        wayBack();
    }

    // Without tasks there is neither CPU nor memory in use nor a request, and target tracking leaves a metric without
    // data alone: a service that goes down to none, or starts with none, would stay there.
    private void wayBack() {
        boolean returns = !scaling.backlogs().isEmpty()
                || scaling.schedules().values().stream()
                        .anyMatch(scheduled -> Objects.requireNonNullElse(scheduled.minCapacity(), 0) >= 1);
        violations.expect(
                ServicePlan.alarmedTasks(args) != 0 || returns,
                "scaling.minCapacity",
                0,
                "without tasks there is no load to follow, so none would ever start again",
                "use 1 or more, follow a queue with backlogPerTask, or let a schedule raise it");
    }

    private void cooldowns() {
        check.option("scaling.scaleInCooldown", scaling.scaleInCooldown()).seconds(0, 3600);
        check.option("scaling.scaleOutCooldown", scaling.scaleOutCooldown()).seconds(0, 3600);
    }

    private void targets() {
        check.option("scaling.cpuPercent", scaling.cpuPercent()).within(1, 100, "percent");
        check.option("scaling.memoryPercent", scaling.memoryPercent()).within(1, 100, "percent");
        check.option("scaling.requestsPerTarget", scaling.requestsPerTarget())
                .within(1, Integer.MAX_VALUE, "requests a minute")
                .that(
                        () -> args.route() != null,
                        "only a load balancer counts requests",
                        "give the service a route, or follow the CPU");
    }

    private void backlogs() {
        var labels = new HashSet<String>();
        for (var backlog : scaling.backlogs()) {
            violations.expect(
                    backlog.messages() >= 1,
                    "scaling.backlogPerTask",
                    backlog.messages(),
                    "a task has at least one message to work on",
                    "use what it works off in the time that a message may wait");
            violations.expect(
                    labels.add(backlog.queue().label()),
                    "scaling.backlogPerTask",
                    backlog.queue().label(),
                    "another followed queue has the same label",
                    "follow each queue once");
        }
        var cluster = args.cluster();
        if (cluster != null && !scaling.backlogs().isEmpty()) {
            violations.expect(
                    cluster.containerInsights() != ContainerInsights.DISABLED,
                    "scaling.backlogPerTask",
                    "set",
                    "nobody counts the running tasks of a cluster without Container Insights",
                    "enable containerInsights on the cluster, or follow the CPU");
        }
    }

    private void schedules() {
        scaling.schedules().forEach((label, scheduled) -> {
            var option = "scaling.schedules.%s.".formatted(label);
            violations.expect(
                    Names.isLabel(label),
                    "scaling.schedules",
                    '"' + label + '"',
                    "schedules are named by lower-case letters, digits and single hyphens",
                    "use a name like office-hours");
            var schedule = scheduled.schedule();
            if (schedule == null) {
                violations.add(
                        option + "schedule", null, "limits change at a time", "write it like cron(0 7 ? * MON-FRI *)");
            } else {
                ScheduleExpression.check(option + "schedule", schedule, violations);
            }
            ScheduleExpression.checkTimezone(option + "timezone", scheduled.timezone(), violations);
            limits(option, scheduled);
        });
    }

    private void limits(String option, ScheduledScaling scheduled) {
        tasks(option + "minCapacity", scheduled.minCapacity(), 0);
        tasks(option + "maxCapacity", scheduled.maxCapacity(), 0);
        violations.expect(
                scheduled.minCapacity() != null || scheduled.maxCapacity() != null,
                option + "minCapacity",
                null,
                "a schedule changes minCapacity, maxCapacity or both",
                "give one of them");
        int least = Objects.requireNonNullElse(scheduled.minCapacity(), ServicePlan.minTasks(args));
        int most = Objects.requireNonNullElse(
                scheduled.maxCapacity(), Objects.requireNonNullElse(scaling.maxCapacity(), Integer.MAX_VALUE));
        violations.expect(
                least <= most,
                option + (scheduled.minCapacity() != null ? "minCapacity" : "maxCapacity"),
                scheduled.minCapacity() != null ? least : most,
                "from then on at least %d and at most %d tasks would run".formatted(least, most),
                "give both limits");
    }

    private void tasks(String option, @Nullable Integer value, int least) {
        check.option(option, value).within(least, FargateServiceCheck.MAX_TASKS, "tasks of a service");
    }
}
