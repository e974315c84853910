package dev.ashlar.traffic.loadbalancer;

import dev.ashlar.core.Violations;

/**
 * Which of a load balancer's priorities a stack takes. Priorities are computed from hosts and paths, and two stacks that
 * use the same load balancer do not know each other's routes: with shares of their own they never take the same priority.
 * General routes still stand behind specific ones, in whichever stack.
 *
 * @param number of this stack, from 1
 * @param of how many stacks share the load balancer, at most 16; all of them have to say the same
 */
public record RouteShare(int number, int of) {

    /** All priorities, for a load balancer that one stack has for itself. */
    public static final RouteShare ALL = new RouteShare(1, 1);

    private static final int MOST = 16;

    /** The first of the places of a rank that the share has. */
    int firstSlot(int slots) {
        return (number - 1) * size(slots);
    }

    /** How many places of a rank the share has. */
    int size(int slots) {
        return slots / of;
    }

    void check(Violations violations) {
        violations.expect(
                of >= 1 && of <= MOST && number >= 1 && number <= of,
                "routeShare",
                "%d of %d".formatted(number, of),
                "from 1 to %d stacks share a load balancer, and they are numbered from 1".formatted(MOST),
                "write it like new RouteShare(2, 4)");
    }
}
