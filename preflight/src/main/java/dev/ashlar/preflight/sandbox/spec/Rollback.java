package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.util.List;
import java.util.Map;

/**
 * When AWS accepts a new value of a property, fails to apply it and rolls back: the new value is the ARN of a resource
 * of which a property contains one of some texts.
 */
public record Rollback(String property, List<String> texts) {

    static Rollback read(Object json) {
        var entry = PlainJson.object(json);
        KnownKeys.require("the rollback " + entry, entry, "property", "texts");
        return new Rollback(PlainJson.text(entry, "property"), PlainJson.strings(entry.get("texts")));
    }

    /** Whether a resource that the new value refers to causes the rollback. */
    public boolean isCausedBy(Map<String, Object> resource) {
        return resource.get(property) instanceof String value && texts.stream().anyMatch(value::contains);
    }
}
