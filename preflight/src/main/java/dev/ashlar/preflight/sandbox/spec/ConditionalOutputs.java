package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.util.Map;

/**
 * Outputs that AWS returns while a condition holds.
 *
 * @param values templates by the name of the output
 */
public record ConditionalOutputs(Condition condition, Map<String, Object> values) {

    /** Reads the outputs under a key of their own, which differs between resources and functions. */
    static ConditionalOutputs read(Object json, String key) {
        var entry = PlainJson.object(json);
        KnownKeys.require("the conditional outputs " + entry, entry, "when", key);
        return new ConditionalOutputs(Condition.read(entry.get("when")), PlainJson.object(entry.get(key)));
    }
}
