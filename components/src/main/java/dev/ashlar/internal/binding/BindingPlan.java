package dev.ashlar.internal.binding;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.NetworkPath;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.OutputCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The bindings of a consumer taken together. Bindings to the same provider are merged, so the consumer has one policy
 * and one network path for each provider.
 */
public final class BindingPlan {

    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final Collection<Binding> bindings;

    private BindingPlan(Collection<Binding> bindings) {
        this.bindings = bindings;
    }

    /** Returns the plan for these bindings. */
    public static BindingPlan of(Collection<Binding> bindings) {
        return new BindingPlan(List.copyOf(bindings));
    }

    /** Returns the plain environment variables, sorted by name. */
    public SortedMap<String, Output<String>> environment() {
        var all = new TreeMap<String, Output<String>>();
        for (var binding : bindings) {
            binding.environment()
                    .forEach((variable, value) -> all.merge(
                            variable, value, (first, second) -> same(binding.provider(), variable, first, second)));
        }
        return all;
    }

    /** Returns the secret environment variables, sorted by name. */
    public SortedMap<String, SecretReference> secrets() {
        var all = new TreeMap<String, SecretReference>();
        for (var binding : bindings) {
            binding.secrets()
                    .forEach((variable, reference) -> all.merge(
                            variable, reference, (first, second) -> same(binding.provider(), variable, first, second)));
        }
        return all;
    }

    /** Returns the permissions, by provider. */
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

    /** Returns the network paths, by provider. */
    public SortedMap<String, NetworkPath> paths() {
        var all = new TreeMap<String, NetworkPath>();
        for (var binding : bindings) {
            binding.path()
                    .ifPresent(path -> all.merge(
                            binding.provider(),
                            path,
                            (first, second) -> new NetworkPath(
                                    same(
                                            binding.provider(),
                                            "its security group",
                                            first.securityGroupId(),
                                            second.securityGroupId()),
                                    first.port())));
        }
        return all;
    }

    private static SecretReference same(
            String provider, String variable, SecretReference first, SecretReference second) {
        return new SecretReference(
                same(provider, variable, first.secretArn(), second.secretArn()),
                first.jsonKey(),
                first.kmsKeyArn() == null ? second.kmsKeyArn() : first.kmsKeyArn(),
                first.rotates() || second.rotates());
    }

    /**
     * Returns the value that two bindings to one provider share. If two providers have the same name, the values
     * differ, which is rejected when the outputs resolve.
     */
    private static Output<String> same(String provider, String what, Output<String> first, Output<String> second) {
        return first == second
                ? first
                : OutputCheck.of(
                                Output.tuple(first, second),
                                Violations.of("Binding", provider),
                                (both, violations) -> violations.expect(
                                        both.t1.equals(both.t2),
                                        what,
                                        "two different values",
                                        "the bindings of a consumer to %s must agree".formatted(provider),
                                        "give one of them another prefix, or two providers two names"))
                        .applyValue(both -> both.t1);
    }

    /** Returns the AWS services that the consumer must reach because of its bindings. */
    public Set<AwsService> services() {
        var all = EnumSet.noneOf(AwsService.class);
        bindings.forEach(binding -> all.addAll(binding.services()));
        return all;
    }

    /** Returns the edges of the architecture, in the form of the component output {@code uses}. */
    public List<Map<String, String>> edges() {
        return bindings.stream()
                .map(binding -> Map.of("provider", binding.provider(), "access", binding.access()))
                .distinct()
                .toList();
    }

    /**
     * Adds the violations that are known before anything is created: an incomplete binding, two bindings that set a
     * variable to different values, and two providers with the same name.
     */
    public void check(Set<String> ownVariables, Violations violations) {
        var whole = bindings.stream()
                .filter(binding -> isWhole(binding, violations))
                .toList();
        checkVariables(whole, ownVariables, violations);
        checkPaths(whole, violations);
    }

    // Rules and policies are named after the provider.
    private static boolean isWhole(Binding binding, Violations violations) {
        var provider = binding.provider();
        boolean named = provider != null && PROVIDER.matcher(provider).matches();
        violations.expect(
                named,
                "uses",
                "a binding to " + (provider == null ? "an unnamed provider" : '"' + provider + '"'),
                "rules and policies are named after the provider, in letters, digits and hyphens, 128 at most",
                "rename the provider");
        violations.expect(
                binding.access() != null,
                "uses",
                "a binding to %s without access".formatted(provider),
                "the diagram shows the kind of use",
                "set a verb, such as read");
        binding.path()
                .ifPresent(path -> violations.expect(
                        path.port() >= 1 && path.port() <= 65_535,
                        "uses",
                        "a binding to %s at port %d".formatted(provider, path.port()),
                        "TCP has ports 1 to 65535",
                        "give the port that the provider listens at"));
        return named && binding.access() != null;
    }

    private static void checkVariables(List<Binding> bindings, Set<String> ownVariables, Violations violations) {
        var setBy = new TreeMap<String, String>();
        var kinds = new TreeMap<String, String>();
        ownVariables.forEach(variable -> setBy.put(variable, "the environment option"));
        for (var binding : bindings) {
            var variables = new TreeMap<String, String>();
            binding.environment().keySet().forEach(variable -> variables.put(variable, "a plain value"));
            binding.secrets()
                    .forEach((variable, reference) -> variables.merge(
                            variable, "the secret's key " + reference.jsonKey(), (plain, secret) -> "both"));
            variables.forEach((variable, kind) -> {
                var other = setBy.put(variable, binding.provider());
                boolean otherProvider = other != null && !other.equals(binding.provider());
                violations.expect(
                        !otherProvider,
                        "uses",
                        "a binding to %s that sets %s".formatted(binding.provider(), variable),
                        "%s sets the same variable".formatted(other),
                        "give one of them another prefix");
                var otherKind = kinds.put(variable, kind);
                violations.expect(
                        otherProvider || otherKind == null || otherKind.equals(kind),
                        "uses",
                        "two bindings to %s that set %s".formatted(binding.provider(), variable),
                        "one takes %s and the other %s".formatted(otherKind, kind),
                        "give one of them another prefix");
            });
        }
    }

    private static void checkPaths(List<Binding> bindings, Violations violations) {
        var ports = new TreeMap<String, Integer>();
        for (var binding : bindings) {
            binding.path().ifPresent(path -> {
                var other = ports.putIfAbsent(binding.provider(), path.port());
                violations.expect(
                        other == null || other == path.port(),
                        "uses",
                        "bindings to %s at ports %d and %d".formatted(binding.provider(), other, path.port()),
                        "rules are named after the provider, so two providers need two names",
                        "give one of them another name");
            });
        }
    }
}
