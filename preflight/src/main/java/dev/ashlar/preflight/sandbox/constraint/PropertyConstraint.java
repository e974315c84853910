package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of one property must pass some tests. */
record PropertyConstraint(
        String property,
        PropertyPath path,
        List<ValueTest> tests,
        @Nullable String message) implements Constraint {

    static PropertyConstraint read(Map<String, Object> json) {
        var property = property(json);
        return new PropertyConstraint(
                property, PropertyPath.parse(property), ValueTest.read(json), (String) json.get("message"));
    }

    /** Returns the property that a constraint names. */
    static String property(Map<String, Object> json) {
        if (json.get("property") instanceof String property) {
            return property;
        }
        throw new IllegalStateException("a constraint without a property: " + json);
    }

    @Override
    public List<Violation> violations(Map<String, Object> object) {
        return path.places(object).stream()
                .filter(place -> !Values.hasUnknown(place.value()))
                .flatMap(place -> failures(place.value()).map(words -> new Violation(place.path(), words)))
                .toList();
    }

    private Stream<String> failures(@Nullable Object value) {
        return tests.stream()
                .flatMap(test -> test.failure(value).stream())
                .map(words -> message == null ? words : message)
                .distinct();
    }

    @Override
    public List<String> properties() {
        return List.of(property);
    }
}
