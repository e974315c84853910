package dev.ashlar.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources of one stack. */
public final class ResourceGraph {

    /**
     * A use of one component by another, an arrow of a diagram.
     *
     * @param consumer the name of the component that uses
     * @param provider the name of the component that is used
     * @param access the verb, such as {@code send} or {@code connect}
     */
    public record Edge(String consumer, String provider, String access) {
        @Override
        public String toString() {
            return "%s --%s--> %s".formatted(consumer, access, provider);
        }
    }

    private final Map<String, GraphResource> byUrn = new TreeMap<>();

    /** Creates a graph of these resources. */
    public ResourceGraph(Iterable<GraphResource> resources) {
        resources.forEach(resource -> byUrn.put(resource.urn(), resource));
    }

    /** Returns all resources, sorted by type and name. */
    public List<GraphResource> all() {
        return byUrn.values().stream()
                .sorted(Comparator.comparing(GraphResource::type).thenComparing(GraphResource::name))
                .toList();
    }

    /** Returns all resources of a type, sorted by name. */
    public List<GraphResource> ofType(String type) {
        return all().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /** Returns the names of all resources of a type, sorted. */
    public List<String> names(String type) {
        return ofType(type).stream().map(GraphResource::name).toList();
    }

    /**
     * Returns a resource.
     *
     * @throws NoSuchElementException if it does not exist; the message lists the resources of the type
     */
    public GraphResource resource(String type, String name) {
        return ofType(type).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "there is no %s \"%s\"; there are %s".formatted(type, name, names(type))));
    }

    /** Returns the parent of a resource; empty for a resource at the top level of the stack. */
    public Optional<GraphResource> parent(GraphResource resource) {
        return Optional.ofNullable(resource.parent()).map(byUrn::get);
    }

    /** Returns the children of a resource, sorted by type and name. */
    public List<GraphResource> children(GraphResource parent) {
        return all().stream()
                .filter(resource -> parent.urn().equals(resource.parent()))
                .toList();
    }

    /** Returns the uses of components by others, from the outputs {@code uses} of components. */
    public List<Edge> edges() {
        return all().stream().flatMap(ResourceGraph::edgesOf).toList();
    }

    private static Stream<Edge> edgesOf(GraphResource resource) {
        if (!(resource.outputs().get("uses") instanceof List<?> uses)) {
            return Stream.empty();
        }
        return uses.stream()
                .filter(Map.class::isInstance)
                .map(use -> (Map<?, ?>) use)
                .map(use -> new Edge(
                        resource.name(), String.valueOf(use.get("provider")), String.valueOf(use.get("access"))))
                .sorted(Comparator.comparing(Edge::toString));
    }

    /**
     * Returns the graph as text that is easy to compare: a line {@code type name parent} for each resource, sorted, and
     * then a line for each edge.
     */
    public String golden() {
        var resources = all().stream().map(resource -> "%s  %s  %s"
                .formatted(
                        resource.type(),
                        resource.name(),
                        parent(resource).map(GraphResource::name).orElse("-")));
        var edges = edges().stream().map(Edge::toString);
        return Stream.concat(resources, edges).collect(Collectors.joining("\n", "", "\n"));
    }
}
