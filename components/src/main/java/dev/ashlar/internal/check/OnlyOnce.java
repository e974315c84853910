package dev.ashlar.internal.check;

import dev.ashlar.core.InvalidArgsException;
import dev.ashlar.core.Violations;
import java.util.HashSet;
import java.util.Set;

/**
 * What a builder was given by name. A second value of one name would silently take the place of the first, and nobody
 * would miss the statement, index or rule that is gone.
 */
public final class OnlyOnce {

    private final String subject;
    private final Set<String> taken = new HashSet<>();

    /**
     * Nothing is given yet.
     *
     * @param subject whose options these are, as messages call them: {@code DataBucketArgs}
     */
    public OnlyOnce(String subject) {
        this.subject = subject;
    }

    /**
     * Takes a name.
     *
     * @throws InvalidArgsException when the option has one of that name
     */
    public String take(String option, String name) {
        Violations.of(subject)
                .expect(
                        taken.add(option + '.' + name),
                        option,
                        "\"%s\" a second time".formatted(name),
                        "it would take the place of the first",
                        "use another name")
                .orThrow();
        return name;
    }
}
