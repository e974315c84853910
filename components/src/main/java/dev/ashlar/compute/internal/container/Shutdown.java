package dev.ashlar.compute.internal.container;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a task ends, from the first to the last: the load balancer gives up on requests that still run, the application gives
 * up on them, the container is killed. Usually ECS tells the application to stop only when the load balancer is done. On
 * Spot it may tell it at once, while requests still arrive; so the application's time is longer than the load balancer's, or
 * it would drop requests that the load balancer still waits for, and shorter than the container's, or it would be killed
 * before it has closed what it has open.
 *
 * @param deregistrationDelay how many seconds the load balancer lets a leaving task finish its requests
 * @param applicationTimeout how many seconds the application may take to finish what it has begun
 * @param stopTimeout after how many seconds a container that was told to stop is killed
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html">Amazon ECS
 *     clusters for Fargate: Handling Fargate Spot termination notices</a>
 */
public record Shutdown(int deregistrationDelay, int applicationTimeout, int stopTimeout) {

    /** The longest time that Fargate leaves a container that was told to stop. */
    public static final int LONGEST_STOP = 120;

    /** From each end to the next, so that none races the one before. */
    private static final int MARGIN = 5;

    /** The longest time to drain. */
    public static final int LONGEST_DRAIN = LONGEST_STOP - 2 * MARGIN;

    public static Shutdown draining(Duration drain) {
        int seconds = Math.toIntExact(drain.toSeconds());
        return new Shutdown(seconds, seconds + MARGIN, seconds + 2 * MARGIN);
    }

    /** What a container may do that is killed after a time. */
    public static Shutdown within(int stopTimeout) {
        return new Shutdown(Math.max(0, stopTimeout - 2 * MARGIN), Math.max(1, stopTimeout - MARGIN), stopTimeout);
    }

    /**
     * What tells the application; other frameworks than Spring do not mind.
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
