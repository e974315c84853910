package dev.ashlar.internal.check;

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
}
