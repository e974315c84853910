package dev.ashlar.data.table;

import org.jspecify.annotations.Nullable;

/**
 * How much a table or a global secondary index can read and write, and how it is paid for.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html">Throughput
 *     capacity</a>
 */
public sealed interface TableCapacity {

    /** Each request is paid for, and nothing else. */
    static TableCapacity onDemand() {
        return new OnDemand(null);
    }

    /**
     * Each request is paid for, and what goes beyond the limits is throttled: a bound for the bill. A table that had limits
     * once keeps them until others are given; {@code onDemand(-1, -1)} ends them.
     *
     * @param maxReadRequestUnits per second, at least 1; -1 for no limit
     * @param maxWriteRequestUnits per second, at least 1; -1 for no limit
     */
    static TableCapacity onDemand(int maxReadRequestUnits, int maxWriteRequestUnits) {
        return new OnDemand(new RequestUnits(maxReadRequestUnits, maxWriteRequestUnits));
    }

    /**
     * Capacity is paid for by the hour, used or not: cheaper under an even load. A table can go from provisioned to on
     * demand four times in 24 hours.
     */
    static TableCapacity provisioned(CapacityUnits read, CapacityUnits write) {
        return new Provisioned(read, write);
    }

    /** Requests per second. */
    record RequestUnits(int read, int write) {}

    /**
     * Paid for by request.
     *
     * @param limits null for none
     */
    record OnDemand(@Nullable RequestUnits limits) implements TableCapacity {

        @Override
        public String toString() {
            return "on demand";
        }
    }

    /** Paid for by the hour. */
    record Provisioned(CapacityUnits read, CapacityUnits write) implements TableCapacity {

        @Override
        public String toString() {
            return "provisioned (%s to read, %s to write)".formatted(read, write);
        }
    }
}
