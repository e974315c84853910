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
 * Everything that a consumer needs to use a component, with least privilege. A consumer (a {@code FargateService}, a
 * Lambda function) takes bindings in its arguments and applies them: environment variables, secrets, permissions,
 * security group rules, and the AWS services that must be reachable.
 *
 * <pre>{@code
 * FargateServiceArgs.builder().uses(database.connection(), inbound.consume(), replica.send())
 * }</pre>
 */
@Value.Immutable
@ArgsStyle
public abstract class Binding {

    /**
     * The name of the resource or component that is used, such as {@code pipeline-inbound}: letters, digits, dots,
     * hyphens and underscores, 128 at most. It names the consumer's rules, so two providers of one consumer need
     * different names.
     */
    public abstract String provider();

    /** The kind of use, in one verb: {@code connect}, {@code send}, {@code consume}, {@code read}. */
    public abstract String access();

    /** The plain environment variables. */
    public abstract Map<String, Output<String>> environment();

    /** The environment variables whose values are secrets. */
    public abstract Map<String, SecretReference> secrets();

    /** The permissions of the consumer's role. */
    public abstract List<PolicyStatement> statements();

    /** The security group and port of a provider in a network; empty for AWS services. */
    public abstract Optional<NetworkPath> path();

    /** The AWS services that the consumer calls because of this binding. */
    public abstract Set<AwsService> services();

    /**
     * Whether the provider pauses when it has no connections, so that a consumer that keeps connections open prevents
     * it. Default: {@code false}.
     */
    @Value.Default
    public boolean pausesWhenIdle() {
        return false;
    }

    /**
     * Returns the binding as an output of this stack, for {@link #fromStack} in another:
     * {@code context.export("database", database.connection().export())}. It contains ids and ARNs, never a secret.
     */
    public final Output<String> export() {
        return BindingExport.write(this);
    }

    /**
     * Returns a binding that another stack exported. The other stack is read immediately, because the contents of a
     * binding decide which resources its consumer has. Meanwhile the common pool needs two more threads: if the JVM has
     * fewer than four cores, set {@code -Djava.util.concurrent.ForkJoinPool.common.parallelism=4}.
     *
     * @throws com.pulumi.exceptions.RunException if the stack has no output of this name, or it is not a binding
     */
    public static Binding fromStack(StackReference stack, String output) {
        return BindingExport.read(
                stack.getValueAsync(output).join(),
                "output %s of stack %s".formatted(output, stack.pulumiResourceName()));
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Binding}. */
    public static final class Builder extends ImmutableBinding.Builder {
        Builder() {}
    }
}
