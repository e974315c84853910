package dev.ashlar.preflight.sandbox;

import dev.ashlar.preflight.graph.GraphDifference;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.protocol.Absences;
import dev.ashlar.preflight.sandbox.protocol.Differ;
import dev.ashlar.preflight.sandbox.protocol.LeftToAws;
import dev.ashlar.preflight.sandbox.spec.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which resources a change of a program replaces, by what the tables say of their types. */
public final class Replacements {

    private Replacements() {}

    /** The replaced resources, each as {@code type name: property, property}; sorted by type and name. */
    public static List<String> of(GraphDifference difference) {
        var tables = new Tables();
        var model = new PropertyModel();
        return difference.changed().stream()
                .map(change -> describe(tables, model, change))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String describe(Tables tables, PropertyModel model, GraphDifference.Change change) {
        var type = change.after().type();
        var olds = new LinkedHashMap<>(change.before().inputs());
        var news = new LinkedHashMap<>(change.after().inputs());
        var table = tables.type(type);
        LeftToAws.of(model, type, table).settle(olds, news, Map.of());
        var replacing = Differ.diff(table, Absences.filled(table, olds), Absences.filled(table, news), List.of())
                .getReplacesList();
        return replacing.isEmpty()
                ? ""
                : "%s %s: %s".formatted(type, change.after().name(), String.join(", ", replacing));
    }
}
