package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demands that a table can state: of one property's value ({@code values}, {@code pattern}, {@code from} and
 * {@code to} with {@code or} for other numbers, {@code maxLength}, {@code maxItems}, {@code format}, {@code required}, {@code absent}), or of several
 * properties together ({@code exactlyOne}, {@code atLeastOne}, {@code atMostOne}, {@code together}, {@code ordered},
 * {@code increasing}, {@code among}), or of one property of several items ({@code distinct}).
 */
public final class Constraints {

    private Constraints() {}

    static ScopedConstraint.Constraint read(Map<String, Object> json) {
        for (var group : Group.values()) {
            if (json.containsKey(group.key)) {
                return new OfGroup(group, PlainJson.strings(json.get(group.key)), (String) json.get("says"));
            }
        }
        if (json.containsKey("ordered") || json.containsKey("increasing")) {
            var strictly = json.containsKey("increasing");
            var names = PlainJson.strings(json.get(strictly ? "increasing" : "ordered"));
            return new InOrder(names.get(0), names.get(1), strictly);
        }
        if (json.containsKey("distinct")) {
            return new Distinct((String) json.get("distinct"));
        }
        var property = (String) json.get("property");
        if (property == null) {
            throw new IllegalStateException("a rule names no property: " + json);
        }
        if (json.containsKey("among")) {
            return new Among(property, PlainJson.strings(json.get("among")), (String) json.get("says"));
        }
        return new OfProperty(property, PropertyPath.parse(property), test(json), (String) json.get("says"));
    }

    /** What is wrong with a value, in words that follow "is …, but"; nothing if it is right. */
    private interface Test extends Function<@Nullable Object, Optional<String>> {}

    private static Test test(Map<String, Object> json) {
        if (json.containsKey("required")) {
            return value -> wrong(value == null, "is required");
        }
        if (json.containsKey("absent")) {
            return value -> wrong(value != null, "must not be given");
        }
        if (json.containsKey("values")) {
            var values = PlainJson.list(json.get("values"));
            return given(value -> wrong(!values.contains(value), "must be " + either(values)));
        }
        if (json.containsKey("pattern")) {
            var pattern = Pattern.compile((String) json.get("pattern"), Pattern.DOTALL);
            return given(value ->
                    wrong(value instanceof String text && !pattern.matcher(text).matches(), "must match " + pattern));
        }
        if (json.containsKey("format")) {
            var format = Format.valueOf(((String) json.get("format")).toUpperCase(Locale.ROOT));
            return given(
                    value -> wrong(value instanceof String text && !format.accepts(text), "must be " + format.words()));
        }
        if (json.containsKey("minItems") || json.containsKey("maxItems")) {
            var items = Range.read(json, "minItems", "maxItems");
            return given(value -> wrong(
                    value instanceof List<?> list && !items.contains(list.size()), "must have " + items + " items"));
        }
        if (json.containsKey("minLength") || json.containsKey("maxLength")) {
            var length = Range.read(json, "minLength", "maxLength");
            return given(value -> wrong(
                    value instanceof String text && !length.contains(text.length()),
                    "must be " + length + " characters long"));
        }
        if (json.containsKey("from") || json.containsKey("to")) {
            var range = Range.read(json, "from", "to");
            var others = PlainJson.list(json.get("or"));
            var words = "must be " + range + (others.isEmpty() ? "" : " or " + either(others));
            return given(value ->
                    number(value).flatMap(number -> wrong(!range.contains(number) && !others.contains(number), words)));
        }
        throw new IllegalStateException("a rule demands nothing: " + json);
    }

    private static Test given(Test test) {
        return value -> value == null ? Optional.empty() : test.apply(value);
    }

    private static Optional<String> wrong(boolean isWrong, String words) {
        return isWrong ? Optional.of(words) : Optional.empty();
    }

    /** A number, also where AWS takes it as text. */
    private static Optional<Double> number(@Nullable Object value) {
        if (value instanceof Double number) {
            return Optional.of(number);
        }
        return value instanceof String text && text.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    private static String either(List<Object> values) {
        var shown = values.stream().map(Values::shown).toList();
        return shown.size() == 1 ? shown.get(0) : "one of " + String.join(", ", shown);
    }

    private record OfProperty(
            String property,
            PropertyPath path,
            Test test,
            @Nullable String message) implements ScopedConstraint.Constraint {

        @Override
        public List<Violation> violations(Map<String, Object> object) {
            var violations = new ArrayList<Violation>();
            for (var place : path.places(object)) {
                if (!Values.hasUnknown(place.value())) {
                    test.apply(place.value())
                            .ifPresent(words ->
                                    violations.add(new Violation(place.path(), message == null ? words : message)));
                }
            }
            return violations;
        }

        @Override
        public List<String> properties() {
            return List.of(property);
        }
    }

    private record InOrder(String lower, String higher, boolean strictly) implements ScopedConstraint.Constraint {

        @Override
        public List<Violation> violations(Map<String, Object> object) {
            var low = number(PropertyPath.parse(lower).first(object));
            var high = number(PropertyPath.parse(higher).first(object));
            if (low.isEmpty()
                    || high.isEmpty()
                    || low.get() < high.get()
                    || (!strictly && low.get().equals(high.get()))) {
                return List.of();
            }
            return List.of(new Violation(
                    lower,
                    "must %s %s, which is %s"
                            .formatted(
                                    strictly ? "be less than" : "not be more than",
                                    higher,
                                    Values.number(high.get()))));
        }

        @Override
        public List<String> properties() {
            return List.of(lower, higher);
        }
    }

    /** That a value is one that other properties have too: the key of a table that its attributes define. */
    private record Among(
            String property, List<String> others, @Nullable String message) implements ScopedConstraint.Constraint {

        @Override
        public List<Violation> violations(Map<String, Object> object) {
            var paths = others.stream().map(PropertyPath::parse).toList();
            if (paths.stream().anyMatch(path -> Values.hasUnknown(object.get(path.top())))) {
                return List.of();
            }
            var values = paths.stream()
                    .flatMap(path -> path.places(object).stream())
                    .map(PropertyPath.Place::value)
                    .toList();
            return PropertyPath.parse(property).places(object).stream()
                    .filter(place -> place.value() != null && !Values.hasUnknown(place.value()))
                    .filter(place -> !values.contains(place.value()))
                    .map(place -> new Violation(
                            place.path(),
                            message == null ? "must be a value of " + String.join(", ", others) : message))
                    .toList();
        }

        @Override
        public List<String> properties() {
            return Stream.concat(Stream.of(property), others.stream()).toList();
        }
    }

    /** That no two items have the same value of a property, such as the priority of rules. */
    private record Distinct(String property) implements ScopedConstraint.Constraint {

        @Override
        public List<Violation> violations(Map<String, Object> object) {
            var seen = new HashSet<Object>();
            return PropertyPath.parse(property).places(object).stream()
                    .filter(place -> place.value() != null && !Values.hasUnknown(place.value()))
                    .filter(place -> !seen.add(place.value()))
                    .map(place -> new Violation(
                            place.path(), "must differ from the others; " + Values.shown(place.value()) + " is taken"))
                    .toList();
        }

        @Override
        public List<String> properties() {
            return List.of(property);
        }
    }

    private enum Group {
        EXACTLY_ONE("exactlyOne", "give exactly one of ", 1, 1),
        AT_LEAST_ONE("atLeastOne", "give at least one of ", 1, Integer.MAX_VALUE),
        AT_MOST_ONE("atMostOne", "give only one of ", 0, 1),
        TOGETHER("together", "give all or none of ", 0, Integer.MAX_VALUE);

        private final String key;
        private final String words;
        private final int least;
        private final int most;

        Group(String key, String words, int least, int most) {
            this.key = key;
            this.words = words;
            this.least = least;
            this.most = most;
        }

        /** False says as much as nothing to AWS, but to the provider, an option that is false is given all the same. */
        private boolean accepts(long given, long told, int all) {
            return told >= least && given <= most && (this != TOGETHER || given == 0 || given == all);
        }
    }

    private record OfGroup(
            Group group, List<String> properties, @Nullable String message) implements ScopedConstraint.Constraint {

        @Override
        public List<Violation> violations(Map<String, Object> object) {
            var given = properties.stream()
                    .map(property -> PropertyPath.parse(property).first(object))
                    .filter(value -> value != null && !value.equals(List.of()))
                    .toList();
            var told = given.stream().filter(value -> !value.equals(false)).count();
            if (group.accepts(given.size(), told, properties.size())) {
                return List.of();
            }
            var words = message == null ? group.words + String.join(", ", properties) : message;
            return List.of(new Violation("", words));
        }
    }
}
