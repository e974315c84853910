package dev.ashlar.preflight.testkit;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.Log;
import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import com.pulumi.test.internal.MockMonitor;
import dev.ashlar.graph.internal.Recorder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
 * Replaces the engine: each resource passes the provider's check and create as it would under the engine, so that a
 * test sees the results of the provider, not mocked answers.
 */
final class RecordingMonitor extends MockMonitor {

    private static final String REGION = "eu-central-1";
    private static final String GET_RESOURCE = "pulumi:pulumi:getResource";
    private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";
    private static final String READ_STACK_OUTPUTS = "pulumi:pulumi:readStackOutputs";

    private static final Mocks NEVER_ASKED = args -> {
        throw new IllegalStateException("the monitor of the recording answers for " + args.type);
    };

    private final ResourceProviderImplBase provider;
    private final boolean preview;
    private final Map<String, Struct> otherStacks;
    private final Map<String, Struct> lastOutputs;
    private final Recorder recorder = new Recorder("stack", "project");

    /**
     * Creates a monitor. The keys of the outputs of other stacks are the names of stack references, the keys of the
     * outputs that components registered in the last update are URNs.
     */
    RecordingMonitor(
            ResourceProviderImplBase provider,
            boolean preview,
            Map<String, Struct> otherStacks,
            Map<String, Struct> lastOutputs) {
        super(NEVER_ASKED, Log.ignore());
        this.provider = provider;
        this.preview = preview;
        this.otherStacks = Map.copyOf(otherStacks);
        this.lastOutputs = Map.copyOf(lastOutputs);
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

    Recorder recorder() {
        return recorder;
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        resources.add(resource);
        return supply(() -> register(request));
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        recorder.registerOutputs(request);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        if (request.getTok().equals(GET_RESOURCE)) {
            return supply(() -> lastState(request.getArgs()));
        }
        if (request.getTok().equals(READ_STACK_OUTPUTS)) {
            var name = request.getArgs().getFieldsOrThrow("name").getStringValue();
            return supply(() -> ResourceInvokeResponse.newBuilder()
                    .setReturn(stack(request.getArgs(), name))
                    .build());
        }
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

    /** Answers for a component with the outputs of the last update, as the engine does. */
    private ResourceInvokeResponse lastState(Struct args) {
        var urn = args.getFieldsOrThrow("urn");
        if (!recorder.isRegistered(urn.getStringValue())) {
            throw new IllegalArgumentException("unknown resource " + urn.getStringValue());
        }
        var state = lastOutputs.getOrDefault(urn.getStringValue(), Struct.getDefaultInstance());
        return ResourceInvokeResponse.newBuilder()
                .setReturn(Struct.newBuilder()
                        .putFields("urn", urn)
                        .putFields(
                                "state",
                                Value.newBuilder().setStructValue(state).build()))
                .build();
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        return supply(() -> {
            if (!request.getType().equals(STACK_REFERENCE)) {
                throw new UnsupportedOperationException(
                        "a recording cannot read %s %s".formatted(request.getType(), request.getId()));
            }
            return ReadResourceResponse.newBuilder()
                    .setUrn(recorder.urn(request))
                    .setProperties(stack(request.getProperties(), request.getId()))
                    .build();
        });
    }

    private Struct stack(Struct asked, String name) {
        var outputs = otherStacks.get(name);
        if (outputs == null) {
            throw new UnsupportedOperationException("a recording cannot read %s %s; it knows the stacks %s"
                    .formatted(STACK_REFERENCE, name, otherStacks.keySet()));
        }
        return asked.toBuilder()
                .putFields("outputs", Value.newBuilder().setStructValue(outputs).build())
                .putFields(
                        "secretOutputNames",
                        Value.newBuilder()
                                .setListValue(ListValue.getDefaultInstance())
                                .build())
                .build();
    }

    private RegisterResourceResponse register(RegisterResourceRequest request) {
        var urn = recorder.urn(request);
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
        recorder.register(request, outputs);
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

    private static <T> CompletableFuture<T> supply(Supplier<T> answer) {
        try {
            return CompletableFuture.completedFuture(answer.get());
        } catch (RuntimeException | AssertionError e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
