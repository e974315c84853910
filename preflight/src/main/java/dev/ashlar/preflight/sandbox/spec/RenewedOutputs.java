package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Outputs that get a new value in an update while a condition holds, unless the update changes only some inputs: a
 * Lambda function has a new version after an update of its code, not of its tags. In a table the name of an output
 * suffices where neither matters.
 */
public record RenewedOutputs(List<String> outputs, Condition condition, List<String> exceptFor) {

    static RenewedOutputs read(Object json) {
        if (json instanceof String output) {
            return new RenewedOutputs(List.of(output), Condition.ALWAYS, List.of());
        }
        var entry = PlainJson.object(json);
        KnownKeys.require("the renewed outputs " + entry, entry, "outputs", "when", "exceptFor");
        return new RenewedOutputs(
                PlainJson.strings(entry.get("outputs")),
                Condition.read(entry.get("when")),
                PlainJson.strings(entry.get("exceptFor")));
    }

    /** Whether an update that changes these inputs renews the outputs. */
    public boolean isCausedBy(Collection<String> changedInputs, Map<String, Object> resource) {
        return condition.holds(resource, resource) && !exceptFor.containsAll(changedInputs);
    }
}
