package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;

/** A state in which AWS rejects the deletion of a resource, and the message. */
public record RejectedDeletion(Condition condition, Template message) {

    static RejectedDeletion read(Object json) {
        var entry = PlainJson.object(json);
        KnownKeys.require("the rejected deletion " + entry, entry, "when", "message");
        return new RejectedDeletion(
                Condition.read(entry.get("when")), Template.parse(PlainJson.text(entry, "message")));
    }
}
