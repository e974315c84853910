package dev.ashlar.identity.internal.userpool;

import dev.ashlar.core.Violations;
import dev.ashlar.identity.StandardAttribute;
import dev.ashlar.identity.UserAttribute;
import dev.ashlar.identity.UserPoolArgs;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attributes of a pool's users. Cognito lets custom attributes be added, and nothing be changed or taken away.
 *
 * @param required standard attributes that every user must have, by their names
 * @param custom attributes of yours, by their names without {@code custom:}
 */
public record UserPoolSchema(SortedMap<String, UserAttribute> required, SortedMap<String, UserAttribute> custom) {

    /** What tokens put before the name of a custom attribute. */
    static final String CUSTOM = "custom:";

    public static UserPoolSchema of(UserPoolArgs args) {
        var required = new TreeMap<String, UserAttribute>();
        args.requiredAttributes().forEach(attribute -> required.put(attribute.wireName(), definition(attribute)));
        return new UserPoolSchema(required, new TreeMap<>(args.attributes()));
    }

    /** Each attribute in a few words, by the name that tokens call it. */
    public SortedMap<String, String> describe() {
        var described = new TreeMap<String, String>();
        required.keySet().forEach(name -> described.put(name, "required"));
        custom.forEach((name, attribute) -> described.put(CUSTOM + name, describe(attribute)));
        return described;
    }

    /** An attribute in a few words, the form of a schema lock: {@code String 1..64 mutable}. */
    static String describe(UserAttribute attribute) {
        var type = attribute.type();
        boolean bounded = type == UserAttribute.Type.STRING || type == UserAttribute.Type.NUMBER;
        return type.wireName()
                + (bounded ? " %d..%d".formatted(attribute.from(), attribute.to()) : "")
                + (attribute.mutable() ? " mutable" : " immutable");
    }

    // What Cognito makes of it by itself, so that requiring it changes nothing else.
    private static UserAttribute definition(StandardAttribute attribute) {
        return attribute == StandardAttribute.BIRTHDATE
                ? UserAttribute.text(10, 10)
                : UserAttribute.text(0, UserAttribute.MAX_LENGTH);
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
    public Violations changesSince(Map<?, ?> existing, String pool) {
        var violations = Violations.of("UserPool", pool);
        checkAgainst(existing, violations);
        return violations;
    }
}
