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

/** Records the resources that a program registers. The caller determines their outputs. */
public final class Recorder {

    private static final String STACK = "pulumi:pulumi:Stack";

    private final Urns urns;
    private final Map<String, GraphResource> resources = new ConcurrentHashMap<>();
    private final Map<String, Struct> registeredOutputs = new ConcurrentHashMap<>();
    private volatile Struct stackOutputs = Struct.getDefaultInstance();

    /** Creates a recorder for a stack and project, whose names are part of every URN. */
    public Recorder(String stack, String project) {
        this.urns = new Urns(stack, project);
    }

    /** Returns the URN that the engine gives to a resource. */
    public String urn(RegisterResourceRequest request) {
        return urns.of(request);
    }

    /** Returns the URN that the engine gives to a resource that is only read. */
    public String urn(ReadResourceRequest request) {
        return urns.of(request);
    }

    /** Records a resource with the outputs of the answer to the program. */
    public void register(RegisterResourceRequest request, Struct outputs) {
        var urn = urn(request);
        resources.put(urn, resource(urn, request, outputs));
    }

    /** Records the outputs that a component registers when it is complete, or that the program exports. */
    public void registerOutputs(RegisterResourceOutputsRequest request) {
        var outputs = PropertyValues.of(request.getOutputs());
        registeredOutputs.put(request.getUrn(), request.getOutputs());
        var resource =
                resources.computeIfPresent(request.getUrn(), (urn, registered) -> withOutputs(registered, outputs));
        if (resource != null && resource.type().equals(STACK)) {
            stackOutputs = request.getOutputs();
        }
    }

    /** Returns whether a resource has been registered. */
    public boolean isRegistered(String urn) {
        return resources.containsKey(urn);
    }

    /** Returns the resources that have been registered so far. */
    public ResourceGraph graph() {
        return new ResourceGraph(List.copyOf(resources.values()));
    }

    /** Returns the outputs that the program exported. */
    public Struct stackOutputs() {
        return stackOutputs;
    }

    /** Returns the outputs that components registered, by URN. */
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
