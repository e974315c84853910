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
 * Waits for the tasks of a program without polling. The SDK's own runner polls them, which keeps a core busy for the
 * whole run. The SDK's runner still determines the exit code and the message of the end.
 */
final class TaskRunner implements Runner {

    private static final long SECONDS_AFTER_A_FAILURE = 10;

    private final Runner sdk;
    // One more than the open tasks until the program has started, so that an early task cannot be the last.
    private final AtomicInteger open = new AtomicInteger(1);
    private final CompletableFuture<Void> succeeded = new CompletableFuture<>();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    /** Creates a runner that passes the result to the SDK's runner, which has no tasks of its own. */
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

    // Another dependent of the same future may be about to register the next task, so another thread checks for the
    // end, a moment later.
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
