package dev.ashlar.internal.check;

import dev.ashlar.core.Violations;
import java.time.Duration;

/** Durations that AWS takes in whole seconds, within limits. */
public final class WholeSeconds {

    private WholeSeconds() {}

    /** Returns whether a duration is in whole seconds, from the least to the most. */
    public static boolean inRange(Duration time, long least, long most) {
        return time.equals(Duration.ofSeconds(time.toSeconds()))
                && time.toSeconds() >= least
                && time.toSeconds() <= most;
    }

    /** Adds a violation unless a duration is in whole seconds, from the least to the most. */
    public static void check(String option, Duration time, long least, long most, Violations violations) {
        violations.expect(
                inRange(time, least, most),
                option,
                time,
                "AWS allows %d to %d whole seconds".formatted(least, most),
                "use a time in this range");
    }
}
