package dev.ashlar.traffic.loadbalancer;

/**
 * The share of the priorities of a load balancer that one stack uses. Priorities are computed from hosts and paths,
 * and two stacks that use the same load balancer do not know each other's routes: with shares of their own they never
 * use the same priority. General routes still have lower precedence than specific ones, in every stack.
 *
 * @param number the number of this stack, from 1
 * @param of the number of stacks that share the load balancer, at most 16; the same in all of them
 */
public record RouteShare(int number, int of) {

    /** All priorities, for a load balancer that only one stack uses. */
    public static final RouteShare ALL = new RouteShare(1, 1);
}
