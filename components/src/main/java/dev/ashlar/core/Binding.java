package dev.ashlar.core;

import com.pulumi.core.Output;
import com.pulumi.resources.StackReference;
import dev.ashlar.internal.binding.BindingExport;
import dev.ashlar.internal.component.ArgsStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a component hands out so that somebody else can use it: everything that the use needs, and nothing more. A consumer
 * (a {@code FargateService}, a Lambda function) takes bindings in its arguments and applies all of it: environment,
 * secrets, permissions, the way through the network, and the AWS services that must be reachable.
 *
 * <pre>{@code
 * FargateServiceArgs.builder().uses(database.connection(), inbound.consume(), replica.send())
 * }</pre>
 */
@Value.Immutable
@ArgsStyle
public abstract class Binding {

    /**
     * What is used: the name of the resource or component, such as {@code pipeline-inbound}. Names the consumer's rules, so
     * two providers that one consumer uses have two names. Letters, digits, dots, hyphens and underscores, 128 at most.
     */
    public abstract String provider();

    /** How it is used, in one verb: {@code connect}, {@code send}, {@code consume}, {@code read}. */
    public abstract String access();

    /** Plain environment variables. */
    public abstract Map<String, Output<String>> environment();

    /** Environment variables whose values are secrets. */
    public abstract Map<String, SecretReference> secrets();

    /** What the consumer's role may do. */
    public abstract List<PolicyStatement> statements();

    /** The way to the provider when it listens in a network; empty for AWS services. */
    public abstract Optional<NetworkPath> path();

    /** The AWS services that the consumer talks to for this use, beyond those it needs anyway. */
    public abstract Set<AwsService> services();

    /** Whether the provider pauses when nobody is connected, so that whoever keeps connections open keeps it awake. Default:
     * false. */
    @Value.Default
    public boolean pausesWhenIdle() {
        return false;
    }

    /**
     * The binding as an output of this stack, for {@link #fromStack} in another: {@code context.export("database",
     * database.connection().export())}. It holds ids and ARNs, never a secret.
     */
    public final Output<String> export() {
        return BindingExport.write(this);
    }

    /**
     * A binding that another stack exported. The other stack is read at once, since a binding's shape decides which
     * resources its consumer has. While it waits, the common pool needs two more threads: where the JVM has fewer than
     * four cores, set {@code -Djava.util.concurrent.ForkJoinPool.common.parallelism=4}.
     *
     * @throws com.pulumi.exceptions.RunException when the stack has no such output, or it is no binding
     */
    public static Binding fromStack(StackReference stack, String output) {
        return BindingExport.read(
                stack.getValueAsync(output).join(),
                "output %s of stack %s".formatted(output, stack.pulumiResourceName()));
    }

    /** Starts a binding. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Binding}. */
    public static final class Builder extends ImmutableBinding.Builder {
        Builder() {}
    }
}
