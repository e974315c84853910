package dev.ashlar.core;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import dev.ashlar.graph.internal.program.Plan;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.internal.component.PreviousOutputs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every component of this library is: a Pulumi component that refuses faulty arguments before anything is registered
 * with the engine, and whose children are named after it.
 */
public abstract class Component extends ComponentResource {

    private final String name;
    private final boolean faulty;

    /**
     * Registers a component whose constructor cannot go on with faulty arguments.
     *
     * @param type the Pulumi type, such as {@code ashlar:network:Vpc}
     * @param violations what the component's own check found; any fault stops the program here
     * @throws InvalidArgsException with all faults in one message
     */
    protected Component(String type, String name, Violations violations, @Nullable ComponentResourceOptions options) {
        super(type, name, accepted(violations), options);
        this.name = name;
        this.faulty = false;
    }

    /**
     * Registers a component that makes its resources with {@link #create}.
     *
     * @param type the Pulumi type, such as {@code ashlar:network:Vpc}
     * @param violations what the component's own check found; collected while the program is planned
     * @throws InvalidArgsException with all faults in one message, when the program is not planned
     */
    protected Component(String type, String name, @Nullable ComponentResourceOptions options, Violations violations) {
        super(type, name, collected(violations), options);
        this.name = name;
        this.faulty = !violations.isEmpty();
    }

    // Runs before the super constructor, which already talks to the engine.
    private static ResourceArgs accepted(Violations violations) {
        violations.orThrow();
        return ResourceArgs.Empty;
    }

    private static ResourceArgs collected(Violations violations) {
        Ashlar.check(violations);
        return ResourceArgs.Empty;
    }

    /**
     * Creates the component's resources. A faulty component, which gets this far only while its program is planned, creates
     * none, and neither does one that finds a fault on the way.
     */
    protected final <R> Created<R> create(Supplier<R> resources) {
        if (faulty) {
            return Created.nothing();
        }
        try {
            return Created.of(resources.get());
        } catch (InvalidArgsException refusal) {
            if (Plan.current().filter(plan -> plan.add(refusal)).isPresent()) {
                return Created.nothing();
            }
            throw refusal;
        }
    }

    /** The place of this component's resources: their names, tags and options. */
    protected final Children children(Map<String, String> tags) {
        return Children.of(this, name, tags);
    }

    /** The name of a child of this component, see {@link Names#child}. */
    protected final String childName(String... words) {
        return Names.child(name, words);
    }

    /** The options of a child: this component is its parent. */
    protected final CustomResourceOptions child() {
        return childOptions().build();
    }

    /** Where the component's resources are: the partition, region and account of its provider. */
    protected final Output<AwsEnvironment> awsEnvironment() {
        return AwsEnvironment.of(InvokeOptions.builder().parent(this).build());
    }

    /**
     * Guards what AWS fixes when it creates a resource, or keeps when nobody mentions it: fails the program, at a preview too,
     * when what the component registered when the stack was last updated is at odds with what it is now. A child that must
     * not be touched then depends on it.
     *
     * @param changesSince finds the faults, by the registered output, a map; nothing is guarded before the first update, nor
     *     after one that broke off within the component
     */
    protected final Output<List<Resource>> rejectImmutableChanges(
            Map<String, Function<Map<?, ?>, Violations>> changesSince) {
        return OutputCheck.apply(PreviousOutputs.outputs(this), registered -> {
            var violations = Violations.of(name);
            new TreeMap<>(changesSince).forEach((output, faults) -> {
                if (registered.get(output) instanceof Map<?, ?> before) {
                    violations.addAll(faults.apply(before));
                }
            });
            violations.orThrow();
            return List.of();
        });
    }

    /** The options of a child, to be completed: this component is already its parent. */
    protected final CustomResourceOptions.Builder childOptions() {
        return CustomResourceOptions.builder().parent(this);
    }
}
