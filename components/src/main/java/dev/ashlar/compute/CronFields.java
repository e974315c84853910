package dev.ashlar.compute;

import dev.ashlar.core.Violations;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The six fields of a cron expression, each with its values and wildcards.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html">Cron expressions
 *     reference</a>
 */
enum CronFields {
    MINUTES("minutes", 0, 59, List.of(), ""),
    HOURS("hours", 0, 23, List.of(), ""),
    DAY_OF_MONTH("day-of-month", 1, 31, List.of(), "\\?|L|LW|(?:[1-9]|[12]\\d|3[01])W"),
    MONTH(
            "month",
            1,
            12,
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
            ""),
    DAY_OF_WEEK(
            "day-of-week",
            1,
            7,
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"),
            "\\?|L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(?:L|#[1-5])"),
    YEAR("year", 1970, 2199, List.of(), "");

    // A value or a range, and behind a slash the steps in which it is walked through.
    private static final Pattern ITEM = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/(\\d{1,4}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final String label;
    private final int least;
    private final int most;
    private final List<String> names;
    private final Pattern special;

    CronFields(String label, int least, int most, List<String> names, String special) {
        this.label = label;
        this.least = least;
        this.most = most;
        this.names = names;
        this.special = Pattern.compile(special);
    }

    /** Adds a fault for each field that AWS cannot read, and for days that are given twice or not at all. */
    static void check(String option, String fields, Violations violations) {
        var texts = fields.strip().split("\\s+");
        if (texts.length != values().length) {
            violations.add(
                    option,
                    "cron(%s)".formatted(fields),
                    "it has %d fields instead of six: minutes, hours, day-of-month, month, day-of-week, year"
                            .formatted(fields.isBlank() ? 0 : texts.length),
                    "write it like cron(0 3 * * ? *)");
            return;
        }
        for (var field : values()) {
            var text = texts[field.ordinal()];
            violations.expect(
                    field.accepts(text.toUpperCase(Locale.ROOT)),
                    option,
                    "cron(%s)".formatted(fields),
                    "%s cannot be %s".formatted(field.label, text),
                    "use %s, or the wildcards of that field".formatted(field.range()));
        }
        var isAnyDayOfMonth = texts[DAY_OF_MONTH.ordinal()].equals("?");
        var isAnyDayOfWeek = texts[DAY_OF_WEEK.ordinal()].equals("?");
        violations.expect(
                isAnyDayOfMonth != isAnyDayOfWeek,
                option,
                "cron(%s)".formatted(fields),
                "one of day-of-month and day-of-week must be ?, and the other must not",
                "write it like cron(0 3 * * ? *) or cron(0 3 ? * MON *)");
    }

    private boolean accepts(String text) {
        var items = text.split(",", -1);
        for (var item : items) {
            var isSpecial = special.matcher(item).matches() && !item.isEmpty();
            if (isSpecial ? !standsAlone(item, items) : !acceptsItem(item)) {
                return false;
            }
        }
        return true;
    }

    // AWS takes "3#1,6#3" for two expressions, and ? says that the field does not matter.
    private static boolean standsAlone(String item, String[] items) {
        return items.length == 1 || !(item.equals("?") || item.contains("#"));
    }

    private boolean acceptsItem(String item) {
        var parts = ITEM.matcher(item);
        if (!parts.matches()) {
            return false;
        }
        var first = parts.group(1);
        var last = parts.group(2);
        var step = parts.group(3);
        return (first.equals("*") ? last == null : isValue(first))
                && (last == null || isValue(last))
                && (step == null || (Integer.parseInt(step) >= 1 && Integer.parseInt(step) <= most));
    }

    private boolean isValue(String text) {
        if (names.contains(text)) {
            return true;
        }
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private String range() {
        var numbers = "%d to %d".formatted(least, most);
        return names.isEmpty()
                ? numbers
                : "%s, or %s to %s".formatted(numbers, names.get(0), names.get(names.size() - 1));
    }
}
