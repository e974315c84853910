package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a property must be among those of other properties: the key of a table among its attributes. */
record MembershipConstraint(
        String property, List<String> others, @Nullable String message) implements Constraint {

    static MembershipConstraint read(Map<String, Object> json) {
        Constraints.requireKeys(json, "property", "among", "message");
        return new MembershipConstraint(
                PropertyConstraint.property(json), PlainJson.strings(json.get("among")), (String) json.get("message"));
    }

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
                        message == null ? "must be one of the values of " + String.join(", ", others) : message))
                .toList();
    }

    @Override
    public List<String> properties() {
        return Stream.concat(Stream.of(property), others.stream()).toList();
    }
}
