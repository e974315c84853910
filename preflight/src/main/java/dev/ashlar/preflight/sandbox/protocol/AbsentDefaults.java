package dev.ashlar.preflight.sandbox.protocol;

import dev.ashlar.preflight.sandbox.spec.ResourceSpec;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills in absent properties before inputs are compared. */
public final class AbsentDefaults {

    private AbsentDefaults() {}

    /** Returns a copy of the inputs with the values that the provider compares with when a property is absent. */
    public static Map<String, Object> filled(ResourceSpec spec, Map<String, Object> inputs) {
        var filled = inputs;
        for (var absent : spec.absentDefaults().entrySet()) {
            filled = filled(filled, PropertyPath.parse(absent.getKey()), absent.getValue());
        }
        return filled;
    }

    /** Returns a copy of an object with the value at each place of the path that has none. */
    static Map<String, Object> filled(Map<String, Object> object, PropertyPath path, Object value) {
        return PlainJson.object(fill(object, path.segments(), value));
    }

    private static Object fill(Object target, List<String> path, Object value) {
        var rest = path.subList(1, path.size());
        if (target instanceof List<?> list) {
            return list.stream().map(item -> fill(item, rest, value)).toList();
        }
        if (!(target instanceof Map<?, ?> map)) {
            return target;
        }
        var copy = new LinkedHashMap<>(PlainJson.object(map));
        var member = copy.get(path.get(0));
        if (member != null && !rest.isEmpty()) {
            copy.put(path.get(0), fill(member, rest, value));
        } else if (member == null && rest.isEmpty()) {
            copy.put(path.get(0), value);
        }
        return copy;
    }
}
