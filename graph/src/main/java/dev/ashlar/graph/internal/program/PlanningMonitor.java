package dev.ashlar.graph.internal.program;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;

/**
 * Answers a planned program as the engine answers in a first preview: a resource has its own inputs, everything else is
 * unknown. The engine answers functions, except those that it cannot answer yet.
 */
final class PlanningMonitor implements Monitor {

    private static final String GET_RESOURCE = "pulumi:pulumi:getResource";
    private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";
    private static final String READ_STACK_OUTPUTS = "pulumi:pulumi:readStackOutputs";

    private static final Value EMPTY_OBJECT =
            Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build();

    // The SDK treats an object with any unknown property as unknown.
    private static final Struct UNKNOWN = Struct.newBuilder()
            .putFields(
                    "unknown",
                    Value.newBuilder().setStringValue(Constants.UnknownValue).build())
            .build();

    private final Monitor engine;
    private final boolean preview;
    private final Plan plan;
    private final Set<String> duplicates = ConcurrentHashMap.newKeySet();

    /**
     * Creates a monitor that passes functions on to the engine.
     *
     * @param preview whether the engine runs a preview, not an update
     */
    PlanningMonitor(Monitor engine, boolean preview, Plan plan) {
        this.engine = engine;
        this.preview = preview;
        this.plan = plan;
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        var outputs = request.getCustom() ? request.getObject() : Struct.getDefaultInstance();
        rejectDuplicate(request);
        plan.recorder().register(request, outputs);
        return CompletableFuture.completedFuture(RegisterResourceResponse.newBuilder()
                .setUrn(plan.recorder().urn(request))
                .setId(request.getImportId())
                .setObject(outputs)
                .build());
    }

    // The engine rejects the second of two resources with one URN, but only after the first is registered. The children
    // of
    // a duplicate component are duplicates, too, and are not reported.
    private void rejectDuplicate(RegisterResourceRequest request) {
        var urn = plan.recorder().urn(request);
        if (plan.recorder().isRegistered(urn) && duplicates.add(urn) && !duplicates.contains(request.getParent())) {
            plan.add(List.of(
                    "%s \"%s\": name is \"%s\" a second time, but a resource is identified by its type, name and parent; use another name."
                            .formatted(
                                    request.getType()
                                            .substring(request.getType().lastIndexOf(':') + 1),
                                    request.getName(),
                                    request.getName())));
        }
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        plan.recorder().registerOutputs(request);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        if (request.getTok().equals(GET_RESOURCE)) {
            return CompletableFuture.completedFuture(nothingBefore(request.getArgs()));
        }
        if (isOfAPlannedProvider(request)) {
            plan.guess();
            return CompletableFuture.completedFuture(unknown());
        }
        var answer = engine.invokeAsync(request);
        // In an update a function may depend on a resource that the update creates, so its failure proves nothing. A
        // preview gets the same answer as the plan.
        return preview
                ? answer
                : answer.handle((known, failure) -> failure == null ? known : null)
                        .thenApply(known -> {
                            if (known != null && known.getFailuresCount() == 0) {
                                return known;
                            }
                            plan.guess();
                            return unknown();
                        });
    }

    // The engine knows the outputs of an earlier update only for resources that this run has registered.
    private static ResourceInvokeResponse nothingBefore(Struct args) {
        return ResourceInvokeResponse.newBuilder()
                .setReturn(Struct.newBuilder()
                        .putFields("urn", args.getFieldsOrThrow("urn"))
                        .putFields("id", Value.newBuilder().setStringValue("").build())
                        .putFields("state", EMPTY_OBJECT))
                .build();
    }

    // A reference to a provider is its URN and its id.
    private boolean isOfAPlannedProvider(ResourceInvokeRequest request) {
        var reference = request.getProvider();
        var end = reference.lastIndexOf("::");
        return end > 0 && plan.recorder().isRegistered(reference.substring(0, end));
    }

    private static ResourceInvokeResponse unknown() {
        return ResourceInvokeResponse.newBuilder().setReturn(UNKNOWN).build();
    }

    @Override
    public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
        return CompletableFuture.completedFuture(
                CallResponse.newBuilder().setReturn(UNKNOWN).build());
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        var answer = ReadResourceResponse.newBuilder()
                .setUrn(plan.recorder().urn(request))
                .setProperties(request.getProperties());
        if (!request.getType().equals(STACK_REFERENCE)) {
            return CompletableFuture.completedFuture(answer.build());
        }
        var name = Value.newBuilder().setStringValue(request.getId()).build();
        return engine.invokeAsync(ResourceInvokeRequest.newBuilder()
                        .setTok(READ_STACK_OUTPUTS)
                        .setArgs(Struct.newBuilder().putFields("name", name))
                        .build())
                .handle((outputs, failure) -> failure == null && outputs.getFailuresCount() == 0
                        ? answer.setProperties(outputs.getReturn()).build()
                        : answer.build());
    }

    @Override
    public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(SupportsFeatureRequest request) {
        return engine.supportsFeatureAsync(request);
    }

    @Override
    public CompletableFuture<RegisterPackageResponse> registerPackageAsync(RegisterPackageRequest request) {
        return engine.registerPackageAsync(request);
    }
}
