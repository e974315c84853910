package dev.ashlar.platform;

/**
 * The threads that Pulumi's SDK runs on. The SDK keeps one of them busy while it waits for resources, and this program waits
 * on another for the account: with only two, as the JDK makes on a machine of three cores, none is left to bring the answer.
 */
final class CommonPool {

    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";
    private static final int ENOUGH = 4;

    private CommonPool() {}

    /**
     * Makes the pool large enough, unless somebody has chosen its size. Must run before the pool is first used; where Maven
     * runs the program it already is, and {@code .mvn/jvm.config} says the same.
     */
    static void widen() {
        // The pool is one smaller than the machine.
        if (System.getProperty(PARALLELISM) == null && Runtime.getRuntime().availableProcessors() <= ENOUGH) {
            System.setProperty(PARALLELISM, String.valueOf(ENOUGH));
        }
    }
}
