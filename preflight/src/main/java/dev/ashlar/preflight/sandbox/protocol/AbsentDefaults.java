package dev.ashlar.preflight.sandbox.protocol;

import dev.ashlar.preflight.sandbox.spec.ResourceSpec;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the absence of a property means, put in its place: a default, or the value that stays. */
public final class AbsentDefaults {

    private AbsentDefaults() {}

    /** A copy of the inputs with the meaning that a table gives to what they leave out. */
    public static Map<String, Object> filled(ResourceSpec spec, Map<String, Object> inputs) {
        var filled = inputs;
        for (var absent : spec.absentDefaults().entrySet()) {
            filled = filled(filled, PropertyPath.parse(absent.getKey()), absent.getValue());
        }
        return filled;
    }

    /** A copy of an object in which each place that the path leads to has the value, if it has nothing. */
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
