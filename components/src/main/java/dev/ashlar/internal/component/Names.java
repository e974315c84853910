package dev.ashlar.internal.component;

import dev.ashlar.core.Violations;
import java.util.regex.Pattern;

/**
 * Names of resources. A name is an identity: the engine finds a resource by it, so it consists of the parent's name, a
 * role and a stable label ({@code main-private-a}), never of a position in a list.
 */
public final class Names {

    /**
     * The maximum length of a component's name: with the longest role and label it fits AWS's 64 characters for the
     * name of an IAM role.
     */
    public static final int MAX_LENGTH = 32;

    private static final Pattern NAME = Pattern.compile("[a-z](?:-?[a-z0-9])*");

    private Names() {}

    /**
     * Returns the name of a child: the parent's name and the words that distinguish it from its siblings, joined by
     * hyphens.
     */
    public static String child(String parent, String... words) {
        return parent + "-" + String.join("-", words);
    }

    /**
     * Returns a name as the first part of an environment variable: {@code order-events} becomes {@code ORDER_EVENTS}.
     */
    public static String environmentVariable(String name, String suffix) {
        return (name + "_" + suffix).replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    /**
     * Returns whether a text can be part of a resource's name: lower-case letters, digits and single hyphens between
     * them.
     */
    public static boolean isLabel(String label) {
        return NAME.matcher(label).matches();
    }

    /**
     * Adds a violation unless the name is valid for a component: a label of at most {@link #MAX_LENGTH} characters.
     */
    public static void check(String name, Violations violations) {
        check(name, MAX_LENGTH, violations);
    }

    /** Adds a violation unless the name is valid for a component whose children allow only a shorter one. */
    public static void check(String name, int maxLength, Violations violations) {
        violations.expect(
                isLabel(name),
                "name",
                '"' + name + '"',
                "names are lower-case letters, digits and single hyphens, and start with a letter",
                "use a name like \"orders-api\"");
        violations.expect(
                name.length() <= maxLength,
                "name",
                "%d characters long".formatted(name.length()),
                "AWS limits the names built from it, which leaves %d characters".formatted(maxLength),
                "shorten it");
    }
}
