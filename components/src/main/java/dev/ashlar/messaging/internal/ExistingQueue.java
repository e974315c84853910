package dev.ashlar.messaging.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A queue that exists already. Its outputs are unknown when the caller's options have faults in a planned program. */
public final class ExistingQueue implements MessageQueue {

    private final String name;
    private final ExistingQueueArgs args;
    private final Output<String> arn;
    private final Output<String> url;

    private ExistingQueue(String name, ExistingQueueArgs args, Output<String> arn, Output<String> url) {
        this.name = name;
        this.args = args;
        this.arn = arn;
        this.url = url;
    }

    /** Returns the queue that the options describe. */
    public static ExistingQueue of(String name, ExistingQueueArgs args) {
        var violations = Violations.of("MessageQueue.fromExisting", name);
        Names.check(name, violations);
        var arn = args.arn();
        var url = args.url();
        violations.require("arn", arn, "permissions name the queue by its ARN", "give it");
        violations.require("url", url, "clients find the queue by its URL", "give it");
        Ashlar.check(violations);
        return new ExistingQueue(
                name,
                args,
                arn == null ? Created.unknown() : new KnownArn(violations.subject()).of("arn", arn, "sqs"),
                url == null ? Created.unknown() : url);
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public String provider() {
        return name;
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
        return Optional.ofNullable(args.visibilityTimeout());
    }

    @Override
    public @Nullable Output<String> kmsKeyArn() {
        return args.kmsKeyArn();
    }
}
