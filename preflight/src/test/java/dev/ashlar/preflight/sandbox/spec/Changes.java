package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.protocol.Differ;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.Provider.DiffResponse;

/** Changes of the inputs of a resource, by its spec. */
final class Changes {

    private static final ResourceSpecs SPECS = new ResourceSpecs();

    private Changes() {}

    /** Returns the spec of a type such as {@code aws:sqs/queue:Queue}. */
    static ResourceSpec spec(String type) {
        return SPECS.type(type);
    }

    /** Returns the difference between inputs. */
    static DiffResponse diff(String type, Map<String, Object> olds, Map<String, Object> news) {
        return Differ.diff(spec(type), olds, news, List.of());
    }

    /** Returns the properties that replace the resource. */
    static List<String> replaced(String type, Map<String, ?> olds, Map<String, ?> news) {
        return diff(type, Map.copyOf(olds), Map.copyOf(news)).getReplacesList();
    }

    /** Returns the properties that change when one has another value. */
    static List<String> changed(String type, String property, Object old, Object now) {
        return diff(type, Map.of(property, old), Map.of(property, now)).getDiffsList();
    }

    /** Returns the inputs with one more. */
    static Map<String, Object> with(Map<String, ?> inputs, String property, Object value) {
        var more = new HashMap<String, Object>(inputs);
        more.put(property, value);
        return more;
    }
}
