package dev.ashlar.compute.container;

import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * How the Java virtual machine of an application uses what its container has. The numbers follow from the task size, less
 * what containers beside the application's take, and reach the machine in {@code JAVA_TOOL_OPTIONS}.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">The java command</a>
 */
@Value.Immutable
@ArgsStyle
public abstract class JvmArgs {

    /**
     * The share of the container's memory that the heap may take, 10 to 90 percent; the rest is for classes, compiled code,
     * threads and buffers. Default: 75.
     */
    @Value.Default
    public int maxRamPercentage() {
        return 75;
    }

    /** More options of the virtual machine, such as {@code -XX:+UseZGC}. Default: none. */
    public abstract List<String> options();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options, defaults included. */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link JvmArgs}. */
    public static final class Builder extends ImmutableJvmArgs.Builder {
        Builder() {}

        /** More options of the virtual machine. */
        public Builder options(String... options) {
            return options(List.of(options));
        }
    }
}
