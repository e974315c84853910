package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.RejectedException;
import java.util.Locale;
import java.util.Map;

/**
 * How the AWS provider names a resource that the program leaves unnamed: the resource's own name, a separator and seven
 * random hexadecimal digits (Pulumi's documentation, "Resource names: Autonaming").
 *
 * @param property the property that holds the name
 * @param maxLength the maximum length of a generated name
 * @param lowerCase whether names are converted to lower case
 * @param prefix the required start of a name, such as {@code alias/}
 * @param suffix the end of a name while the condition holds, such as {@code .fifo}
 * @param suffixCondition when a name has the suffix
 */
public record Autoname(
        String property, int maxLength, boolean lowerCase, String prefix, String suffix, Condition suffixCondition) {

    public static final int RANDOM_LENGTH = 7;

    private static final String SEPARATOR = "-";

    static Autoname read(Map<String, Object> json) {
        KnownKeys.require(
                "the name " + json, json, "property", "maxLength", "lowerCase", "prefix", "suffix", "suffixWhen");
        return new Autoname(
                (String) json.getOrDefault("property", "name"),
                ((Double) json.getOrDefault("maxLength", 255.0)).intValue(),
                Boolean.TRUE.equals(json.get("lowerCase")),
                (String) json.getOrDefault("prefix", ""),
                (String) json.getOrDefault("suffix", ""),
                Condition.read(json.get("suffixWhen")));
    }

    /** Returns the property with a prefix that Terraform's provider completes to a name, where the type has it. */
    public String prefixProperty() {
        return property + "Prefix";
    }

    /** Returns the template of a name that is completed from the prefix: the prefix, the time and a counter. */
    String completedName() {
        return "{" + prefixProperty() + "}{#digits:26}";
    }

    /** Returns a name that consists of the resource's name and random digits. */
    public String generate(String resourceName, String randomDigits, Map<String, Object> inputs) {
        var name = resourceName + SEPARATOR + randomDigits;
        if (name.length() > maxLength) {
            throw new RejectedException(
                    "%s: the resource's name \"%s\" plus %d random characters is longer than %d characters; shorten it"
                            .formatted(property, resourceName, SEPARATOR.length() + RANDOM_LENGTH, maxLength));
        }
        return complete(name, inputs);
    }

    /** Returns a name that the engine proposes, in the form that AWS requires. */
    public String complete(String name, Map<String, Object> inputs) {
        var cased = lowerCase ? name.toLowerCase(Locale.ROOT) : name;
        var start = cased.startsWith(prefix) ? "" : prefix;
        return start + cased + (suffixCondition.holds(inputs, inputs) ? suffix : "");
    }
}
