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

/** A queue that services send to and consume from: one of a {@link QueueTopology}, or one that exists already. */
public interface MessageQueue {

    /**
     * The queue among its siblings, such as {@code inbound}; names environment variables and the consumer's resources.
     */
    String label();

    /** What bindings call the queue, such as {@code pipeline-inbound}. */
    String provider();

    /** The ARN of the queue. */
    Output<String> arn();

    /** The URL of the queue. */
    Output<String> url();

    /** The physical name of the queue. */
    Output<String> name();

    /** Whether the queue keeps messages of a group in order and delivers each once. */
    boolean fifo();

    /** How long a received message stays hidden from other consumers, when that is known. */
    Optional<Duration> visibilityTimeout();

    /** The customer managed key that encrypts the messages; null when SQS's own key does, which needs no permission. */
    @Nullable
    Output<String> kmsKeyArn();

    /** Lets a service send messages; it finds the queue in {@code <LABEL>_QUEUE_URL}. */
    default Binding send() {
        return send(label());
    }

    /** Lets a service send messages; it finds the queue in {@code <PREFIX>_QUEUE_URL}. */
    default Binding send(String prefix) {
        return binding("send", prefix)
                .addStatements(
                        PolicyStatement.allow(arn(), "sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"))
                .addAllStatements(keyStatement("kms:GenerateDataKey", "kms:Decrypt").stream()
                        .toList())
                .build();
    }

    /** Lets a service receive and delete messages; it finds the queue in {@code <LABEL>_QUEUE_URL}. */
    default Binding consume() {
        return consume(label());
    }

    /** Lets a service receive and delete messages; it finds the queue in {@code <PREFIX>_QUEUE_URL}. */
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
     * What the user of a queue may do with its key.
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
