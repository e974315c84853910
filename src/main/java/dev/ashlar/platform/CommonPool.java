package dev.ashlar.platform;

/**
 * The threads that Pulumi's SDK runs on. The SDK keeps one of them busy while it waits for resources, and this program
 * waits on another for the account. With only two, the JDK's default on a machine with three cores, none is left to
 * receive the answer.
 */
final class CommonPool {

    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";
    private static final int ENOUGH = 4;

    private CommonPool() {}

    /**
     * Makes the pool large enough, unless its size is set. Must run before the first use of the pool. When Maven runs
     * the program, the pool is in use already, and {@code .mvn/jvm.config} sets the same size.
     */
    static void widen() {
        // The default size is one less than the number of processors.
        if (System.getProperty(PARALLELISM) == null && Runtime.getRuntime().availableProcessors() <= ENOUGH) {
            System.setProperty(PARALLELISM, String.valueOf(ENOUGH));
        }
    }
}
