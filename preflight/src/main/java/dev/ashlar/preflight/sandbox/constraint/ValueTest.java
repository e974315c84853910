package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A test of one value. */
interface ValueTest {

    /** Returns why a value fails the test, in words that follow the name of the property; empty if it passes. */
    Optional<String> failure(@Nullable Object value);

    /**
     * Reads the tests of a constraint: {@code required} or {@code absent}; {@code values}, {@code pattern},
     * {@code format}, {@code minItems} and {@code maxItems}, {@code minLength} and {@code maxLength}, {@code from} and
     * {@code to} with {@code step} and with {@code or} for other numbers. A value must pass all of them.
     *
     * @throws IllegalStateException if there is no test, a key is unknown, or keys contradict each other
     */
    static List<ValueTest> read(Map<String, Object> json) {
        if (json.containsKey("absent")) {
            Constraints.requireKeys(json, "property", "message", "absent");
            requireTrue(json, "absent");
            return List.of(value -> failure(value != null, "must not be set"));
        }
        Constraints.requireKeys(
                json,
                "property",
                "message",
                "required",
                "values",
                "pattern",
                "format",
                "minItems",
                "maxItems",
                "minLength",
                "maxLength",
                "from",
                "to",
                "step",
                "or");
        var tests = new ArrayList<ValueTest>();
        if (json.containsKey("required")) {
            requireTrue(json, "required");
            tests.add(value -> failure(value == null, "is required"));
        }
        if (json.containsKey("values")) {
            tests.add(given(oneOf(PlainJson.list(json.get("values")))));
        }
        if (json.containsKey("pattern")) {
            tests.add(given(matches((String) json.get("pattern"))));
        }
        if (json.containsKey("format")) {
            tests.add(given(hasFormat((String) json.get("format"))));
        }
        if (json.containsKey("minItems") || json.containsKey("maxItems")) {
            tests.add(given(hasItems(Range.read(json, "minItems", "maxItems"))));
        }
        if (json.containsKey("minLength") || json.containsKey("maxLength")) {
            tests.add(given(hasLength(Range.read(json, "minLength", "maxLength"))));
        }
        if (json.containsKey("from") || json.containsKey("to")) {
            tests.add(given(isIn(Range.readSteps(json, "from", "to"), PlainJson.list(json.get("or")))));
        } else if (json.containsKey("step") || json.containsKey("or")) {
            throw new IllegalStateException("step or or without from and to: " + json);
        }
        if (tests.isEmpty()) {
            throw new IllegalStateException("a constraint that tests nothing: " + json);
        }
        return tests;
    }

    /** Returns a number, also where AWS takes it as text. */
    static Optional<Double> number(@Nullable Object value) {
        if (value instanceof Double number) {
            return Optional.of(number);
        }
        return value instanceof String text && text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    private static ValueTest oneOf(List<Object> values) {
        return value -> failure(!values.contains(value), "must be " + either(values));
    }

    private static ValueTest matches(String regex) {
        var pattern = Pattern.compile(regex, Pattern.DOTALL);
        return value ->
                failure(value instanceof String text && !pattern.matcher(text).matches(), "must match " + pattern);
    }

    private static ValueTest hasFormat(String name) {
        var format = Format.valueOf(name.toUpperCase(Locale.ROOT));
        return value -> failure(value instanceof String text && !format.accepts(text), "must be " + format.words());
    }

    private static ValueTest hasItems(Range range) {
        return value ->
                failure(value instanceof List<?> list && !range.contains(list.size()), "must have " + range + " items");
    }

    private static ValueTest hasLength(Range range) {
        return value -> failure(
                value instanceof String text && !range.contains(text.length()),
                "must be " + range + " characters long");
    }

    private static ValueTest isIn(Range range, List<Object> others) {
        var words = "must be " + range + (others.isEmpty() ? "" : " or " + either(others));
        return value ->
                number(value).flatMap(number -> failure(!range.contains(number) && !others.contains(number), words));
    }

    /** Restricts a test to values that are given. */
    private static ValueTest given(ValueTest test) {
        return value -> value == null ? Optional.empty() : test.failure(value);
    }

    private static Optional<String> failure(boolean fails, String words) {
        return fails ? Optional.of(words) : Optional.empty();
    }

    private static void requireTrue(Map<String, Object> json, String key) {
        if (!Boolean.TRUE.equals(json.get(key))) {
            throw new IllegalStateException(key + " can only be true: " + json);
        }
    }

    private static String either(List<Object> values) {
        var shown = values.stream().map(Values::shown).collect(Collectors.joining(", "));
        return values.size() == 1 ? shown : "one of " + shown;
    }
}
