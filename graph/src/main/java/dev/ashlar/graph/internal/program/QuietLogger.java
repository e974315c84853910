package dev.ashlar.graph.internal.program;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Drops the SDK's debug messages. There are four for each resource, they are sent to the engine one after the other,
 * and a program cannot end before the last of them, even if they are not shown.
 */
final class QuietLogger implements EngineLogger {

    private final EngineLogger sdk;

    QuietLogger(EngineLogger sdk) {
        this.sdk = sdk;
    }

    @Override
    public CompletableFuture<Void> debugAsync(
            String message, @Nullable Resource resource, @Nullable Integer streamId, @Nullable Boolean ephemeral) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> infoAsync(
            String message, @Nullable Resource resource, @Nullable Integer streamId, @Nullable Boolean ephemeral) {
        return sdk.infoAsync(message, resource, streamId, ephemeral);
    }

    @Override
    public CompletableFuture<Void> warnAsync(
            String message, @Nullable Resource resource, @Nullable Integer streamId, @Nullable Boolean ephemeral) {
        return sdk.warnAsync(message, resource, streamId, ephemeral);
    }

    @Override
    public CompletableFuture<Void> errorAsync(
            String message, @Nullable Resource resource, @Nullable Integer streamId, @Nullable Boolean ephemeral) {
        return sdk.errorAsync(message, resource, streamId, ephemeral);
    }

    @Override
    public CompletableFuture<Void> logAsync(
            Level level,
            String message,
            @Nullable Resource resource,
            @Nullable Integer streamId,
            @Nullable Boolean ephemeral) {
        return level.intValue() < Level.INFO.intValue()
                ? CompletableFuture.completedFuture(null)
                : sdk.logAsync(level, message, resource, streamId, ephemeral);
    }

    @Override
    public boolean hasLoggedErrors() {
        return sdk.hasLoggedErrors();
    }

    @Override
    public int getErrorCount() {
        return sdk.getErrorCount();
    }
}
