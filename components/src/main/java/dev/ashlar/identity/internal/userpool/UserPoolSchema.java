package dev.ashlar.identity.internal.userpool;

import dev.ashlar.core.Violations;
import dev.ashlar.identity.StandardAttribute;
import dev.ashlar.identity.UserAttribute;
import dev.ashlar.identity.UserPoolArgs;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attributes of a pool's users. Cognito can add custom attributes, but never change or remove an attribute.
 *
 * @param required the standard attributes that every user must have, by name
 * @param custom the custom attributes, by name without {@code custom:}
 */
public record UserPoolSchema(SortedMap<String, UserAttribute> required, SortedMap<String, UserAttribute> custom) {

    /** The prefix of a custom attribute in tokens. */
    static final String CUSTOM = "custom:";

    /** Returns the schema that the options describe. */
    public static UserPoolSchema of(UserPoolArgs args) {
        var required = new TreeMap<String, UserAttribute>();
        args.requiredAttributes().forEach(attribute -> required.put(attribute.wireName(), definition(attribute)));
        return new UserPoolSchema(required, new TreeMap<>(args.attributes()));
    }

    /** Returns a description of each attribute by its name in tokens. */
    public SortedMap<String, String> describe() {
        var described = new TreeMap<String, String>();
        required.keySet().forEach(name -> described.put(name, "required"));
        custom.forEach((name, attribute) -> described.put(CUSTOM + name, describe(attribute)));
        return described;
    }

    /** Returns a description of an attribute, as a schema lock has it: {@code String 1..64 mutable}. */
    static String describe(UserAttribute attribute) {
        var type = attribute.type();
        boolean bounded = type == UserAttribute.Type.STRING || type == UserAttribute.Type.NUMBER;
        return type.wireName()
                + (bounded ? " %d..%d".formatted(attribute.from(), attribute.to()) : "")
                + (attribute.mutable() ? " mutable" : " immutable");
    }

    // The definition that Cognito gives it, so that requiring it changes nothing else.
    private static UserAttribute definition(StandardAttribute attribute) {
        return attribute == StandardAttribute.BIRTHDATE
                ? UserAttribute.text(10, 10)
                : UserAttribute.text(0, UserAttribute.MAX_LENGTH);
    }

    /** Adds a violation for each attribute that differs from the pool's, and for those that cannot be added. */
    void checkAgainst(Map<?, ?> existing, Violations violations) {
        var described = describe();
        new TreeMap<>(existing).forEach((name, before) -> {
            var now = described.get(String.valueOf(name));
            violations.expect(
                    before.equals(now),
                    "attributes",
                    now == null ? "without " + name : "%s as %s".formatted(name, now),
                    "the pool has it as %s, and Cognito cannot change or remove an attribute".formatted(before),
                    "restore it, and add another attribute instead");
        });
        required.keySet().stream()
                .filter(name -> !existing.containsKey(name))
                .forEach(name -> violations.add(
                        "requiredAttributes",
                        name,
                        "the pool does not require it, and Cognito sets required attributes when it creates a pool",
                        "leave it out, and check it in the application"));
    }

    /** Returns the violations of this schema for an existing pool. */
    public Violations changesSince(Map<?, ?> existing, String pool) {
        var violations = Violations.of("UserPool", pool);
        checkAgainst(existing, violations);
        return violations;
    }
}
