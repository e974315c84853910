package dev.ashlar.graph.internal.program;

import java.util.function.Supplier;

/**
 * Ends the process with a failure if a program ends the process while it is planned. Nothing is registered then, and
 * the engine would treat a success as an empty program and delete the stack.
 */
final class UnexpectedEnd {

    private static final int FAILURE = 1;

    private UnexpectedEnd() {}

    static <T> T guard(Supplier<T> planning) {
        var hook = new Thread(() -> {
            System.err.println("The program ended its process while it was being planned; nothing was registered.");
            Runtime.getRuntime().halt(FAILURE);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        var result = planning.get();
        remove(hook);
        return result;
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running already, and this thread does not return.
        }
    }
}
