package dev.ashlar.messaging.internal;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.ashlar.internal.component.Created;
import dev.ashlar.messaging.MessageQueue;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A queue of a topology, or the dead-letter queue of one. */
public record TopologyQueue(
        String label,
        String provider,
        Created<Queue> queue,
        boolean fifo,
        Duration timeout,
        @Nullable Output<String> kmsKeyArn)
        implements MessageQueue {

    @Override
    public Output<String> arn() {
        return queue.output(Queue::arn);
    }

    @Override
    public Output<String> url() {
        return queue.output(Queue::url);
    }

    @Override
    public Output<String> name() {
        return queue.output(Queue::name);
    }

    @Override
    public Optional<Duration> visibilityTimeout() {
        return Optional.of(timeout);
    }
}
