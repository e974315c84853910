package dev.ashlar.compute.internal.run;

import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ScheduledTaskArgs;
import dev.ashlar.compute.TaskRunOptions;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.schedule.ScheduleExpression;
import dev.ashlar.compute.internal.task.ServiceCalls;
import dev.ashlar.compute.internal.task.TaskCheck;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Names;
import dev.ashlar.network.internal.NetworkNeeds;
import java.time.Duration;

/** Finds every fault in the options of tasks that run to their end. */
public final class TaskRunCheck {

    private TaskRunCheck() {}

    public static Violations check(String name, MigrationTaskArgs args) {
        return of("MigrationTask", name, args, TaskRunPlan.needs(name, args));
    }

    public static Violations check(String name, ScheduledTaskArgs args) {
        var violations = of("ScheduledTask", name, args, TaskRunPlan.needs(name, args));
        when(args, violations);
        var check = new Check(violations);
        check.option("taskCount", args.taskCount()).within(1, 10, "tasks");
        check.option("maximumEventAge", args.maximumEventAge()).seconds(60, 86_400);
        check.option("maximumRetryAttempts", args.maximumRetryAttempts()).within(0, 185, "attempts");
        return violations;
    }

    private static Violations of(String component, String name, TaskRunOptions args, NetworkNeeds needs) {
        var violations = Violations.of(component, name);
        Names.check(name, violations);
        TaskCheck.check(args, needs, violations);
        ServiceCalls.reject(args, violations);
        new Check(violations).option("stopTimeout", args.stopTimeout()).seconds(2, Shutdown.LONGEST_STOP);
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
