package dev.ashlar.compute.internal.run;

import dev.ashlar.compute.internal.task.TaskNeeds;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.TaskRunOptions;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.schedule.ScheduleExpression;
import dev.ashlar.compute.internal.task.TaskCheck;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.WholeSeconds;
import dev.ashlar.internal.component.Names;
import dev.ashlar.network.internal.NetworkNeeds;
import java.time.Duration;

/** Finds every fault in the options of tasks that run to their end. */
public final class TaskRunCheck {

    private TaskRunCheck() {}

    public static Violations check(String name, MigrationTaskArgs args) {
        return of("MigrationTask", name, args, TaskNeeds.of("MigrationTask", name, args, 1));
    }

    public static Violations check(String name, ScheduledTaskArgs args) {
        var violations =
                of("ScheduledTask", name, args, TaskNeeds.of("ScheduledTask", name, args, args.taskCount()));
        when(args, violations);
        violations.expect(
                args.taskCount() >= 1 && args.taskCount() <= 10,
                "taskCount",
                args.taskCount(),
                "EventBridge Scheduler starts 1 to 10 tasks at once",
                "use a number in this range");
        WholeSeconds.check("maximumEventAge", args.maximumEventAge(), 60, 86_400, violations);
        violations.expect(
                args.maximumRetryAttempts() >= 0 && args.maximumRetryAttempts() <= 185,
                "maximumRetryAttempts",
                args.maximumRetryAttempts(),
                "EventBridge Scheduler allows 0 to 185",
                "use a number in this range");
        return violations;
    }

    private static Violations of(String component, String name, TaskRunOptions args, NetworkNeeds needs) {
        var violations = Violations.of(component, name);
        Names.check(name, violations);
        TaskCheck.check(args, needs, violations);
        WholeSeconds.check("stopTimeout", args.stopTimeout(), 2, Shutdown.LONGEST_STOP, violations);
        return violations;
    }

    private static void when(ScheduledTaskArgs args, Violations violations) {
        var expression = args.scheduleExpression();
        if (expression == null) {
            violations.add(
                    "scheduleExpression", null, "a schedule needs a time", "give one, such as cron(0 3 * * ? *)");
        } else {
            ScheduleExpression.check("scheduleExpression", expression, violations);
        }
        ScheduleExpression.checkTimezone("scheduleExpressionTimezone", args.scheduleExpressionTimezone(), violations);
        var window = args.flexibleTimeWindow();
        violations.expect(
                window.equals(Duration.ofMinutes(window.toMinutes()))
                        && window.toMinutes() >= 0
                        && window.toMinutes() <= 1440,
                "flexibleTimeWindow",
                window,
                "EventBridge Scheduler allows 1 to 1440 whole minutes, or none",
                "use a time in this range, or leave it out");
    }
}
