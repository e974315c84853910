package dev.ashlar.traffic.loadbalancer;

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
}
