package dev.ashlar.internal.check;

import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks one option after another and adds each violation to those of a component. Null, {@code false} and an empty
 * collection or map count as absent. An absent option passes every check but {@link Option#required}.
 *
 * <pre>{@code
 * var check = new Check(violations);
 * check.option("port", args.port()).within(1, 65_535, "ports");
 * check.option("healthCheck.interval", health.interval()).seconds(5, 300);
 * check.option("path", health.path()).matches(PATH, "a path starts with a slash", "use a path like /health");
 * check.count("readers", readers.size(), "readers").atMost(15, "a cluster has at most 15", "remove some");
 * check.each("headers", headers, header -> header.matches(HEADER, "…", "…"));
 * }</pre>
 */
public final class Check {

    private final Violations violations;

    /** Checks options and adds to these violations. */
    public Check(Violations violations) {
        this.violations = violations;
    }

    /** Returns the checks of one option. */
    public <T> Option<T> option(String name, @Nullable T value) {
        return new Option<>(name, value);
    }

    /**
     * Returns the checks of the number of values of an option.
     *
     * @param unit the values in the plural, as messages show them behind the number: {@code rules}
     */
    public Option<Integer> count(String name, int count, String unit) {
        return option(name, count).shownAs(text("%d %s", count, unit));
    }

    /** Checks each value of an option. */
    public <T> void each(String name, Iterable<? extends T> values, Consumer<Option<T>> checks) {
        values.forEach(value -> checks.accept(option(name, value)));
    }

    /** Returns the violations to which the checks add. */
    public Violations violations() {
        return violations;
    }

    private static boolean isGiven(@Nullable Object value) {
        return value instanceof Collection<?> values
                ? !values.isEmpty()
                : value instanceof Map<?, ?> map ? !map.isEmpty() : value != null && !value.equals(false);
    }

    // The JVM's locale would choose other digits and separators.
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** One option and its value. */
    public final class Option<T> {

        private final String name;
        private final @Nullable T value;
        private @Nullable String shown;
        private boolean skipped;
        private boolean passed = true;

        private Option(String name, @Nullable T value) {
            this.name = name;
            this.value = value;
        }

        /** Sets how messages show the value. Default: the value; text is quoted. */
        public Option<T> shownAs(String text) {
            shown = text;
            return this;
        }

        /** Skips the checks that follow unless a condition holds. */
        public Option<T> when(boolean condition) {
            skipped |= !condition;
            return this;
        }

        /** Requires a value. */
        public Option<T> required(String rule, String fix) {
            if (!skipped && !isGiven(value)) {
                passed = false;
                violations.add(name, null, rule, fix);
            }
            return this;
        }

        /** Rejects every value. */
        public Option<T> absent(String rule, String fix) {
            return that(given -> false, rule, fix);
        }

        /** Requires that another option is absent. */
        public Option<T> excludes(String other, @Nullable Object otherValue, String rule) {
            return add(given -> isGiven(otherValue), "given beside " + other, rule, "leave one of them out");
        }

        /**
         * Requires a number from the least to the most.
         *
         * @param unit what is counted, in the plural: {@code ports}
         */
        public Option<T> within(long least, long most, String unit) {
            return within(
                    least, most, text("%,d to %,d %s are allowed", least, most, unit), "use a number in this range");
        }

        /** Requires a number from the least to the most. */
        public Option<T> within(long least, long most, String rule, String fix) {
            return that(given -> number(given) >= least && number(given) <= most, rule, fix);
        }

        /** Requires this number or a greater one. */
        public Option<T> atLeast(long least, String rule, String fix) {
            return that(given -> number(given) >= least, rule, fix);
        }

        /** Requires this number or a smaller one. */
        public Option<T> atMost(long most, String rule, String fix) {
            return that(given -> number(given) <= most, rule, fix);
        }

        /** Requires whole seconds from the least to the most. */
        public Option<T> seconds(long least, long most) {
            return seconds(
                    least, most, text("AWS allows %d to %d whole seconds", least, most), "use a time in this range");
        }

        /** Requires whole seconds from the least to the most. */
        public Option<T> seconds(long least, long most, String rule, String fix) {
            return that(given -> WholeSeconds.inRange((Duration) given, least, most), rule, fix);
        }

        /** Requires whole days from the least to the most. */
        public Option<T> days(long least, long most) {
            return days(least, most, text("AWS allows %d to %d whole days", least, most), "use a time in this range");
        }

        /** Requires whole days from the least to the most. */
        public Option<T> days(long least, long most, String rule, String fix) {
            return that(
                    given -> {
                        long days = ((Duration) given).toDays();
                        return given.equals(Duration.ofDays(days)) && days >= least && days <= most;
                    },
                    rule,
                    fix);
        }

        /** Requires a text of this form. */
        public Option<T> matches(Pattern form, String rule, String fix) {
            return that(given -> form.matcher(given.toString()).matches(), rule, fix);
        }

        /** Requires a text of at most so many characters. */
        public Option<T> maxLength(int most, String rule) {
            return length(0, most, rule, "shorten it");
        }

        /** Requires a text with a number of characters from the least to the most. */
        public Option<T> length(int least, int most, String rule, String fix) {
            int length = value == null ? 0 : value.toString().length();
            return add(given -> length < least || length > most, text("%d characters long", length), rule, fix);
        }

        /** Requires one of several values. */
        public Option<T> oneOf(Collection<? extends T> allowed, String rule) {
            return oneOf(
                    allowed,
                    rule,
                    "use one of " + allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }

        /** Requires one of several values. */
        public Option<T> oneOf(Collection<? extends T> allowed, String rule, String fix) {
            return that(allowed::contains, rule, fix);
        }

        /** Returns whether no check has rejected the value, so that checks of other options can use it. */
        public boolean passed() {
            return passed;
        }

        /** Requires anything else of the options. */
        public Option<T> that(BooleanSupplier holds, String rule, String fix) {
            return that(given -> holds.getAsBoolean(), rule, fix);
        }

        /** Requires anything else of the value. */
        public Option<T> that(Predicate<? super T> holds, String rule, String fix) {
            return add(holds.negate(), shown(), rule, fix);
        }

        private Option<T> add(Predicate<? super T> violated, @Nullable Object got, String rule, String fix) {
            if (!skipped && value != null && isGiven(value) && violated.test(value)) {
                passed = false;
                violations.add(name, got, rule, fix);
            }
            return this;
        }

        // Text is quoted, so that an empty one or one with spaces can be seen.
        private @Nullable Object shown() {
            return shown != null ? shown : value instanceof CharSequence ? "\"" + value + '"' : value;
        }
    }
}
