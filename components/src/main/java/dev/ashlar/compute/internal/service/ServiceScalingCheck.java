package dev.ashlar.compute.internal.service;

import dev.ashlar.compute.ContainerInsights;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ScheduledScaling;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.internal.schedule.ScheduleExpression;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import java.util.HashSet;
import java.util.OptionalInt;

/** Finds every fault in how a service follows its load. */
public final class ServiceScalingCheck {

    private final FargateServiceArgs args;
    private final ServiceScaling scaling;
    private final Violations violations;

    private ServiceScalingCheck(FargateServiceArgs args, ServiceScaling scaling, Violations violations) {
        this.args = args;
        this.scaling = scaling;
        this.violations = violations;
    }

    static void check(FargateServiceArgs args, Violations violations) {
        var scaling = args.scaling();
        if (scaling != null) {
            var check = new ServiceScalingCheck(args, scaling, violations);
            check.capacity();
            check.targets();
            check.backlogs();
            check.schedules();
            WholeSeconds.check("scaling.scaleInCooldown", scaling.scaleInCooldown(), 0, 3600, violations);
            WholeSeconds.check("scaling.scaleOutCooldown", scaling.scaleOutCooldown(), 0, 3600, violations);
        }
    }

    private void capacity() {
        int least = ServicePlan.minTasks(args);
        tasks("scaling.minCapacity", scaling.minCapacity(), 0);
        if (scaling.maxCapacity().isEmpty()) {
            violations.add(
                    "scaling.maxCapacity", null, "growth needs a limit", "give the most tasks you would pay for");
            return;
        }
        tasks("scaling.maxCapacity", scaling.maxCapacity(), 1);
        int most = scaling.maxCapacity().getAsInt();
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
                        .anyMatch(scheduled -> scheduled.minCapacity().orElse(0) >= 1);
        violations.expect(
                ServicePlan.alarmedTasks(args) != 0 || returns,
                "scaling.minCapacity",
                0,
                "without tasks there is no load to follow, so none would ever start again",
                "use 1 or more, follow a queue with backlogPerTask, or let a schedule raise it");
    }

    private void targets() {
        FargateServiceCheck.range(violations, "scaling.cpuPercent", scaling.cpuPercent(), 1, 100, "percent");
        FargateServiceCheck.range(violations, "scaling.memoryPercent", scaling.memoryPercent(), 1, 100, "percent");
        FargateServiceCheck.range(
                violations,
                "scaling.requestsPerTarget",
                scaling.requestsPerTarget(),
                1,
                Integer.MAX_VALUE,
                "requests a minute");
        violations.expect(
                scaling.requestsPerTarget().isEmpty() || args.route() != null,
                "scaling.requestsPerTarget",
                scaling.requestsPerTarget().orElse(0),
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
                scheduled.minCapacity().isPresent() || scheduled.maxCapacity().isPresent(),
                option + "minCapacity",
                null,
                "a schedule changes minCapacity, maxCapacity or both",
                "give one of them");
        int least = scheduled.minCapacity().orElse(ServicePlan.minTasks(args));
        int most = scheduled.maxCapacity().orElse(scaling.maxCapacity().orElse(Integer.MAX_VALUE));
        violations.expect(
                least <= most,
                option + (scheduled.minCapacity().isPresent() ? "minCapacity" : "maxCapacity"),
                scheduled.minCapacity().isPresent() ? least : most,
                "from then on at least %d and at most %d tasks would run".formatted(least, most),
                "give both limits");
    }

    private void tasks(String option, OptionalInt value, int least) {
        FargateServiceCheck.range(
                violations, option, value, least, FargateServiceCheck.MAX_TASKS, "tasks of a service");
    }
}
