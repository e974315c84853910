package dev.ashlar.preflight.sandbox;

import dev.ashlar.graph.GraphDifference;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.protocol.AbsentDefaults;
import dev.ashlar.preflight.sandbox.protocol.ComputedInputs;
import dev.ashlar.preflight.sandbox.protocol.Differ;
import dev.ashlar.preflight.sandbox.spec.ResourceSpecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Determines which resources a change of a program replaces. */
public final class ReplacedResources {

    private ReplacedResources() {}

    /** Returns the replaced resources, each as {@code type name: property, property}, sorted by type and name. */
    public static List<String> of(GraphDifference difference) {
        var specs = new ResourceSpecs();
        var model = new PropertyModel();
        return difference.changed().stream()
                .map(change -> describe(specs, model, change))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String describe(ResourceSpecs specs, PropertyModel model, GraphDifference.Change change) {
        var type = change.after().type();
        var olds = new LinkedHashMap<>(change.before().inputs());
        var news = new LinkedHashMap<>(change.after().inputs());
        var spec = specs.type(type);
        ComputedInputs.of(model, type, spec).addTo(olds, news, Map.of());
        var replacing = Differ.diff(
                        spec, AbsentDefaults.filled(spec, olds), AbsentDefaults.filled(spec, news), List.of())
                .getReplacesList();
        return replacing.isEmpty()
                ? ""
                : "%s %s: %s".formatted(type, change.after().name(), String.join(", ", replacing));
    }
}
