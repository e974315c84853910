package dev.ashlar.graph.internal.program;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Runner;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Waits for the tasks of a program without looking at them over and over, as the SDK's own runner does, which keeps a core
 * busy for the whole run. What the end means, an exit code and a message, is still decided by the SDK's runner.
 */
final class TaskRunner implements Runner {

    private static final long SECONDS_AFTER_A_FAILURE = 10;

    private final Runner sdk;
    // One more than the tasks until the program has started, so that an early task cannot be the last.
    private final AtomicInteger open = new AtomicInteger(1);
    private final CompletableFuture<Void> succeeded = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Runs tasks, and leaves the conclusion to a runner that has none of its own. */
    TaskRunner(Runner sdk) {
        this.sdk = sdk;
    }

    @Override
    public <T> void registerTask(String description, CompletableFuture<T> task) {
        open.incrementAndGet();
        var unused = task.whenComplete((value, failure) -> {
            if (failure != null) {
                succeeded.completeExceptionally(failure);
                settled.completeOnTimeout(null, SECONDS_AFTER_A_FAILURE, TimeUnit.SECONDS);
            }
            taskEnded();
        });
    }

    // What waits for the same future as this runner may be about to register the next task, so the end is found by
    // another
    // thread, a moment later.
    private void taskEnded() {
        if (open.decrementAndGet() == 0) {
            ForkJoinPool.commonPool().execute(() -> {
                if (open.get() == 0) {
                    succeeded.complete(null);
                    settled.complete(null);
                }
            });
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The inner future is waited for in the next step.
    public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
        var value = start(callback);
        return value.thenCompose(
                        result -> ContextAwareCompletableFuture.wrap(succeeded).thenApply(ended -> result))
                .handle((result, failure) -> sdk.runAsync(() -> {
                    if (failure != null) {
                        throw wrapped(failure);
                    }
                    return result;
                }))
                .thenCompose(Function.identity());
    }

    /** Runs the program until every task has ended, and returns the first failure. */
    CompletableFuture<Optional<Throwable>> settle(Supplier<?> callback) {
        var unused = start(callback);
        return settled.thenApply(ended -> succeeded
                .handle((success, failure) -> Optional.ofNullable(failure).map(TaskRunner::unwrapped))
                .join());
    }

    private <T> CompletableFuture<T> start(Supplier<T> callback) {
        var value = ContextAwareCompletableFuture.supplyAsync(callback);
        registerTask("the program", value);
        taskEnded();
        return value;
    }

    static CompletionException wrapped(Throwable failure) {
        return failure instanceof CompletionException completion ? completion : new CompletionException(failure);
    }

    private static Throwable unwrapped(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
