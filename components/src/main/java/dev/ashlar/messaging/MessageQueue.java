package dev.ashlar.messaging;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.component.Names;
import dev.ashlar.messaging.internal.ExistingQueue;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A queue to which services send and from which they receive: one of a {@link QueueTopology}, or one that exists
 * already. Not to be implemented by users.
 */
public interface MessageQueue {

    /**
     * Returns the label of the queue, such as {@code inbound}, which names environment variables and resources of the
     * consumer.
     */
    String label();

    /** Returns the name of the queue in bindings, such as {@code pipeline-inbound}. */
    String provider();

    /** Returns the ARN of the queue. */
    Output<String> arn();

    /** Returns the URL of the queue. */
    Output<String> url();

    /** Returns the physical name of the queue. */
    Output<String> name();

    /** Returns whether the queue keeps the messages of a group in order and delivers each once. */
    boolean fifo();

    /** Returns how long a received message is hidden from other consumers; empty if unknown. */
    Optional<Duration> visibilityTimeout();

    /**
     * Returns the customer managed key that encrypts the messages; null for SQS's own key, which requires no
     * permission.
     */
    @Nullable
    Output<String> kmsKeyArn();

    /** Returns a binding that allows a service to send messages. It provides {@code <LABEL>_QUEUE_URL}. */
    default Binding send() {
        return send(label());
    }

    /** Returns a binding that allows a service to send messages. It provides {@code <PREFIX>_QUEUE_URL}. */
    default Binding send(String prefix) {
        return binding("send", prefix)
                .addStatements(
                        PolicyStatement.allow(arn(), "sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"))
                .addAllStatements(keyStatement("kms:GenerateDataKey", "kms:Decrypt").stream()
                        .toList())
                .build();
    }

    /**
     * Returns a binding that allows a service to receive and delete messages. It provides {@code <LABEL>_QUEUE_URL}.
     */
    default Binding consume() {
        return consume(label());
    }

    /**
     * Returns a binding that allows a service to receive and delete messages. It provides {@code <PREFIX>_QUEUE_URL}.
     */
    default Binding consume(String prefix) {
        return binding("consume", prefix)
                .addStatements(PolicyStatement.allow(
                        arn(),
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes",
                        "sqs:GetQueueUrl"))
                .addAllStatements(keyStatement("kms:Decrypt").stream().toList())
                .build();
    }

    private Binding.Builder binding(String access, String prefix) {
        return Binding.builder()
                .provider(provider())
                .access(access)
                .putEnvironment(Names.environmentVariable(prefix, "QUEUE_URL"), url())
                .addServices(AwsService.SQS);
    }

    /**
     * Returns the permissions for the key of the queue; empty if it requires none.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html">Key
     *     management in Amazon SQS</a>
     */
    private Optional<PolicyStatement> keyStatement(String... actions) {
        return Optional.ofNullable(kmsKeyArn()).map(key -> PolicyStatement.allow(key, actions));
    }

    /**
     * Returns a queue that exists already, created by hand, by another stack or by another library. Creates nothing.
     *
     * @param name the name that messages and bindings use, such as {@code order-events}
     * @throws dev.ashlar.core.InvalidArgsException if the ARN or the URL is missing, or the name is not valid
     */
    static MessageQueue fromExisting(String name, ExistingQueueArgs args) {
        return ExistingQueue.of(name, args);
    }
}
