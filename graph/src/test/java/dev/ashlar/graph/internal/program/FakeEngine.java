package dev.ashlar.graph.internal.program;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.Context;
import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Engine;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import com.pulumi.resources.StackOptions;
import dev.ashlar.graph.ResourceGraph;
import dev.ashlar.graph.internal.Recorder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
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

/** An engine in this process that creates every resource that a program registers. */
public final class FakeEngine implements Engine, Monitor {

    /** The result of a program, and the resources that the engine knows of it. */
    record Run(int exitCode, List<String> messages, ResourceGraph graph, FakeEngine engine) {

        List<String> names(String type) {
            return graph.names(type);
        }
    }

    final List<String> functions = new CopyOnWriteArrayList<>();
    final List<String> reads = new CopyOnWriteArrayList<>();
    private final Recorder recorder = new Recorder("stack", "project");
    private final List<LogRequest> log = new CopyOnWriteArrayList<>();
    private final Map<String, Struct> answers = new ConcurrentHashMap<>();
    private boolean preview;

    /** Returns the resources that a program registers. */
    public static ResourceGraph graph(Consumer<Context> program) {
        var run = new FakeEngine().planned(program);
        if (run.exitCode() != 0) {
            throw new AssertionError(run.messages());
        }
        return run.graph();
    }

    FakeEngine preview() {
        this.preview = true;
        return this;
    }

    FakeEngine answer(String function, Map<String, String> properties) {
        var answer = Struct.newBuilder();
        properties.forEach((name, value) -> answer.putFields(name, text(value)));
        return answer(function, answer.build());
    }

    FakeEngine answer(String function, Struct properties) {
        answers.put(function, properties);
        return this;
    }

    static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }

    /** Runs a program as the SDK does. */
    Run plain(Consumer<Context> program) {
        var state = state();
        var deployment = new ProgramDeployment(state);
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment.internal()));
        return end(state.runner
                .runAsync(deployment.body(List.of(), program))
                .join()
                .exitCode());
    }

    /** Runs a program against the engine without a plan, with the runner of this package. */
    Run unplanned(Consumer<Context> program) {
        var state = state();
        var deployment = PlannedProgram.prepare(state, false);
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment.internal()));
        return end(state.runner
                .runAsync(deployment.body(List.of(), program))
                .join()
                .exitCode());
    }

    Run planned(Consumer<Context> program) {
        return planned(StackOptions.Empty, program);
    }

    Run planned(StackOptions options, Consumer<Context> program) {
        var state = state();
        return end(PlannedProgram.run(state, PlannedProgram.prepare(state, false), options, program));
    }

    private Run end(int exitCode) {
        DeploymentInstanceHolder.internalUnsafeDestroyInstance();
        return new Run(exitCode, log.stream().map(LogRequest::getMessage).toList(), recorder.graph(), this);
    }

    private DeploymentState state() {
        var silent = Logger.getAnonymousLogger();
        silent.setLevel(Level.OFF);
        return new DeploymentState(
                new DeploymentImpl.Config(ImmutableMap.of(), ImmutableSet.of()),
                silent,
                "organization",
                "project",
                "stack",
                "",
                preview,
                this,
                this);
    }

    private static <T> CompletableFuture<T> later(T value) {
        return ContextAwareCompletableFuture.supplyAsync(() -> value);
    }

    @Override
    public CompletableFuture<Void> logAsync(LogRequest request) {
        if (request.getSeverityValue() > 0) {
            log.add(request);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
            Resource resource, RegisterResourceRequest request) {
        var outputs = request.getCustom() ? request.getObject() : Struct.getDefaultInstance();
        recorder.register(request, outputs);
        return later(RegisterResourceResponse.newBuilder()
                .setUrn(recorder.urn(request))
                .setId(request.getCustom() ? request.getName() + "-id" : "")
                .setObject(outputs)
                .build());
    }

    @Override
    public CompletableFuture<Void> registerResourceOutputsAsync(RegisterResourceOutputsRequest request) {
        recorder.registerOutputs(request);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
        functions.add(request.getTok());
        var answer = answers.get(request.getTok());
        return answer == null
                ? ContextAwareCompletableFuture.supplyAsync(() -> {
                    throw new IllegalArgumentException("there is no answer for " + request.getTok());
                })
                : later(ResourceInvokeResponse.newBuilder().setReturn(answer).build());
    }

    @Override
    public CompletableFuture<ReadResourceResponse> readResourceAsync(Resource resource, ReadResourceRequest request) {
        reads.add(request.getId());
        return later(ReadResourceResponse.newBuilder()
                .setUrn(recorder.urn(request))
                .setProperties(answers.getOrDefault(request.getId(), request.getProperties()))
                .build());
    }

    @Override
    public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(SupportsFeatureRequest request) {
        return CompletableFuture.completedFuture(SupportsFeatureResponse.newBuilder()
                .setHasSupport(!request.getId().equals("outputValues"))
                .build());
    }

    @Override
    public CompletableFuture<CallResponse> callAsync(ResourceCallRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<RegisterPackageResponse> registerPackageAsync(RegisterPackageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(GetRootResourceRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
            RequirePulumiVersionRequest request) {
        throw new UnsupportedOperationException();
    }
}
