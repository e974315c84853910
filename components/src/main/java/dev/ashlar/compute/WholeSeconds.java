package dev.ashlar.compute;

import dev.ashlar.core.Violations;
import java.time.Duration;

/** Times that AWS takes in whole seconds, within limits. */
final class WholeSeconds {

    private WholeSeconds() {}

    static boolean inRange(Duration time, long least, long most) {
        return time.equals(Duration.ofSeconds(time.toSeconds()))
                && time.toSeconds() >= least
                && time.toSeconds() <= most;
    }

    static void check(String option, Duration time, long least, long most, Violations violations) {
        violations.expect(
                inRange(time, least, most),
                option,
                time,
                "AWS allows %d to %d whole seconds".formatted(least, most),
                "use a time in this range");
    }
}
