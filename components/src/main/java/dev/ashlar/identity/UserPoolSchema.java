package dev.ashlar.identity;

import dev.ashlar.core.Violations;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attributes of a pool's users. Cognito lets custom attributes be added, and nothing be changed or taken away.
 *
 * @param required standard attributes that every user must have, by their names
 * @param custom attributes of yours, by their names without {@code custom:}
 */
record UserPoolSchema(SortedMap<String, UserAttribute> required, SortedMap<String, UserAttribute> custom) {

    private static final String CUSTOM = "custom:";

    static UserPoolSchema of(UserPoolArgs args) {
        var required = new TreeMap<String, UserAttribute>();
        args.requiredAttributes().forEach(attribute -> required.put(attribute.wireName(), attribute.definition()));
        return new UserPoolSchema(required, new TreeMap<>(args.attributes()));
    }

    /** Each attribute in a few words, by the name that tokens call it. */
    SortedMap<String, String> describe() {
        var described = new TreeMap<String, String>();
        required.keySet().forEach(name -> described.put(name, "required"));
        custom.forEach((name, attribute) -> described.put(CUSTOM + name, attribute.description()));
        return described;
    }

    /** Adds a fault for each attribute that is not what the lock says, and for those that can no longer be added. */
    void checkAgainst(Map<String, String> lock, Violations violations) {
        var described = describe();
        new TreeMap<>(lock).forEach((name, locked) -> {
            var now = described.get(name);
            violations.expect(
                    locked.equals(now),
                    "attributes",
                    now == null ? "without " + name : "%s as %s".formatted(name, now),
                    "schemaLock has it as %s, and a user pool never changes or gives up an attribute".formatted(locked),
                    "leave it as it was, and add another one instead");
        });
        if (!lock.isEmpty()) {
            required.keySet().stream()
                    .filter(name -> !lock.containsKey(name))
                    .forEach(name -> violations.add(
                            "requiredAttributes",
                            name,
                            "schemaLock does not have it, and what is required is decided when the pool is created",
                            "leave it out, and let the application ask for it"));
        }
    }
}
