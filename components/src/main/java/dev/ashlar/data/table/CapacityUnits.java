package dev.ashlar.data.table;

/**
 * Provisioned capacity units for reads or for writes. If minimum and maximum differ, Application Auto Scaling sets the
 * capacity between them.
 *
 * @param min the minimum, at least 1
 * @param max the maximum, at least {@code min}
 */
public record CapacityUnits(int min, int max) {

    /** Returns a fixed capacity. */
    public static CapacityUnits fixed(int units) {
        return new CapacityUnits(units, units);
    }

    /**
     * Returns an autoscaled capacity with a target utilization of 70 percent. Updates do not change the current
     * capacity, even after {@code pulumi refresh} wrote it to the state. For global secondary indexes this requires the
     * same order in the state and in the program; otherwise a preview after a refresh shows changes of capacity among
     * the indexes, which autoscaling corrects.
     */
    public static CapacityUnits autoscaled(int min, int max) {
        return new CapacityUnits(min, max);
    }

    /** Whether the capacity is autoscaled. */
    public boolean isAutoscaled() {
        return max > min;
    }

    @Override
    public String toString() {
        return isAutoscaled() ? "%d to %d units".formatted(min, max) : "%d units".formatted(min);
    }
}
