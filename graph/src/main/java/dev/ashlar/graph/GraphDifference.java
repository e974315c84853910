package dev.ashlar.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The effect of a change of a program on its resources. Resources are compared by URN: a resource with another URN is
 * another resource. Components count as added or removed; a change is a change of inputs.
 *
 * @param added resources that are only in the later graph, sorted by type and name
 * @param removed resources that are only in the earlier graph, sorted by type and name
 * @param changed resources in both graphs whose inputs differ, sorted by type and name
 */
public record GraphDifference(List<GraphResource> added, List<GraphResource> removed, List<Change> changed) {

    /**
     * A resource whose inputs differ.
     *
     * @param before the resource in the earlier graph
     * @param after the resource in the later graph
     * @param properties the names of the top-level inputs that differ, sorted
     */
    public record Change(GraphResource before, GraphResource after, List<String> properties) {}

    /** Returns the difference from one graph to a later one. */
    public static GraphDifference between(ResourceGraph before, ResourceGraph after) {
        var earlier = byUrn(before);
        var later = byUrn(after);
        var changed = new ArrayList<Change>();
        for (var resource : after.all()) {
            var former = earlier.get(resource.urn());
            if (former != null && !former.inputs().equals(resource.inputs())) {
                changed.add(new Change(former, resource, differing(former.inputs(), resource.inputs())));
            }
        }
        return new GraphDifference(without(after, earlier), without(before, later), List.copyOf(changed));
    }

    private static Map<String, GraphResource> byUrn(ResourceGraph graph) {
        return graph.all().stream().collect(Collectors.toMap(GraphResource::urn, Function.identity()));
    }

    private static List<GraphResource> without(ResourceGraph graph, Map<String, GraphResource> others) {
        return graph.all().stream()
                .filter(resource -> !others.containsKey(resource.urn()))
                .toList();
    }

    private static List<String> differing(Map<String, Object> before, Map<String, Object> after) {
        var all = new TreeMap<String, Object>(before);
        all.putAll(after);
        var names = new TreeSet<>(all.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return List.copyOf(names);
    }

    /** Returns whether the later graph only adds resources, and neither removes nor changes any. */
    public boolean onlyAdds() {
        return removed.isEmpty() && changed.isEmpty();
    }

    /**
     * Returns the difference as text: {@code + type name}, {@code - type name},
     * {@code ~ type name: property, property}.
     */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        added.forEach(resource -> lines.add("+ %s %s".formatted(resource.type(), resource.name())));
        removed.forEach(resource -> lines.add("- %s %s".formatted(resource.type(), resource.name())));
        changed.forEach(change -> lines.add("~ %s %s: %s"
                .formatted(change.after().type(), change.after().name(), String.join(", ", change.properties()))));
        return String.join("\n", lines);
    }
}
