package dev.ashlar.internal.check;

import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks one option after another and adds to the violations of a component. An absent option passes every check but
 * {@link #required}.
 *
 * <pre>{@code
 * var check = new Check(violations);
 * check.option("port", args.port()).within(1, 65_535, "ports");
 * check.option("healthCheck.interval", health.interval()).seconds(5, 300);
 * check.option("path", health.path()).matches(PATH, "a path starts with a slash", "use a path like /health");
 * }</pre>
 */
public final class Check {

    private final Violations violations;

    /** Checks options whose violations are added to these. */
    public Check(Violations violations) {
        this.violations = violations;
    }

    /** Returns the checks of one option. */
    public Option option(String name, @Nullable Object value) {
        return new Option(name, value);
    }

    /** Returns the violations to which the checks add. */
    public Violations violations() {
        return violations;
    }

    /** One option and its value. The checks of an option whose condition does not hold are skipped. */
    public final class Option {

        private final String name;
        private final @Nullable Object value;
        private boolean skipped;

        private Option(String name, @Nullable Object value) {
            this.name = name;
            this.value = value;
            this.skipped = value == null;
        }

        /** Skips the checks that follow unless a condition holds. */
        public Option when(boolean condition) {
            skipped |= !condition;
            return this;
        }

        /** Requires a value. */
        public Option required(String rule, String fix) {
            violations.require(name, value, rule, fix);
            return this;
        }

        /**
         * Requires a number from the least to the most.
         *
         * @param unit what is counted, in the plural: {@code ports}
         */
        public Option within(long least, long most, String unit) {
            return that(
                    () -> number() >= least && number() <= most,
                    "%,d to %,d %s are allowed".formatted(least, most, unit),
                    "use a number in this range");
        }

        /** Requires whole seconds from the least to the most. */
        public Option seconds(long least, long most) {
            return that(
                    () -> WholeSeconds.inRange((Duration) given(), least, most),
                    "AWS allows %d to %d whole seconds".formatted(least, most),
                    "use a time in this range");
        }

        /** Requires whole days from the least to the most. */
        public Option days(long least, long most) {
            return that(
                    () -> {
                        var time = (Duration) given();
                        return time.equals(Duration.ofDays(time.toDays()))
                                && time.toDays() >= least
                                && time.toDays() <= most;
                    },
                    "AWS allows %d to %d whole days".formatted(least, most),
                    "use a time in this range");
        }

        /** Requires a text of this form. */
        public Option matches(Pattern form, String rule, String fix) {
            return that(() -> form.matcher(text()).matches(), rule, fix);
        }

        /** Requires a text of at most so many characters. */
        public Option maxLength(int most, String rule) {
            return violates(
                    text().length() > most, "%d characters long".formatted(text().length()), rule, "shorten it");
        }

        /** Requires one of several values. */
        public Option oneOf(Collection<?> allowed, String rule) {
            return that(
                    () -> allowed.contains(given()),
                    rule,
                    "use one of " + allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }

        /** Requires that another option is absent. */
        public Option excludes(String other, @Nullable Object otherValue, String rule) {
            return that(() -> otherValue == null, rule, "leave out %s or %s".formatted(name, other));
        }

        /** Requires anything else of the value. */
        public Option that(BooleanSupplier holds, String rule, String fix) {
            if (!skipped && !holds.getAsBoolean()) {
                violations.add(name, shown(), rule, fix);
            }
            return this;
        }

        private Option violates(boolean violated, String got, String rule, String fix) {
            if (!skipped && violated) {
                violations.add(name, got, rule, fix);
            }
            return this;
        }

        // Text is quoted, so that an empty one or one with spaces can be seen.
        private Object shown() {
            return value instanceof CharSequence ? "\"" + value + '"' : given();
        }

        private Object given() {
            if (value == null) {
                throw new IllegalStateException(name + " is absent");
            }
            return value;
        }

        private long number() {
            return ((Number) given()).longValue();
        }

        private String text() {
            return value == null ? "" : value.toString();
        }
    }
}
