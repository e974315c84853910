package dev.ashlar.compute.internal.schedule;

import dev.ashlar.core.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The six fields of a cron expression, each with its values and wildcards.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html">Cron expressions
 *     reference</a>
 */
public final class CronFields {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private static final Field DAY_OF_MONTH =
            new Field("day-of-month", 1, 31, List.of(), Pattern.compile("\\?|L|LW|(?:[1-9]|[12]\\d|3[01])W"));
    private static final Field DAY_OF_WEEK = new Field(
            "day-of-week",
            1,
            7,
            DAYS,
            Pattern.compile("\\?|L|(?:[1-7]|%s)(?:L|#[1-5])".formatted(String.join("|", DAYS))));

    private static final List<Field> FIELDS = List.of(
            new Field("minutes", 0, 59),
            new Field("hours", 0, 23),
            DAY_OF_MONTH,
            new Field("month", 1, 12, MONTHS, Field.NOTHING),
            DAY_OF_WEEK,
            new Field("year", 1970, 2199));

    private CronFields() {}

    /** Adds a violation for each field that AWS cannot read, and for days that are given twice or not at all. */
    static void check(String option, String expression, Violations violations) {
        var texts = Arrays.asList(expression.strip().split("\\s+", -1));
        var got = "cron(%s)".formatted(expression);
        if (texts.size() != FIELDS.size()) {
            violations.add(
                    option,
                    got,
                    "it has %d fields instead of six: minutes, hours, day-of-month, month, day-of-week, year"
                            .formatted(expression.isBlank() ? 0 : texts.size()),
                    "write it like cron(0 3 * * ? *)");
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            var field = FIELDS.get(i);
            violations.expect(
                    field.accepts(texts.get(i).toUpperCase(Locale.ROOT)),
                    option,
                    got,
                    "%s cannot be %s".formatted(field.label, texts.get(i)),
                    "use %s, or the wildcards of that field".formatted(field.range()));
        }
        violations.expect(
                isAny(texts, DAY_OF_MONTH) != isAny(texts, DAY_OF_WEEK),
                option,
                got,
                "one of day-of-month and day-of-week must be ?, and the other must not",
                "write it like cron(0 3 * * ? *) or cron(0 3 ? * MON *)");
    }

    private static boolean isAny(List<String> texts, Field field) {
        return texts.get(FIELDS.indexOf(field)).equals("?");
    }

    /**
     * One field.
     *
     * @param names the names of the values, from the least on
     * @param special forms of this field alone
     */
    private record Field(String label, int least, int most, List<String> names, Pattern special) {

        static final Pattern NOTHING = Pattern.compile("(?!)");

        // A value or a range, and behind a slash the steps in which it is walked through.
        private static final Pattern ITEM = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/(\\d{1,4}))?");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

        Field(String label, int least, int most) {
            this(label, least, most, List.of(), NOTHING);
        }

        boolean accepts(String text) {
            var items = Arrays.asList(text.split(",", -1));
            return items.stream()
                    .allMatch(item -> special.matcher(item).matches()
                            ? items.size() == 1 || !excludesOthers(item)
                            : acceptsItem(item));
        }

        // AWS reads "3#1,6#3" as two expressions, and ? means that the field does not matter.
        private static boolean excludesOthers(String item) {
            return item.equals("?") || item.contains("#");
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
            return names.contains(text)
                    || (NUMBER.matcher(text).matches()
                            && Integer.parseInt(text) >= least
                            && Integer.parseInt(text) <= most);
        }

        private String range() {
            var numbers = "%d to %d".formatted(least, most);
            return names.isEmpty()
                    ? numbers
                    : "%s, or %s to %s".formatted(numbers, names.get(0), names.get(names.size() - 1));
        }
    }
}
