package dev.ashlar.messaging.internal;

import dev.ashlar.internal.component.Names;
import dev.ashlar.messaging.MessageQueueArgs;
import java.time.Duration;

/**
 * What follows from one queue's options: its names, and how long a message may take until it is handled or set aside.
 *
 * @param name the queue's name in the stack, such as {@code pipeline-inbound}
 * @param args the queue's options
 */
public record QueuePlan(String name, MessageQueueArgs args) {

    // Pulumi's provider appends a hyphen and seven random hex digits, and then the suffix that FIFO queues must have.
    private static final int RANDOM_SUFFIX = 8;
    private static final String FIFO_SUFFIX = ".fifo";

    private static final Duration LEAST_AGE_OBJECTIVE = Duration.ofMinutes(5);

    public static QueuePlan of(String topology, MessageQueueArgs args) {
        return new QueuePlan(Names.child(topology, String.valueOf(args.label())), args);
    }

    public String label() {
        return String.valueOf(args.label());
    }

    String deadLetterName() {
        return Names.child(name, "dead");
    }

    String deadLetterLabel() {
        return Names.child(label(), "dead");
    }

    /** The length of the longest physical name among the queue and its dead-letter queue. */
    int longestPhysicalName() {
        var longest = args.deadLetterQueue() ? deadLetterName() : name;
        return longest.length() + RANDOM_SUFFIX + (args.fifo() ? FIFO_SUFFIX.length() : 0);
    }

    /**
     * How long a message takes that every consumer fails to handle: all of its receives, one visibility timeout each.
     */
    Duration timeUntilSetAside() {
        return args.visibilityTimeout().multipliedBy(args.maxReceives());
    }

    /**
     * The age from which on a message says that consumers do not keep up: as long as its receives may take, plus the
     * delay, and never under five minutes, which SQS's metric of one point a minute needs to mean anything.
     */
    Duration ageObjective() {
        var age = timeUntilSetAside().plus(args.delay());
        return age.compareTo(LEAST_AGE_OBJECTIVE) < 0 ? LEAST_AGE_OBJECTIVE : age;
    }
}
