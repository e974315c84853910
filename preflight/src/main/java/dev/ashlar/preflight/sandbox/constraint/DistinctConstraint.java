package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** No two items may have the same value of a property, such as the priority of a rule. */
record DistinctConstraint(String property) implements Constraint {

    static DistinctConstraint read(Map<String, Object> json) {
        Constraints.requireKeys(json, "distinct");
        return new DistinctConstraint(PlainJson.text(json, "distinct"));
    }

    @Override
    public List<Violation> violations(Map<String, Object> object) {
        var seen = new HashSet<Object>();
        return PropertyPath.parse(property).places(object).stream()
                .filter(place -> place.value() != null && !Values.hasUnknown(place.value()))
                .filter(place -> !seen.add(place.value()))
                .map(place -> new Violation(
                        place.path(), "must be unique; " + Values.shown(place.value()) + " is already used"))
                .toList();
    }

    @Override
    public List<String> properties() {
        return List.of(property);
    }
}
