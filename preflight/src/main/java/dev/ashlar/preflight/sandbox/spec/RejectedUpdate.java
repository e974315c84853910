package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An update that AWS rejects, and the message.
 *
 * @param before the inputs before the update
 * @param after the inputs after it
 * @param loses a list of which an item is changed or removed; null if the conditions suffice
 */
public record RejectedUpdate(
        Condition before, Condition after, @Nullable String loses, Template message) {

    static RejectedUpdate read(Object json) {
        var entry = PlainJson.object(json);
        KnownKeys.require("the rejected update " + entry, entry, "before", "when", "loses", "message");
        return new RejectedUpdate(
                Condition.read(entry.get("before")),
                Condition.read(entry.get("when")),
                (String) entry.get("loses"),
                Template.parse(PlainJson.text(entry, "message")));
    }

    /** Whether the update from the old to the new inputs is rejected. */
    public boolean concerns(Map<String, Object> olds, Map<String, Object> news) {
        return before.holds(olds, olds) && after.holds(news, news) && (loses == null || isLost(olds, news));
    }

    private boolean isLost(Map<String, Object> olds, Map<String, Object> news) {
        var kept = PlainJson.list(news.get(loses)).stream()
                .map(RejectedUpdate::withoutFalse)
                .toList();
        return !Values.hasUnknown(news.get(loses))
                && PlainJson.list(olds.get(loses)).stream()
                        .map(RejectedUpdate::withoutFalse)
                        .anyMatch(item -> !kept.contains(item));
    }

    /** An option that is false and one that is not given are the same. */
    private static Object withoutFalse(Object item) {
        if (!(item instanceof Map<?, ?> object)) {
            return item;
        }
        var members = new HashMap<Object, Object>(object);
        members.values().removeIf(value -> value == null || value.equals(false));
        return members;
    }
}
