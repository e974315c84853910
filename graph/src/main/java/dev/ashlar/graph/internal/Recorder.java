package dev.ashlar.graph.internal;

import com.google.protobuf.Struct;
import dev.ashlar.graph.GraphResource;
import dev.ashlar.graph.PropertyValues;
import dev.ashlar.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** Records what a program registers. Whoever answers the program decides with which outputs. */
public final class Recorder {

    private static final String STACK = "pulumi:pulumi:Stack";

    private final Urns urns;
    private final Map<String, GraphResource> resources = new ConcurrentHashMap<>();
    private final Map<String, Struct> registeredOutputs = new ConcurrentHashMap<>();
    private volatile Struct stackOutputs = Struct.getDefaultInstance();

    /** Records a program of this stack and project, whose names are part of every URN. */
    public Recorder(String stack, String project) {
        this.urns = new Urns(stack, project);
    }

    /** The URN that the engine gives to a resource. */
    public String urn(RegisterResourceRequest request) {
        return urns.of(request);
    }

    /** The URN that the engine gives to a resource that is only read. */
    public String urn(ReadResourceRequest request) {
        return urns.of(request);
    }

    /** Records a resource with the outputs that the program is answered with. */
    public void register(RegisterResourceRequest request, Struct outputs) {
        var urn = urn(request);
        resources.put(urn, resource(urn, request, outputs));
    }

    /** Records the outputs that a component registers once it is complete, or that the program exports. */
    public void registerOutputs(RegisterResourceOutputsRequest request) {
        var outputs = PropertyValues.of(request.getOutputs());
        registeredOutputs.put(request.getUrn(), request.getOutputs());
        var resource =
                resources.computeIfPresent(request.getUrn(), (urn, registered) -> withOutputs(registered, outputs));
        if (resource != null && resource.type().equals(STACK)) {
            stackOutputs = request.getOutputs();
        }
    }

    /** Whether a resource has been registered. */
    public boolean isRegistered(String urn) {
        return resources.containsKey(urn);
    }

    /** The resources that have been registered so far. */
    public ResourceGraph graph() {
        return new ResourceGraph(List.copyOf(resources.values()));
    }

    /** What the program exported. */
    public Struct stackOutputs() {
        return stackOutputs;
    }

    /** What components registered as their outputs, by URN. */
    public Map<String, Struct> registeredOutputs() {
        return Map.copyOf(registeredOutputs);
    }

    private GraphResource resource(String urn, RegisterResourceRequest request, Struct outputs) {
        return new GraphResource(
                request.getType(),
                request.getName(),
                urn,
                request.getParent().isEmpty() ? null : request.getParent(),
                PropertyValues.of(request.getObject()),
                PropertyValues.of(outputs),
                request.getDependenciesList().stream().sorted().toList(),
                new GraphResource.Options(
                        request.getProtect(),
                        request.getRetainOnDelete(),
                        request.getDeleteBeforeReplace(),
                        request.getIgnoreChangesList().stream().sorted().toList(),
                        request.getAliasesList().stream()
                                .map(alias -> urns.of(alias, request))
                                .sorted()
                                .toList(),
                        request.getImportId().isEmpty() ? null : request.getImportId(),
                        request.getProvider().isEmpty() ? null : request.getProvider()));
    }

    private static GraphResource withOutputs(GraphResource resource, Map<String, Object> outputs) {
        return new GraphResource(
                resource.type(),
                resource.name(),
                resource.urn(),
                resource.parent(),
                resource.inputs(),
                outputs,
                resource.dependencies(),
                resource.options());
    }
}
