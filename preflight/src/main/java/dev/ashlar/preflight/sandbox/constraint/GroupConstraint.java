package dev.ashlar.preflight.sandbox.constraint;

import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many of some properties must be given. */
record GroupConstraint(
        Kind kind, List<String> properties, @Nullable String message) implements Constraint {

    enum Kind {
        EXACTLY_ONE("exactlyOne", "specify exactly one of ", 1, 1),
        AT_LEAST_ONE("atLeastOne", "specify at least one of ", 1, Integer.MAX_VALUE),
        AT_MOST_ONE("atMostOne", "specify at most one of ", 0, 1),
        TOGETHER("together", "specify all or none of ", 0, Integer.MAX_VALUE);

        private final String key;
        private final String words;
        private final int least;
        private final int most;

        Kind(String key, String words, int least, int most) {
            this.key = key;
            this.words = words;
            this.least = least;
            this.most = most;
        }

        String key() {
            return key;
        }

        /** To AWS, false is the same as absent; to the provider, a property that is false is given. */
        private boolean accepts(long given, long enabled, int all) {
            return enabled >= least && given <= most && (this != TOGETHER || given == 0 || given == all);
        }
    }

    static GroupConstraint read(Kind kind, Map<String, Object> json) {
        Constraints.requireKeys(json, kind.key, "message");
        return new GroupConstraint(kind, PlainJson.strings(json.get(kind.key)), (String) json.get("message"));
    }

    @Override
    public List<Violation> violations(Map<String, Object> object) {
        var given = properties.stream()
                .map(property -> PropertyPath.parse(property).first(object))
                .filter(value -> value != null && !value.equals(List.of()))
                .toList();
        var enabled = given.stream().filter(value -> !value.equals(false)).count();
        if (kind.accepts(given.size(), enabled, properties.size())) {
            return List.of();
        }
        var words = message == null ? kind.words + String.join(", ", properties) : message;
        return List.of(new Violation("", words));
    }
}
