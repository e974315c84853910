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

    /** What tokens put before the name of a custom attribute. */
    static final String CUSTOM = "custom:";

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

    /** Adds a fault for each attribute that is not what the pool has, and for those that can no longer be added. */
    void checkAgainst(Map<?, ?> existing, Violations violations) {
        var described = describe();
        new TreeMap<>(existing).forEach((name, before) -> {
            var now = described.get(String.valueOf(name));
            violations.expect(
                    before.equals(now),
                    "attributes",
                    now == null ? "without " + name : "%s as %s".formatted(name, now),
                    "the pool has it as %s, and never changes or gives up an attribute".formatted(before),
                    "leave it as it was, and add another one instead");
        });
        required.keySet().stream()
                .filter(name -> !existing.containsKey(name))
                .forEach(name -> violations.add(
                        "requiredAttributes",
                        name,
                        "the pool does not have it, and what is required is decided when a pool is created",
                        "leave it out, and let the application ask for it"));
    }

    /** The faults of this schema for a pool that was created and has grown with another. */
    Violations changesSince(Map<?, ?> existing, String pool) {
        var violations = Violations.of("UserPool", pool);
        checkAgainst(existing, violations);
        return violations;
    }
}
