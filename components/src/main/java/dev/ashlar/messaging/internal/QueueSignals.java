package dev.ashlar.messaging.internal;

import dev.ashlar.core.Signal;
import dev.ashlar.core.Signal.Objective;
import dev.ashlar.core.Signal.Statistic;
import dev.ashlar.internal.aws.Signals;
import java.time.Duration;
import java.util.Map;

/**
 * What queues can be observed by. SQS publishes nothing for a queue that was idle for six hours, so silence is health.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 *     Available CloudWatch metrics for Amazon SQS</a>
 */
final class QueueSignals {

    private QueueSignals() {}

    /** How long the oldest message has waited, in seconds. */
    static Signal oldestMessage(TopologyQueue queue, Duration objective) {
        return signal(queue, "oldest-message", "ApproximateAgeOfOldestMessage")
                .objective(Objective.atMost((double) objective.toSeconds()))
                .build();
    }

    /** How many messages wait. */
    static Signal visibleMessages(TopologyQueue queue) {
        return signal(queue, "visible-messages", "ApproximateNumberOfMessagesVisible")
                .build();
    }

    /**
     * How many messages nobody could handle. Those that arrive are not counted, since SQS does not count a redriven
     * message as sent.
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
