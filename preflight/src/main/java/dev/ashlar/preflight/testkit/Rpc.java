package dev.ashlar.preflight.testkit;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Calls a gRPC service in this process, without a server. */
final class Rpc {

    private Rpc() {}

    /** Returns the answer of the service; throws its error. */
    static <Q, A> A call(BiConsumer<Q, StreamObserver<A>> method, Q request) {
        var answer = new CompletableFuture<A>();
        method.accept(request, new StreamObserver<>() {
            @Override
            public void onNext(A value) {
                answer.complete(value);
            }

            @Override
            public void onError(Throwable error) {
                answer.completeExceptionally(error);
            }

            @Override
            public void onCompleted() {
                answer.completeExceptionally(new IllegalStateException("the service gave no answer"));
            }
        });
        return answer.join();
    }
}
