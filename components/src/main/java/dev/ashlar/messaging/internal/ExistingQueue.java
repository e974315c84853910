package dev.ashlar.messaging.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Names;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A handle for a queue that exists already. */
public final class ExistingQueue implements MessageQueue {

    private final String label;
    private final ExistingQueueArgs args;
    private final Output<String> arn;
    private final Output<String> url;

    private ExistingQueue(String label, Output<String> arn, ExistingQueueArgs args) {
        this.label = label;
        this.args = args;
        this.arn = arn;
        this.url = Objects.requireNonNull(args.url());
    }

    public static ExistingQueue of(String label, ExistingQueueArgs args) {
        var violations = Violations.of("MessageQueue", label);
        Names.check(label, violations);
        violations.require("arn", args.arn(), "permissions name the queue by its ARN", "give it");
        violations.require("url", args.url(), "clients find the queue by its URL", "give it");
        violations.orThrow();
        return new ExistingQueue(
                label, new KnownArn(violations.subject()).of("arn", Objects.requireNonNull(args.arn()), "sqs"), args);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String provider() {
        return label;
    }

    @Override
    public Output<String> arn() {
        return arn;
    }

    @Override
    public Output<String> url() {
        return url;
    }

    @Override
    public Output<String> name() {
        return arn.applyValue(text -> text.substring(text.lastIndexOf(':') + 1));
    }

    @Override
    public boolean fifo() {
        return args.fifo();
    }

    @Override
    public Optional<Duration> visibilityTimeout() {
        return args.visibilityTimeout();
    }

    @Override
    public @Nullable Output<String> kmsKeyArn() {
        return args.kmsKeyArn();
    }
}
