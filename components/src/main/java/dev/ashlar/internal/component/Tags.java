package dev.ashlar.internal.component;

import dev.ashlar.core.Violations;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The tags of a component's resources: the caller's tags, and {@code Name}, which the AWS console shows. Tags that all
 * resources of a stack share belong to the provider's {@code defaultTags}.
 */
public final class Tags {

    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;
    private static final String NAME = "Name";
    private static final Pattern RESERVED = Pattern.compile("aws:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Tags() {}

    /**
     * Adds a violation for each of the caller's tags that AWS rejects for every resource.
     *
     * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">Best
     *     practices and strategies: tag naming limits and requirements</a>
     */
    public static void check(Map<String, String> tags, Violations violations) {
        int count = named("", tags).size();
        violations.expect(
                count <= MAX_TAGS,
                "tags",
                "%d tags with %s".formatted(count, NAME),
                "a resource has at most %d".formatted(MAX_TAGS),
                "leave some out");
        new TreeMap<>(tags).forEach((key, value) -> {
            violations.expect(
                    !key.isEmpty()
                            && key.length() <= MAX_KEY
                            && !RESERVED.matcher(key).matches(),
                    "tags",
                    '"' + key + '"',
                    "a key has 1 to %d characters, and those that begin with aws: are AWS's own".formatted(MAX_KEY),
                    "use another key");
            violations.expect(
                    value != null && value.length() <= MAX_VALUE,
                    "tags." + key,
                    value == null ? null : "%d characters long".formatted(value.length()),
                    "a tag has a value of at most %d characters".formatted(MAX_VALUE),
                    "give a shorter one");
        });
    }

    /** Returns the caller's tags and the resource's name; a caller's own {@code Name} is kept. */
    public static Map<String, String> named(String resourceName, Map<String, String> tags) {
        var all = new TreeMap<>(Map.of(NAME, resourceName));
        all.putAll(tags);
        return all;
    }
}
