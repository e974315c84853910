package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.KnownKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads constraints from a table. A constraint is either on several properties together ({@code exactlyOne},
 * {@code atLeastOne}, {@code atMostOne}, {@code together}, {@code ordered}, {@code increasing}), on one property of
 * several items ({@code distinct}), or on the values of one property ({@code among}, and all of {@link ValueTest}).
 */
final class Constraints {

    private static final Map<String, Function<Map<String, Object>, Constraint>> KINDS = kinds();

    private Constraints() {}

    /**
     * Reads a constraint.
     *
     * @throws IllegalStateException if a key is unknown, or belongs to another kind of constraint
     */
    static Constraint read(Map<String, Object> json) {
        return KINDS.entrySet().stream()
                .filter(kind -> json.containsKey(kind.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(PropertyConstraint::read)
                .apply(json);
    }

    /** Checks the keys of a constraint beside those that every kind may have. */
    static void requireKeys(Map<String, Object> json, String... ownKeys) {
        var known = Stream.concat(Stream.of("at", "when"), Stream.of(ownKeys)).toArray(String[]::new);
        KnownKeys.require("the constraint " + json, json, known);
    }

    private static Map<String, Function<Map<String, Object>, Constraint>> kinds() {
        var kinds = new LinkedHashMap<String, Function<Map<String, Object>, Constraint>>();
        for (var kind : GroupConstraint.Kind.values()) {
            kinds.put(kind.key(), json -> GroupConstraint.read(kind, json));
        }
        kinds.put("ordered", json -> OrderConstraint.read("ordered", json));
        kinds.put("increasing", json -> OrderConstraint.read("increasing", json));
        kinds.put("distinct", DistinctConstraint::read);
        kinds.put("among", MembershipConstraint::read);
        return kinds;
    }
}
