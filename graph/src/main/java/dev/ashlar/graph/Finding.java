package dev.ashlar.graph;

import org.jspecify.annotations.Nullable;

/**
 * An objection to a planned program. One is enough to stop it before anything is registered.
 *
 * @param rule the name of the rule, such as {@code task-reaches-its-image}
 * @param urn the resource that it is about; null when it is about the whole program
 * @param message what is wrong and how to mend it, as a sentence for the user
 */
public record Finding(String rule, @Nullable String urn, String message) {}
