package dev.ashlar.data.table;

/**
 * Provisioned capacity units for reads or for writes. Where the two differ, Application Auto Scaling moves between them.
 *
 * @param min at least 1
 * @param max at least {@code min}
 */
public record CapacityUnits(int min, int max) {

    /** The same capacity at all times. */
    public static CapacityUnits fixed(int units) {
        return new CapacityUnits(units, units);
    }

    /**
     * Capacity that follows the use: 70 percent of it are to be consumed. Updates leave it as it is, also when the state has
     * learned of it by {@code pulumi refresh}; the same for global secondary indexes as long as their order in the state and
     * in the program agree. Where they do not, a preview after a refresh shows changes of capacity among the indexes, which
     * autoscaling corrects.
     */
    public static CapacityUnits autoscaled(int min, int max) {
        return new CapacityUnits(min, max);
    }

    /** Whether the capacity changes by itself. */
    public boolean isAutoscaled() {
        return max > min;
    }

    @Override
    public String toString() {
        return isAutoscaled() ? "%d to %d units".formatted(min, max) : "%d units".formatted(min);
    }
}
