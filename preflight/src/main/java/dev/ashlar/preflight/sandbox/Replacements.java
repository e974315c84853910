package dev.ashlar.preflight.sandbox;

import dev.ashlar.preflight.graph.GraphDifference;
import java.util.List;

/** Which resources a change of a program replaces, by what the tables say of their types. */
public final class Replacements {

    private Replacements() {}

    /** The replaced resources, each as {@code type name: property, property}; sorted by type and name. */
    public static List<String> of(GraphDifference difference) {
        var tables = new Tables();
        return difference.changed().stream()
                .map(change -> describe(tables, change))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String describe(Tables tables, GraphDifference.Change change) {
        var replacing = Differ.diff(
                        tables.type(change.after().type()),
                        change.before().inputs(),
                        change.after().inputs(),
                        List.of())
                .getReplacesList();
        return replacing.isEmpty()
                ? ""
                : "%s %s: %s".formatted(change.after().type(), change.after().name(), String.join(", ", replacing));
    }
}
