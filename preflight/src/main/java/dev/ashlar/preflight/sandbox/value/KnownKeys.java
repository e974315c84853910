package dev.ashlar.preflight.sandbox.value;

import java.util.List;
import java.util.Map;

/** Rejects JSON keys that a reader would ignore, so that a misspelt key cannot disable an entry. */
public final class KnownKeys {

    private KnownKeys() {}

    /**
     * Checks the keys of one object.
     *
     * @param where what the object describes, for the message
     * @throws IllegalStateException for a key that is not among the known ones
     */
    public static void require(String where, Map<String, Object> json, String... known) {
        var keys = List.of(known);
        json.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalStateException("unknown key \"" + key + "\" in " + where + Suggestion.of(key, keys));
        });
    }
}
