package dev.ashlar.preflight.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tables say of a change of a resource's inputs. */
final class Changes {

    private static final Tables TABLES = new Tables();

    private Changes() {}

    /** Whether another value of a property replaces the resource. */
    static boolean replaces(String type, String property) {
        return !replaced(type, Map.of(property, "old"), Map.of(property, "new")).isEmpty();
    }

    /** The properties that replace the resource. */
    static List<String> replaced(String type, Map<String, ?> olds, Map<String, ?> news) {
        return Differ.diff(TABLES.type(type), Map.copyOf(olds), Map.copyOf(news), List.of())
                .getReplacesList();
    }

    /** The properties that change when one has another value. */
    static List<String> changed(String type, String property, Object old, Object now) {
        return Differ.diff(TABLES.type(type), Map.of(property, old), Map.of(property, now), List.of())
                .getDiffsList();
    }

    /** The inputs and one more. */
    static Map<String, Object> with(Map<String, ?> inputs, String property, Object value) {
        var more = new HashMap<String, Object>(inputs);
        more.put(property, value);
        return more;
    }
}
