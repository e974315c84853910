package dev.ashlar.messaging.internal;

import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.time.Duration;
import java.util.Map;

/**
 * The signals of queues. SQS publishes nothing for a queue that was idle for six hours, so missing data is healthy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 *     Available CloudWatch metrics for Amazon SQS</a>
 */
final class QueueSignals {

    private QueueSignals() {}

    /** Returns the age of the oldest message in seconds. */
    static Signal oldestMessage(TopologyQueue queue, Duration objective) {
        return signal(queue, "oldest-message", "ApproximateAgeOfOldestMessage")
                .objective(Objective.atMost((double) objective.toSeconds()))
                .build();
    }

    /** Returns the number of messages that wait. */
    static Signal visibleMessages(TopologyQueue queue) {
        return signal(queue, "visible-messages", "ApproximateNumberOfMessagesVisible")
                .build();
    }

    /**
     * Returns the number of messages that could not be processed. Arriving messages are not counted, because SQS does
     * not count a redriven message as sent.
     */
    static Signal deadLetters(TopologyQueue deadLetterQueue) {
        return signal(deadLetterQueue, "dead-letters", "ApproximateNumberOfMessagesVisible")
                .objective(Objective.atMost(0))
                .build();
    }

    private static Signal.Builder signal(TopologyQueue queue, String name, String metric) {
        return new Signals(queue.provider(), "AWS/SQS", Map.of("QueueName", queue.name()))
                .onEvents(name, metric, Statistic.MAXIMUM);
    }
}
