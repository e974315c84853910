package dev.ashlar.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    @Test
    void parses_a_daily_window() {
        assertThat(TimeWindow.daily("03:00-04:30")).contains(new TimeWindow(180, 90, true));
    }

    @Test
    void parses_a_daily_window_across_midnight() {
        assertThat(TimeWindow.daily("23:30-00:30")).contains(new TimeWindow(23 * 60 + 30, 60, true));
    }

    @Test
    void parses_a_weekly_window_across_the_end_of_the_week() {
        assertThat(TimeWindow.weekly("sun:23:00-mon:01:00")).contains(new TimeWindow(6 * DAY + 23 * 60, 120, false));
    }

    @Test
    void rejects_everything_else() {
        assertThat(TimeWindow.daily("3:00-4:00")).isEmpty();
        assertThat(TimeWindow.daily("24:00-25:00")).isEmpty();
        assertThat(TimeWindow.weekly("03:00-04:00")).isEmpty();
        assertThat(TimeWindow.weekly("Sun:05:00-Sun:06:00")).isEmpty();
    }

    @Test
    void detects_an_overlap_of_a_daily_and_a_weekly_window() {
        var backup = TimeWindow.daily("03:00-04:00").orElseThrow();

        assertThat(backup.overlaps(TimeWindow.weekly("wed:03:59-wed:05:00").orElseThrow()))
                .isTrue();
        assertThat(backup.overlaps(TimeWindow.weekly("wed:04:00-wed:05:00").orElseThrow()))
                .isFalse();
    }

    @Property
    void windows_overlap_exactly_when_they_share_a_minute(
            @ForAll("windows") TimeWindow one, @ForAll("windows") TimeWindow other) {
        assertThat(one.overlaps(other)).isEqualTo(minutes(one).intersects(minutes(other)));
    }

    @Provide
    Arbitrary<TimeWindow> windows() {
        var daily = Combinators.combine(
                        Arbitraries.integers().between(0, DAY - 1),
                        Arbitraries.integers().between(1, 300))
                .as((start, length) -> new TimeWindow(start, length, true));
        var weekly = Combinators.combine(
                        Arbitraries.integers().between(0, WEEK - 1),
                        Arbitraries.integers().between(1, 2000))
                .as((start, length) -> new TimeWindow(start, length, false));
        return Arbitraries.oneOf(daily, weekly);
    }

    private static BitSet minutes(TimeWindow window) {
        var minutes = new BitSet(WEEK);
        for (int day = 0; day < (window.daily() ? 7 : 1); day++) {
            for (int minute = 0; minute < window.length(); minute++) {
                minutes.set((window.start() + day * DAY + minute) % WEEK);
            }
        }
        return minutes;
    }
}
