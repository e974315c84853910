package dev.ashlar.compute.internal.container;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The timeouts within which a task stops, from first to last: the load balancer drops requests that still run, the
 * application drops them, ECS kills the container. Usually ECS signals the application to stop after the load balancer
 * is done. On Spot it may signal at once, while requests still arrive. So the application's time is longer than the
 * load balancer's, or it would drop requests that the load balancer still waits for, and shorter than the container's,
 * or ECS would kill it before it has closed its connections.
 *
 * @param deregistrationDelay the seconds for which the load balancer lets a leaving task finish its requests
 * @param applicationTimeout the seconds within which the application may finish its work
 * @param stopTimeout the seconds after which ECS kills a container that does not stop
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html">Amazon ECS
 *     clusters for Fargate: Handling Fargate Spot termination notices</a>
 */
public record Shutdown(int deregistrationDelay, int applicationTimeout, int stopTimeout) {

    /** The maximum {@code stopTimeout} on Fargate. */
    public static final int LONGEST_STOP = 120;

    /** The time between two timeouts, so that none races the one before. */
    private static final int MARGIN = 5;

    /** The maximum time to drain. */
    public static final int LONGEST_DRAIN = LONGEST_STOP - 2 * MARGIN;

    /** Returns the timeouts of a service that drains for a time. */
    public static Shutdown draining(Duration drain) {
        int seconds = Math.toIntExact(drain.toSeconds());
        return new Shutdown(seconds, seconds + MARGIN, seconds + 2 * MARGIN);
    }

    /** Returns the timeouts of a container that ECS kills after a time. */
    public static Shutdown within(int stopTimeout) {
        return new Shutdown(Math.max(0, stopTimeout - 2 * MARGIN), Math.max(1, stopTimeout - MARGIN), stopTimeout);
    }

    /**
     * Returns the variables that Spring Boot reads; other frameworks ignore them.
     *
     * @see <a href="https://docs.spring.io/spring-boot/reference/web/graceful-shutdown.html">Spring Boot: Graceful
     *     Shutdown</a>
     */
    public SortedMap<String, String> environment() {
        return new TreeMap<>(Map.of(
                "SERVER_SHUTDOWN",
                "graceful",
                "SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE",
                applicationTimeout + "s"));
    }
}
