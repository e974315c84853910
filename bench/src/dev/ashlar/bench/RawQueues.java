package dev.ashlar.bench;

import com.pulumi.Pulumi;
import com.pulumi.aws.sqs.Queue;

/** Creates SQS queues with plain Pulumi; the configuration value {@code bench:count} is their number. */
public final class RawQueues {

    private RawQueues() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        Pulumi.run(context -> {
            int count = context.config().requireInteger("count");
            for (int i = 0; i < count; i++) {
                new Queue("queue-" + i);
            }
        });
    }
}
