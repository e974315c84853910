package dev.ashlar.data.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A daily or weekly window of time in UTC, in the format of RDS and ElastiCache: {@code 03:00-04:00},
 * {@code sun:05:00-sun:06:00}.
 *
 * @param start the start in minutes since Monday 00:00, or since midnight for a daily window
 * @param length the length in minutes
 * @param daily whether it repeats every day; otherwise every week
 */
public record TimeWindow(int start, int length, boolean daily) {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String TIME = "([01]\\d|2[0-3]):([0-5]\\d)";
    private static final Pattern DAILY = Pattern.compile(TIME + "-" + TIME);
    private static final Pattern WEEKLY =
            Pattern.compile("(%1$s):%2$s-(%1$s):%2$s".formatted(String.join("|", DAYS), TIME));

    /** Parses {@code hh:mm-hh:mm}; empty if the text has another format. */
    public static Optional<TimeWindow> daily(String text) {
        var matcher = DAILY.matcher(text);
        return matcher.matches() ? Optional.of(between(time(matcher, 1), time(matcher, 3), DAY)) : Optional.empty();
    }

    /** Parses {@code ddd:hh:mm-ddd:hh:mm}; empty if the text has another format. */
    public static Optional<TimeWindow> weekly(String text) {
        var matcher = WEEKLY.matcher(text);
        return matcher.matches()
                ? Optional.of(between(day(matcher, 1) + time(matcher, 2), day(matcher, 4) + time(matcher, 5), WEEK))
                : Optional.empty();
    }

    private static int day(Matcher matcher, int group) {
        return DAYS.indexOf(matcher.group(group)) * DAY;
    }

    private static int time(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group)) * 60 + Integer.parseInt(matcher.group(group + 1));
    }

    private static TimeWindow between(int start, int end, int period) {
        return new TimeWindow(start, Math.floorMod(end - start, period), period == DAY);
    }

    /** Returns whether a minute of the week is in both windows. */
    public boolean overlaps(TimeWindow other) {
        for (int mine : starts()) {
            for (int theirs : other.starts()) {
                if (Math.floorMod(theirs - mine, WEEK) < length || Math.floorMod(mine - theirs, WEEK) < other.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private int[] starts() {
        var starts = new int[daily ? 7 : 1];
        for (int day = 0; day < starts.length; day++) {
            starts[day] = start + day * DAY;
        }
        return starts;
    }
}
