package dev.ashlar.data.internal;

import dev.ashlar.core.Violations;
import java.util.Optional;

/** The rules that RDS and ElastiCache share for the daily window of backups and the weekly one of maintenance. */
public final class MaintenanceWindows {

    private final int minimumMinutes;
    private final Violations violations;

    /**
     * Checks windows of a store.
     *
     * @param minimumMinutes how long a window has to be at least
     */
    public MaintenanceWindows(int minimumMinutes, Violations violations) {
        this.minimumMinutes = minimumMinutes;
        this.violations = violations;
    }

    /** Adds a fault for each window that AWS would refuse, and for two that overlap. */
    public void check(String backupOption, String backup, String maintenanceOption, String maintenance) {
        var daily = longEnough(
                backupOption, backup, TimeWindow.daily(backup), "it is written hh:mm-hh:mm in UTC", "03:00-04:00");
        var weekly = longEnough(
                maintenanceOption,
                maintenance,
                TimeWindow.weekly(maintenance),
                "it is written ddd:hh:mm-ddd:hh:mm in UTC",
                "sun:05:00-sun:06:00");
        if (daily.isPresent() && weekly.isPresent()) {
            violations.expect(
                    !daily.get().overlaps(weekly.get()),
                    maintenanceOption,
                    maintenance,
                    "it overlaps %s, %s".formatted(backupOption, backup),
                    "move one of them");
        }
    }

    private Optional<TimeWindow> longEnough(
            String option, String text, Optional<TimeWindow> window, String format, String example) {
        violations.expect(window.isPresent(), option, text, format, "write it like " + example);
        window.ifPresent(present -> violations.expect(
                present.length() >= minimumMinutes,
                option,
                text,
                "AWS needs at least %d minutes".formatted(minimumMinutes),
                "widen it"));
        return window;
    }
}
