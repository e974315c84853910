package dev.ashlar.compute.internal.schedule;

import dev.ashlar.core.Violations;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * Schedule expressions of EventBridge Scheduler and Application Auto Scaling: {@code cron(…)}, {@code rate(…)} or
 * {@code at(…)}.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types in EventBridge
 *     Scheduler</a>
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html">Cron expressions
 *     reference</a>
 */
public final class ScheduleExpression {

    private static final Pattern FORM = Pattern.compile("(cron|rate|at)\\((.*)\\)");
    private static final Pattern RATE = Pattern.compile("[1-9]\\d{0,8} (?:minute|hour|day)s?");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private ScheduleExpression() {}

    /** Adds a violation unless AWS can read the expression. */
    public static void check(String option, String expression, Violations violations) {
        var form = FORM.matcher(expression);
        if (!form.matches()) {
            violations.add(
                    option,
                    '"' + expression + '"',
                    "AWS reads cron(…), rate(…) or at(…)",
                    "write it like cron(0 3 * * ? *), rate(15 minutes) or at(2030-01-31T03:00:00)");
            return;
        }
        var inside = form.group(2);
        switch (form.group(1)) {
            case "cron" -> CronFields.check(option, inside, violations);
            case "rate" ->
                violations.expect(
                        RATE.matcher(inside).matches(),
                        option,
                        '"' + expression + '"',
                        "a rate is a number from 1 and minutes, hours or days",
                        "write it like rate(15 minutes)");
            default ->
                violations.expect(
                        isTime(inside),
                        option,
                        '"' + expression + '"',
                        "at(…) requires a date and a time",
                        "write it like at(2030-01-31T03:00:00), without a time zone");
        }
    }

    /** Adds a violation unless AWS supports the time zone: an IANA name of at most 50 characters. */
    public static void checkTimezone(String option, String timezone, Violations violations) {
        violations.expect(
                ZoneId.getAvailableZoneIds().contains(timezone)
                        && !timezone.startsWith("SystemV/")
                        && timezone.length() <= 50,
                option,
                '"' + timezone + '"',
                "the IANA database does not have this time zone",
                "use a name like Europe/Berlin or UTC");
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, DATE);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
