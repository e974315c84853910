package dev.ashlar.preflight.sandbox.model;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Suggestion;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds unknown properties, missing ones and values of the wrong kind, at any depth. */
public final class Checker {

    private final PropertyModel model;

    public Checker(PropertyModel model) {
        this.model = model;
    }

    /** Returns all violations of an object. A value that is not known yet has none. */
    public List<Violation> check(Map<String, Object> object, Shape.ObjectOf shape) {
        var violations = new ArrayList<Violation>();
        check("", object, shape, violations);
        return violations;
    }

    private void check(String path, Map<String, Object> object, Shape.ObjectOf shape, List<Violation> violations) {
        var known = model.properties(shape);
        object.forEach((name, value) -> {
            var property = known.get(name);
            if (property != null) {
                check(PropertyPath.child(path, name), value, property.shape(), violations);
            } else if (!name.startsWith("__")) {
                violations.add(new Violation(
                        PropertyPath.child(path, name), "unknown property" + Suggestion.of(name, known.keySet())));
            }
        });
        known.values().stream()
                .filter(property -> property.required() && object.get(property.name()) == null)
                .forEach(property -> violations.add(
                        new Violation(PropertyPath.child(path, property.name()), "required property is missing")));
    }

    private void check(String path, @Nullable Object value, Shape shape, List<Violation> violations) {
        if (value == null || value == Values.UNKNOWN || shape instanceof Shape.Anything) {
            return;
        }
        if (shape instanceof Shape.Either either) {
            if (violates(value, either.first()) && violates(value, either.second())) {
                violations.add(wrongKind(path, value, shape));
            }
        } else if (shape instanceof Shape.ListOf list && value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check(path + "[" + i + "]", items.get(i), list.item(), violations);
            }
        } else if (shape instanceof Shape.MapOf map && value instanceof Map<?, ?> entries) {
            entries.forEach(
                    (key, item) -> check(PropertyPath.child(path, String.valueOf(key)), item, map.item(), violations));
        } else if (shape instanceof Shape.ObjectOf object && value instanceof Map<?, ?> properties) {
            check(path, PlainJson.object(properties), object, violations);
        } else if (!isScalar(value, shape)) {
            violations.add(wrongKind(path, value, shape));
        }
    }

    private boolean violates(Object value, Shape shape) {
        var violations = new ArrayList<Violation>();
        check("", value, shape, violations);
        return !violations.isEmpty();
    }

    private static boolean isScalar(Object value, Shape shape) {
        if (shape instanceof Shape.Text) {
            return value instanceof String;
        }
        if (shape instanceof Shape.Flag) {
            return value instanceof Boolean;
        }
        return value instanceof Double number
                && (shape instanceof Shape.Decimal || (shape instanceof Shape.Whole && number == Math.rint(number)));
    }

    private static Violation wrongKind(String path, Object value, Shape shape) {
        return new Violation(path, "expected " + shape.words() + ", got " + kind(value));
    }

    private static String kind(Object value) {
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof Map ? "an object" : "a number";
    }
}
