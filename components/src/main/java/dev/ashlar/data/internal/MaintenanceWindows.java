package dev.ashlar.data.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import java.util.Optional;

/** The rules that RDS and ElastiCache share for the daily backup window and the weekly maintenance window. */
public final class MaintenanceWindows {

    private final int minimumMinutes;
    private final Check check;

    /**
     * Checks the windows of one store.
     *
     * @param minimumMinutes the minimum length of a window
     */
    public MaintenanceWindows(int minimumMinutes, Violations violations) {
        this.minimumMinutes = minimumMinutes;
        this.check = new Check(violations);
    }

    /** Adds a violation for each window that AWS would reject, and for two that overlap. */
    public void check(String backupOption, String backup, String maintenanceOption, String maintenance) {
        var daily = longEnough(
                backupOption, backup, TimeWindow.daily(backup), "the format is hh:mm-hh:mm in UTC", "03:00-04:00");
        var weekly = longEnough(
                maintenanceOption,
                maintenance,
                TimeWindow.weekly(maintenance),
                "the format is ddd:hh:mm-ddd:hh:mm in UTC",
                "sun:05:00-sun:06:00");
        if (daily.isPresent() && weekly.isPresent()) {
            check.option(maintenanceOption, maintenance)
                    .when(daily.get().overlaps(weekly.get()))
                    .absent("it overlaps %s, %s".formatted(backupOption, backup), "move one of them");
        }
    }

    private Optional<TimeWindow> longEnough(
            String option, String text, Optional<TimeWindow> window, String format, String example) {
        check.option(option, text).that(window::isPresent, format, "use a window like " + example);
        window.ifPresent(present -> check.option(option, present.length())
                .shownAs(text)
                .atLeast(minimumMinutes, "AWS requires at least %d minutes".formatted(minimumMinutes), "widen it"));
        return window;
    }
}
