package dev.ashlar.bench;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Measures the registration of components with an engine that answers immediately (Pulumi's mocks), in a warm JVM: the
 * time that the components and the SDK need.
 */
public final class Registration {

    // After these rounds, the JIT compiler has compiled the code.
    private static final int WARM_UP = 15;

    private Registration() {}

    private record Layer(String name, Consumer<Context> program, List<Double> milliseconds, int[] resources) {
        Layer(String name, Consumer<Context> program) {
            this(name, program, new ArrayList<>(), new int[1]);
        }

        private void run(boolean measured) {
            var mocks = new Answers();
            var start = System.nanoTime();
            PulumiTest.withMocks(mocks).runTest(program).throwOnError();
            var took = (System.nanoTime() - start) / 1e6;
            PulumiTest.cleanup();
            if (measured) {
                resources[0] = mocks.registered.get();
                milliseconds.add(took);
            }
        }

        private double median() {
            var sorted = milliseconds.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    /**
     * Prints, for each layer: its name, its resources, the median of the milliseconds. The argument is the number of
     * rounds.
     */
    public static void main(String[] args) {
        int rounds = Integer.parseInt(args[0]);
        var layers = List.of(
                new Layer("data", context -> DataLayer.declare()),
                new Layer("services-0", context -> ServiceFleet.declare(context, 0)),
                new Layer("services-10", context -> ServiceFleet.declare(context, 10)),
                new Layer("services-100", context -> ServiceFleet.declare(context, 100)));
        // Alternately, so that a busy moment of the machine affects all of them.
        for (int round = -WARM_UP; round < rounds; round++) {
            for (var layer : layers) {
                System.gc();
                layer.run(round >= 0);
            }
        }
        for (var layer : layers) {
            System.out.printf("%s %d %.1f%n", layer.name, layer.resources[0], layer.median());
        }
    }

    /** Answers immediately, with the inputs and the outputs that components read. */
    private static final class Answers implements Mocks {

        private final AtomicInteger registered = new AtomicInteger();

        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs resource) {
            registered.incrementAndGet();
            var state = new HashMap<String, Object>(resource.inputs);
            state.putIfAbsent("arn", "arn:aws:mock:eu-central-1:000000000000:" + resource.name);
            state.putIfAbsent("name", resource.name);
            if (resource.type.equals("aws:rds/cluster:Cluster")) {
                state.put("masterUserSecrets", List.of(Map.of(
                        "secretArn", "arn:aws:mock:secret", "kmsKeyId", "arn:aws:mock:key", "secretStatus", "active")));
            }
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(resource.name + "-id"), state));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs call) {
            return CompletableFuture.completedFuture(Map.of(
                    "id", "eu-central-1",
                    "name", "eu-central-1",
                    "partition", "aws",
                    "dnsSuffix", "amazonaws.com",
                    "randomPassword", "mock",
                    "accountId", "000000000000"));
        }
    }
}
