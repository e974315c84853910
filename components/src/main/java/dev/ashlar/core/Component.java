package dev.ashlar.core;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import dev.ashlar.graph.internal.program.Plan;
import dev.ashlar.internal.component.AwsEnvironment;
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
 * The base of all components of this library: a Pulumi component that rejects invalid arguments before it registers
 * anything with the engine, and whose children are named after it.
 */
public abstract class Component extends ComponentResource {

    private final String name;
    private final boolean faulty;

    /**
     * Registers a component that creates its resources with {@link #create}.
     *
     * @param type the Pulumi type, such as {@code ashlar:network:Vpc}
     * @param violations the violations that the component's check found; collected while the program is planned
     * @throws InvalidArgsException if there are violations and the program is not planned; the message contains all
     *     of them
     */
    protected Component(String type, String name, @Nullable ComponentResourceOptions options, Violations violations) {
        super(type, registrable(name, violations), collected(violations), options);
        this.name = name;
        this.faulty = !violations.isEmpty();
    }

    // The SDK rejects an empty name with an exception that would hide the faults of the components that follow, and
    // leaves a task open that never ends. The empty name is among the violations, so only a plan sees the other one.
    private static String registrable(String name, Violations violations) {
        return name.isEmpty() && !violations.isEmpty() ? "unnamed" : name;
    }

    // Runs before the super constructor, which already talks to the engine.
    private static ResourceArgs collected(Violations violations) {
        Ashlar.check(violations);
        return ResourceArgs.Empty;
    }

    /**
     * Creates the component's resources. A component with violations, which gets here only while its program is
     * planned, creates none. Neither does a component that finds a violation meanwhile.
     */
    protected final <R> Created<R> create(Supplier<R> resources) {
        if (faulty) {
            return Created.nothing();
        }
        try {
            return Created.of(resources.get());
        } catch (InvalidArgsException rejection) {
            if (Plan.current().filter(plan -> plan.add(rejection)).isPresent()) {
                return Created.nothing();
            }
            throw rejection;
        }
    }

    /** Returns the place of this component's resources: their names, tags and options. */
    protected final Children children(Map<String, String> tags) {
        return Children.of(this, name, tags);
    }

    /** Returns the name of a child of this component, see {@link Names#child}. */
    protected final String childName(String... words) {
        return Names.child(name, words);
    }

    /** Returns the options of a child, whose parent is this component. */
    protected final CustomResourceOptions child() {
        return childOptions().build();
    }

    /** Returns the partition, region and account of the component's provider. */
    protected final Output<AwsEnvironment> awsEnvironment() {
        return AwsEnvironment.of(InvokeOptions.builder().parent(this).build());
    }

    /**
     * Returns resources to depend on, which fail the program if a property that AWS fixes at creation changes. Compares
     * the component's outputs of the last update with its present options, at preview too. A child that must not be
     * changed depends on the result.
     *
     * @param changesSince finds the violations, by the name of a registered output that is a map; nothing is
     *     compared before the first update, nor after one that failed within the component
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

    /** Returns the options of a child to complete, with this component as parent. */
    protected final CustomResourceOptions.Builder childOptions() {
        return CustomResourceOptions.builder().parent(this);
    }
}
