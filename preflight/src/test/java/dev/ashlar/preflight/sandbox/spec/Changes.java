package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.protocol.Differ;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.Provider.DiffResponse;

/** What the tables say of a change of a resource's inputs. */
final class Changes {

    private static final ResourceSpecs SPECS = new ResourceSpecs();

    private Changes() {}

    /** The table of a type, such as {@code aws:sqs/queue:Queue}. */
    static ResourceSpec spec(String type) {
        return SPECS.type(type);
    }

    /** What changes between inputs. */
    static DiffResponse diff(String type, Map<String, Object> olds, Map<String, Object> news) {
        return Differ.diff(spec(type), olds, news, List.of());
    }

    /** The properties that replace the resource. */
    static List<String> replaced(String type, Map<String, ?> olds, Map<String, ?> news) {
        return diff(type, Map.copyOf(olds), Map.copyOf(news)).getReplacesList();
    }

    /** The properties that change when one has another value. */
    static List<String> changed(String type, String property, Object old, Object now) {
        return diff(type, Map.of(property, old), Map.of(property, now)).getDiffsList();
    }

    /** The inputs and one more. */
    static Map<String, Object> with(Map<String, ?> inputs, String property, Object value) {
        var more = new HashMap<String, Object>(inputs);
        more.put(property, value);
        return more;
    }
}
