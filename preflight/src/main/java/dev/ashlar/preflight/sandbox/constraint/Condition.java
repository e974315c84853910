package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When an entry of a table applies: each property must have one of the values listed for it. A property that is a list
 * must contain one of them, and {@code null} means that the property is absent. A name that ends with a question mark
 * is compared by whether the property is given. A name that starts with {@code /} is looked up in the whole resource,
 * any other in the object that the entry is about.
 */
public record Condition(Map<String, List<Object>> accepted) {

    /** Holds for every resource. */
    public static final Condition ALWAYS = new Condition(Map.of());

    /** Reads a condition; null always holds. */
    public static Condition read(@Nullable Object json) {
        if (json == null) {
            return ALWAYS;
        }
        return new Condition(PlainJson.object(json).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() instanceof List<?> list
                                ? PlainJson.list(list)
                                : Collections.singletonList(entry.getValue()))));
    }

    /** Whether the condition holds. It does not while a property that it names is unknown. */
    public boolean holds(Map<String, Object> object, Map<String, Object> resource) {
        return accepted.entrySet().stream().allMatch(entry -> {
            var key = entry.getKey();
            var comparesPresence = key.endsWith("?");
            var name = comparesPresence ? key.substring(0, key.length() - 1) : key;
            var value = name.startsWith("/")
                    ? PropertyPath.parse(name.substring(1)).first(resource)
                    : PropertyPath.parse(name).first(object);
            return accepts(entry.getValue(), comparesPresence ? (Object) isGiven(value) : value);
        });
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.equals(List.of()) && !value.equals(Map.of());
    }

    private static boolean accepts(List<Object> accepted, @Nullable Object value) {
        if (value == Values.UNKNOWN) {
            return false;
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.stream().anyMatch(item -> item != Values.UNKNOWN && accepted.contains(item));
        }
        return accepted.contains(value instanceof List<?> ? null : value);
    }
}
