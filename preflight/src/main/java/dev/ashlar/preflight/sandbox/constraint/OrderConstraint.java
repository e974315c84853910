package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.List;
import java.util.Map;

/** One property must not be greater than another, or must be less. */
record OrderConstraint(String lower, String higher, boolean strictly) implements Constraint {

    static OrderConstraint read(String key, Map<String, Object> json) {
        Constraints.requireKeys(json, key);
        var names = PlainJson.strings(json.get(key));
        if (names.size() != 2) {
            throw new IllegalStateException("not two properties: " + json);
        }
        return new OrderConstraint(names.get(0), names.get(1), key.equals("increasing"));
    }

    @Override
    public List<Violation> violations(Map<String, Object> object) {
        var low = ValueTest.number(PropertyPath.parse(lower).first(object));
        var high = ValueTest.number(PropertyPath.parse(higher).first(object));
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
                                strictly ? "be less than" : "not be greater than", higher, Values.number(high.get()))));
    }

    @Override
    public List<String> properties() {
        return List.of(lower, higher);
    }
}
