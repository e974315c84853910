package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a resource type, with where and when it applies.
 *
 * @param scope the objects that it applies to, such as {@code rules[*]}; null for the resource itself
 * @param condition when it applies
 * @param constraint what those objects must fulfil
 * @param source the page that documents it
 */
public record ScopedConstraint(
        @Nullable PropertyPath scope, Condition condition, Constraint constraint, String source) {

    /** Reads a constraint of a table. */
    public static ScopedConstraint read(Map<String, Object> json, String source) {
        var at = (String) json.get("at");
        return new ScopedConstraint(
                at == null ? null : PropertyPath.parse(at),
                Condition.read(json.get("when")),
                Constraints.read(json),
                source);
    }

    /** Returns the violations of a resource's inputs. */
    public List<Violation> violations(Map<String, Object> resource) {
        var violations = new ArrayList<Violation>();
        for (var place : objects(resource)) {
            object(place.value())
                    .filter(object -> condition.holds(object, resource))
                    .ifPresent(object -> constraint
                            .violations(object)
                            .forEach(violation -> violations.add(new Violation(
                                    join(place.path(), violation.path()), violation.reason() + " (" + source + ")"))));
        }
        return violations;
    }

    private List<PropertyPath.Place> objects(Map<String, Object> resource) {
        return scope == null ? List.of(new PropertyPath.Place("", resource)) : scope.places(resource);
    }

    private static Optional<Map<String, Object>> object(@Nullable Object value) {
        return value instanceof Map<?, ?> ? Optional.of(PlainJson.object(value)) : Optional.empty();
    }

    private static String join(String outer, String inner) {
        if (outer.isEmpty() || inner.isEmpty()) {
            return outer + inner;
        }
        return inner.startsWith("[") ? outer + inner : outer + "." + inner;
    }
}
