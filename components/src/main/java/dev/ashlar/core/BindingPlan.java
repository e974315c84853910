package dev.ashlar.core;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a consumer's bindings amount to together. Bindings to the same provider are merged, so the consumer gets one policy
 * and one way through the network for each provider.
 */
public final class BindingPlan {

    private final Collection<Binding> bindings;

    private BindingPlan(Collection<Binding> bindings) {
        this.bindings = bindings;
    }

    /** The plan for these bindings. */
    public static BindingPlan of(Collection<Binding> bindings) {
        return new BindingPlan(List.copyOf(bindings));
    }

    /** All plain environment variables, sorted by name. */
    public SortedMap<String, Output<String>> environment() {
        var all = new TreeMap<String, Output<String>>();
        bindings.forEach(binding -> all.putAll(binding.environment()));
        return all;
    }

    /** All secret environment variables, sorted by name. */
    public SortedMap<String, SecretReference> secrets() {
        var all = new TreeMap<String, SecretReference>();
        bindings.forEach(binding -> all.putAll(binding.secrets()));
        return all;
    }

    /** The permissions, by provider. */
    public SortedMap<String, List<PolicyStatement>> permissions() {
        var all = new TreeMap<String, List<PolicyStatement>>();
        for (var binding : bindings) {
            if (!binding.statements().isEmpty()) {
                all.computeIfAbsent(binding.provider(), provider -> new ArrayList<>())
                        .addAll(binding.statements());
            }
        }
        return all;
    }

    /** The ways through the network, by provider. */
    public SortedMap<String, NetworkPath> paths() {
        var all = new TreeMap<String, NetworkPath>();
        for (var binding : bindings) {
            binding.path().ifPresent(path -> all.putIfAbsent(binding.provider(), path));
        }
        return all;
    }

    /** The AWS services that the consumer must reach because of its bindings. */
    public Set<AwsService> services() {
        var all = EnumSet.noneOf(AwsService.class);
        bindings.forEach(binding -> all.addAll(binding.services()));
        return all;
    }

    /** The edges of the architecture, in a form that a component registers as its output {@code uses}. */
    public List<Map<String, String>> edges() {
        return bindings.stream()
                .map(binding -> Map.of("provider", binding.provider(), "access", binding.access()))
                .distinct()
                .toList();
    }

    /** Adds a fault for each environment variable that more than one binding, or a binding and the consumer, would set. */
    public void check(Set<String> ownVariables, Violations violations) {
        var setBy = new TreeMap<String, String>();
        ownVariables.forEach(variable -> setBy.put(variable, "the environment option"));
        for (var binding : bindings) {
            for (var variables :
                    List.of(binding.environment().keySet(), binding.secrets().keySet())) {
                for (var variable : variables) {
                    var other = setBy.put(variable, binding.provider());
                    violations.expect(
                            other == null || other.equals(binding.provider()),
                            "uses",
                            "a binding to %s that sets %s".formatted(binding.provider(), variable),
                            "%s sets the same variable".formatted(other),
                            "give one of them another prefix");
                }
            }
        }
    }
}
