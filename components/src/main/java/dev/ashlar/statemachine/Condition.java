package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A condition of a {@link ChoiceState}. A comparison names the type of the value, because a value of another type never
 * matches.
 *
 * <pre>{@code
 * and(isPresent("$.count"), number("$.count").atLeast(300))
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html#amazon-states-language-choice-state-rules">
 *     Choice rules (JSONPath)</a>
 */
public final class Condition {

    private final Fields fields;

    private Condition(Fields fields) {
        this.fields = fields;
    }

    /** Compares the text at a path. */
    public static Comparison<String> string(String path) {
        return new Comparison<>(path, "String");
    }

    /** Compares the number at a path. */
    public static Comparison<Number> number(String path) {
        return new Comparison<>(path, "Numeric");
    }

    /** Compares the time at a path, which is a text as RFC 3339 writes it. */
    public static Comparison<Instant> timestamp(String path) {
        return new Comparison<>(path, "Timestamp");
    }

    /** Holds if the value at a path is {@code true}. */
    public static Condition isTrue(String path) {
        return test(path, "BooleanEquals", true);
    }

    /** Holds if the value at a path is {@code false}. */
    public static Condition isFalse(String path) {
        return test(path, "BooleanEquals", false);
    }

    /**
     * Holds if the text at a path matches a pattern.
     *
     * @param pattern a text in which {@code *} matches any characters; a literal star is written after two backslashes
     */
    public static Condition matches(String path, String pattern) {
        return test(path, "StringMatches", pattern);
    }

    /** Holds if the path exists. Any other condition on a path that does not exist fails the execution. */
    public static Condition isPresent(String path) {
        return test(path, "IsPresent", true);
    }

    /** Holds if the value at a path is null. */
    public static Condition isNull(String path) {
        return test(path, "IsNull", true);
    }

    /** Holds if the value at a path is a text. */
    public static Condition isString(String path) {
        return test(path, "IsString", true);
    }

    /** Holds if the value at a path is a number. */
    public static Condition isNumeric(String path) {
        return test(path, "IsNumeric", true);
    }

    /** Holds if the value at a path is a boolean. */
    public static Condition isBoolean(String path) {
        return test(path, "IsBoolean", true);
    }

    /** Holds if the value at a path is a time. */
    public static Condition isTimestamp(String path) {
        return test(path, "IsTimestamp", true);
    }

    /** Holds if all conditions hold. */
    public static Condition and(Condition... conditions) {
        return new Condition(Fields.EMPTY.with("And", all(conditions)));
    }

    /** Holds if one of the conditions holds. */
    public static Condition or(Condition... conditions) {
        return new Condition(Fields.EMPTY.with("Or", all(conditions)));
    }

    /** Holds if a condition does not hold. */
    public static Condition not(Condition condition) {
        return new Condition(Fields.EMPTY.with("Not", condition.fields));
    }

    private static List<Fields> all(Condition... conditions) {
        return Arrays.stream(conditions).map(Condition::fields).toList();
    }

    private static Condition test(String path, String operator, Object value) {
        return new Condition(Fields.EMPTY.with("Variable", JsonPath.of(path)).with(operator, value));
    }

    Fields fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && condition.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "Condition" + fields;
    }

    /**
     * The comparisons of one value with a constant, or with the value at another path.
     *
     * @param <T> the type of the value
     */
    public static final class Comparison<T> {

        private final String path;
        private final String type;

        private Comparison(String path, String type) {
            this.path = path;
            this.type = type;
        }

        /** Holds if the value equals another. */
        public Condition equalTo(T value) {
            return compare("Equals", value);
        }

        /** Holds if the value equals the value at another path. */
        public Condition equalTo(JsonPath value) {
            return compare("EqualsPath", value);
        }

        /** Holds if the value is less than another. */
        public Condition lessThan(T value) {
            return compare("LessThan", value);
        }

        /** Holds if the value is less than the value at another path. */
        public Condition lessThan(JsonPath value) {
            return compare("LessThanPath", value);
        }

        /** Holds if the value is less than or equal to another. */
        public Condition atMost(T value) {
            return compare("LessThanEquals", value);
        }

        /** Holds if the value is less than or equal to the value at another path. */
        public Condition atMost(JsonPath value) {
            return compare("LessThanEqualsPath", value);
        }

        /** Holds if the value is greater than another. */
        public Condition greaterThan(T value) {
            return compare("GreaterThan", value);
        }

        /** Holds if the value is greater than the value at another path. */
        public Condition greaterThan(JsonPath value) {
            return compare("GreaterThanPath", value);
        }

        /** Holds if the value is greater than or equal to another. */
        public Condition atLeast(T value) {
            return compare("GreaterThanEquals", value);
        }

        /** Holds if the value is greater than or equal to the value at another path. */
        public Condition atLeast(JsonPath value) {
            return compare("GreaterThanEqualsPath", value);
        }

        private Condition compare(String operator, Object value) {
            return test(path, type + operator, value);
        }
    }
}
