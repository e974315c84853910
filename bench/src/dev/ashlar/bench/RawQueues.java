package dev.ashlar.bench;

import com.pulumi.Pulumi;
import com.pulumi.aws.sqs.Queue;

/** SQS queues by plain Pulumi, as many as the configuration value `bench:count` says. */
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
