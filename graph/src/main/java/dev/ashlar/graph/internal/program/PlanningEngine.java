package dev.ashlar.graph.internal.program;

import com.pulumi.deployment.internal.Engine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;

/** Keeps the messages that a program logs while it is planned. The run against the engine, if any, logs them again. */
final class PlanningEngine implements Engine {

    private final Engine engine;
    private final List<LogRequest> messages = new CopyOnWriteArrayList<>();

    PlanningEngine(Engine engine) {
        this.engine = engine;
    }

    @Override
    public CompletableFuture<Void> logAsync(LogRequest request) {
        if (request.getSeverity() != LogSeverity.DEBUG) {
            messages.add(request);
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Logs the kept messages, without their resources, because the engine does not know the resources of a plan. */
    void release() {
        for (var message : messages) {
            engine.logAsync(message.toBuilder().clearUrn().build()).join();
        }
    }

    @Override
    public CompletableFuture<GetRootResourceResponse> getRootResourceAsync(GetRootResourceRequest request) {
        return CompletableFuture.completedFuture(GetRootResourceResponse.getDefaultInstance());
    }

    @Override
    public CompletableFuture<RequirePulumiVersionResponse> requirePulumiVersionAsync(
            RequirePulumiVersionRequest request) {
        return engine.requirePulumiVersionAsync(request);
    }
}
