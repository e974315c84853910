package dev.ashlar.compute.container;

import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Sends the application's log somewhere else than to CloudWatch Logs: a Fluent Bit container beside it takes the log and
 * routes it. What the router itself says still goes to the log group of the tasks. The application's role needs the
 * permission to write to the destination; give it with a binding.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html">Send Amazon ECS logs to an
 *     AWS service or AWS Partner</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class FireLensArgs {

    /**
     * The options of the output, as Fluent Bit names them: {@code Name} is the plugin, such as {@code kinesis_firehose} or
     * {@code datadog}. Required.
     */
    public abstract Map<String, String> options();

    /** Options of the output whose values are secrets, such as {@code apikey}. Default: none. */
    public abstract Map<String, SecretReference> secretOptions();

    /**
     * The image of the router. Default: AWS for Fluent Bit from the public registry, in the version that AWS calls stable; a
     * network without a way to the internet needs a copy in its own registry.
     */
    @Value.Default
    public ContainerImage image() {
        return ContainerImage.of("public.ecr.aws/aws-observability/aws-for-fluent-bit:stable");
    }

    /** The CPU units of the router out of the task's. Default: 0, a small share. */
    @Value.Default
    public int cpu() {
        return 0;
    }

    /** The memory of the router out of the task's, in MiB. Default: 100. */
    @Value.Default
    public int memory() {
        return 100;
    }

    /** The keys that the builder received more than once, which the component's check rejects. */
    public abstract List<String> repeatedKeys();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link FireLensArgs}. */
    public static final class Builder extends ImmutableFireLensArgs.Builder {
        private final RepeatedKeys keys = new RepeatedKeys();

        Builder() {}

        /** Sets an option of the output. */
        public Builder option(String name, String value) {
            return putOptions(keys.take("options", name), value);
        }

        @Override
        public FireLensArgs build() {
            if (!keys.all().isEmpty()) {
                repeatedKeys(keys.all());
            }
            return super.build();
        }
    }
}
