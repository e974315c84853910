package dev.ashlar.preflight.testkit;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.Log;
import com.pulumi.core.internal.Urn;
import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import com.pulumi.test.internal.MockMonitor;
import dev.ashlar.preflight.graph.GraphResource;
import dev.ashlar.preflight.graph.PropertyValues;
import dev.ashlar.preflight.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pulumirpc.Provider;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * Stands in for the engine: each resource goes through the provider's check and create as it would under the engine, so that
 * a test sees the provider's verdicts and outputs and not answers that it wrote itself.
 */
final class RecordingMonitor extends MockMonitor {

    private static final String REGION = "eu-central-1";

    private static final Mocks NEVER_ASKED = args -> {
        throw new IllegalStateException("the recording answers for " + args.type + " itself");
    };

    private final ResourceProviderImplBase provider;
    private final boolean preview;
    private final Map<String, GraphResource> recorded = new ConcurrentHashMap<>();

    RecordingMonitor(ResourceProviderImplBase provider, boolean preview) {
        super(NEVER_ASKED, Log.ignore());
        this.provider = provider;
        this.preview = preview;
        Rpc.<Provider.ConfigureRequest, Provider.ConfigureResponse>call(
                provider::configure,
                Provider.ConfigureRequest.newBuilder()
                        .setArgs(Struct.newBuilder()
                                .putFields(
                                        "region",
                                        Value.newBuilder()
                                                .setStringValue(REGION)
                                                .build()))
                        .build());
    }

    ResourceGraph graph() {
        return new ResourceGraph(List.copyOf(recorded.values()));
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        resources.add(resource);
        return supply(() -> register(request));
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        var outputs = PropertyValues.of(request.getOutputs());
        recorded.computeIfPresent(request.getUrn(), (urn, resource) -> withOutputs(resource, outputs));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        return supply(() -> {
            var answer = Rpc.<Provider.InvokeRequest, Provider.InvokeResponse>call(
                    provider::invoke,
                    Provider.InvokeRequest.newBuilder()
                            .setTok(request.getTok())
                            .setArgs(request.getArgs())
                            .build());
            return ResourceInvokeResponse.newBuilder()
                    .setReturn(answer.getReturn())
                    .addAllFailures(answer.getFailuresList())
                    .build();
        });
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        throw new UnsupportedOperationException(
                "a recording cannot read %s %s".formatted(request.getType(), request.getName()));
    }

    private RegisterResourceResponse register(RegisterResourceRequest request) {
        var parent = Optional.of(request.getParent()).filter(urn -> !urn.isEmpty());
        var urn = Urn.create("stack", "project", parent, request.getType(), request.getName());
        var response = RegisterResourceResponse.newBuilder().setUrn(urn);
        var outputs = Struct.getDefaultInstance();
        if (request.getCustom() && request.getType().startsWith("aws:")) {
            var inputs = check(urn, request.getObject());
            var created = create(urn, inputs);
            outputs = created.getProperties();
            response.setId(created.getId());
        } else if (request.getCustom()) {
            outputs = request.getObject();
            response.setId(request.getName() + "-id");
        }
        recorded.put(urn, record(urn, request, outputs));
        return response.setObject(outputs).build();
    }

    private Struct check(String urn, Struct inputs) {
        var checked = Rpc.<Provider.CheckRequest, Provider.CheckResponse>call(
                provider::check,
                Provider.CheckRequest.newBuilder().setUrn(urn).setNews(inputs).build());
        if (checked.getFailuresCount() > 0) {
            throw new AssertionError(checked.getFailuresList().stream()
                    .map(failure -> "%s: %s %s".formatted(urn, failure.getProperty(), failure.getReason()))
                    .collect(Collectors.joining("\n")));
        }
        return checked.getInputs();
    }

    private Provider.CreateResponse create(String urn, Struct inputs) {
        return Rpc.call(
                provider::create,
                Provider.CreateRequest.newBuilder()
                        .setUrn(urn)
                        .setProperties(inputs)
                        .setPreview(preview)
                        .build());
    }

    private static GraphResource record(String urn, RegisterResourceRequest request, Struct outputs) {
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
                        request.getIgnoreChangesList().stream().sorted().toList()));
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

    private static <T> CompletableFuture<T> supply(Supplier<T> answer) {
        try {
            return CompletableFuture.completedFuture(answer.get());
        } catch (RuntimeException | AssertionError e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
