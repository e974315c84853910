package dev.ashlar.messaging.internal;

import dev.ashlar.internal.component.Names;
import dev.ashlar.messaging.MessageQueueArgs;
import java.time.Duration;

/**
 * The names of a queue, and the times in which a message must be processed or moved to the dead-letter queue.
 *
 * @param name the queue's name in the stack, such as {@code pipeline-inbound}
 * @param args the queue's options
 */
public record QueuePlan(String name, MessageQueueArgs args) {

    // Pulumi's provider appends a hyphen and seven random hex digits, and the suffix that FIFO queues must have.
    private static final int RANDOM_SUFFIX = 8;
    private static final String FIFO_SUFFIX = ".fifo";

    private static final Duration LEAST_AGE_OBJECTIVE = Duration.ofMinutes(5);

    /** Returns the plan of a queue of a topology. */
    public static QueuePlan of(String topology, MessageQueueArgs args) {
        return new QueuePlan(Names.child(topology, String.valueOf(args.label())), args);
    }

    /** Returns the label of the queue, or {@code null} as text if it has none. */
    public String label() {
        return String.valueOf(args.label());
    }

    String deadLetterName() {
        return Names.child(name, "dead");
    }

    String deadLetterLabel() {
        return Names.child(label(), "dead");
    }

    /** Returns the length of the longer physical name of the queue and its dead-letter queue. */
    int longestPhysicalName() {
        var longest = args.deadLetterQueue() ? deadLetterName() : name;
        return longest.length() + RANDOM_SUFFIX + (args.fifo() ? FIFO_SUFFIX.length() : 0);
    }

    /**
     * Returns how long a message takes that no consumer can process: all of its receives, one visibility timeout each.
     */
    Duration timeUntilSetAside() {
        return args.visibilityTimeout().multipliedBy(args.maxReceives());
    }

    /**
     * Returns the age above which consumers do not keep up: the time of all receives plus the delay, and at least five
     * minutes, because SQS publishes one data point a minute.
     */
    Duration ageObjective() {
        var age = timeUntilSetAside().plus(args.delay());
        return age.compareTo(LEAST_AGE_OBJECTIVE) < 0 ? LEAST_AGE_OBJECTIVE : age;
    }
}
