package dev.ashlar.internal.check;

import dev.ashlar.core.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that a builder received more than once. A second value under the same key would silently replace the first,
 * so the builder notes the key, and the component's check rejects it.
 *
 * <pre>{@code
 * public static final class Builder extends ImmutableDataBucketArgs.Builder {
 *     private final RepeatedKeys keys = new RepeatedKeys();
 *
 *     public Builder corsRule(String name, CorsRuleArgs rule) {
 *         return putCorsRules(keys.take("corsRules", name), rule);
 *     }
 *
 *     @Override
 *     public DataBucketArgs build() {
 *         addAllRepeatedKeys(keys.all());
 *         return super.build();
 *     }
 * }
 * }</pre>
 */
public final class RepeatedKeys {

    private static final char SEPARATOR = '.';

    private final Set<String> taken = new HashSet<>();
    private final List<String> repeated = new ArrayList<>();

    /**
     * Notes a key and returns it.
     *
     * @param option the option that has keys, such as {@code corsRules}
     */
    public String take(String option, String key) {
        var path = option + SEPARATOR + key;
        if (!taken.add(path)) {
            repeated.add(path);
        }
        return key;
    }

    /** Returns the keys received more than once, each as option and key: {@code corsRules.uploads}. */
    public List<String> all() {
        return List.copyOf(repeated);
    }

    /** Adds a violation for each key that a builder received more than once. */
    public static void check(Collection<String> repeated, Violations violations) {
        add("", repeated, violations);
    }

    /**
     * Adds a violation for each key that the builder of nested options received more than once.
     *
     * @param owner the option that holds the nested ones, such as {@code lifecycleRules.reports}
     */
    public static void check(String owner, Collection<String> repeated, Violations violations) {
        add(owner + SEPARATOR, repeated, violations);
    }

    private static void add(String prefix, Collection<String> repeated, Violations violations) {
        for (var path : repeated) {
            int end = path.indexOf(SEPARATOR);
            violations.add(
                    prefix + path.substring(0, end),
                    "\"%s\" a second time".formatted(path.substring(end + 1)),
                    "it would replace the first",
                    "use another name");
        }
    }
}
