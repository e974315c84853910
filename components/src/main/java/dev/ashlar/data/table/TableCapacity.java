package dev.ashlar.data.table;

import org.jspecify.annotations.Nullable;

/**
 * The read and write capacity of a table or a global secondary index, and its billing mode.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html">Throughput
 *     capacity</a>
 */
public sealed interface TableCapacity {

    /** Returns on-demand capacity: each request is billed, and nothing else. */
    static TableCapacity onDemand() {
        return new OnDemand(null);
    }

    /**
     * Returns on-demand capacity with limits, which cap the bill: requests beyond them are throttled. A table keeps its
     * limits until others are set; {@code onDemand(-1, -1)} removes them.
     *
     * @param maxReadRequestUnits read request units per second, at least 1; -1 for no limit
     * @param maxWriteRequestUnits write request units per second, at least 1; -1 for no limit
     */
    static TableCapacity onDemand(int maxReadRequestUnits, int maxWriteRequestUnits) {
        return new OnDemand(new RequestUnits(maxReadRequestUnits, maxWriteRequestUnits));
    }

    /**
     * Returns provisioned capacity, which is billed by the hour, used or not: cheaper under an even load. A table can
     * change from provisioned to on demand four times in 24 hours.
     */
    static TableCapacity provisioned(CapacityUnits read, CapacityUnits write) {
        return new Provisioned(read, write);
    }

    /** Request units per second; -1 for no limit. */
    record RequestUnits(int read, int write) {}

    /**
     * Capacity that is billed by request.
     *
     * @param limits the limits; null to leave them as they are
     */
    record OnDemand(@Nullable RequestUnits limits) implements TableCapacity {

        @Override
        public String toString() {
            return "on demand";
        }
    }

    /** Capacity that is billed by the hour. */
    record Provisioned(CapacityUnits read, CapacityUnits write) implements TableCapacity {

        @Override
        public String toString() {
            return "provisioned (%s to read, %s to write)".formatted(read, write);
        }
    }
}
