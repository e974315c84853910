package dev.ashlar.preflight.sandbox.model;

import dev.ashlar.preflight.sandbox.value.Fault;
import dev.ashlar.preflight.sandbox.value.Json;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Suggestion;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks values against the kinds of the SDK: unknown, missing and wrongly typed properties, at any depth. */
public final class Checker {

    private final PropertyModel model;

    public Checker(PropertyModel model) {
        this.model = model;
    }

    /** All faults of an object. What is not known yet has none. */
    public List<Fault> check(Map<String, Object> object, Shape.ObjectOf shape) {
        var faults = new ArrayList<Fault>();
        check("", object, shape, faults);
        return faults;
    }

    private void check(String path, Map<String, Object> object, Shape.ObjectOf shape, List<Fault> faults) {
        var known = model.properties(shape);
        object.forEach((name, value) -> {
            var property = known.get(name);
            if (property != null) {
                check(PropertyPath.child(path, name), value, property.shape(), faults);
            } else if (!name.startsWith("__")) {
                faults.add(new Fault(
                        PropertyPath.child(path, name), "unknown property" + Suggestion.of(name, known.keySet())));
            }
        });
        known.values().stream()
                .filter(property -> property.required() && object.get(property.name()) == null)
                .forEach(property -> faults.add(
                        new Fault(PropertyPath.child(path, property.name()), "required property is missing")));
    }

    private void check(String path, @Nullable Object value, Shape shape, List<Fault> faults) {
        if (value == null || value == Values.UNKNOWN || shape instanceof Shape.Anything) {
            return;
        }
        if (shape instanceof Shape.Either either) {
            if (isWrong(value, either.first()) && isWrong(value, either.second())) {
                faults.add(wrongKind(path, value, shape));
            }
        } else if (shape instanceof Shape.ListOf list && value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check(path + "[" + i + "]", items.get(i), list.item(), faults);
            }
        } else if (shape instanceof Shape.MapOf map && value instanceof Map<?, ?> entries) {
            entries.forEach(
                    (key, item) -> check(PropertyPath.child(path, String.valueOf(key)), item, map.item(), faults));
        } else if (shape instanceof Shape.ObjectOf object && value instanceof Map<?, ?> properties) {
            check(path, Json.object(properties), object, faults);
        } else if (!isScalar(value, shape)) {
            faults.add(wrongKind(path, value, shape));
        }
    }

    private boolean isWrong(Object value, Shape shape) {
        var faults = new ArrayList<Fault>();
        check("", value, shape, faults);
        return !faults.isEmpty();
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

    private static Fault wrongKind(String path, Object value, Shape shape) {
        return new Fault(path, "expected " + shape.words() + ", got " + kind(value));
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
