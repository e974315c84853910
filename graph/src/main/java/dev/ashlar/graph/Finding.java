package dev.ashlar.graph;

import org.jspecify.annotations.Nullable;

/**
 * An objection to a planned program. A single one stops the program before anything is registered.
 *
 * @param rule the name of the rule, such as {@code task-reaches-its-image}
 * @param urn the URN of the resource; null for the whole program
 * @param message the fault and its fix, as a sentence for the user
 */
public record Finding(String rule, @Nullable String urn, String message) {}
