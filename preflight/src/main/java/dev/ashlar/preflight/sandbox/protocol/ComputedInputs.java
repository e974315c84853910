package dev.ashlar.preflight.sandbox.protocol;

import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.spec.ResourceSpec;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The optional inputs of a type that AWS computes when they are absent: those that the SDK has as required outputs and for
 * which the provider has no default. The provider compares them with the state, so neither removing one nor setting it to
 * the value that AWS chose is a change. (Terraform: optional and computed, "Schema Behaviors" in the documentation of its
 * plugin SDK.)
 *
 * @param properties their names
 * @param kept other properties, also parts of objects, that keep their value when the program no longer gives them
 */
public record ComputedInputs(Set<String> properties, List<PropertyPath> kept) {

    public static ComputedInputs of(PropertyModel model, String type, ResourceSpec spec) {
        var properties = new LinkedHashSet<String>();
        var outputs = model.outputs(type).map(model::properties).orElse(Map.of());
        model.inputs(type).map(model::properties).orElse(Map.of()).forEach((name, input) -> Optional.ofNullable(
                        outputs.get(name))
                .filter(output -> !input.required() && output.required())
                .filter(output -> !spec.defaults().containsKey(name))
                .ifPresent(output -> properties.add(name)));
        return new ComputedInputs(properties, spec.keptWithoutInput());
    }

    /** Whether a property keeps its value when the program no longer gives it. */
    boolean stays(String property) {
        return properties.contains(property) || kept.contains(PropertyPath.parse(property));
    }

    /**
     * Adds the computed values to the side of a comparison that does not give them.
     *
     * @param state the last state of the resource
     */
    public void addTo(
            Map<String, @Nullable Object> olds, Map<String, @Nullable Object> news, Map<String, Object> state) {
        olds.forEach((name, value) -> {
            if (value != null && news.get(name) == null && stays(name)) {
                news.put(name, value);
            }
        });
        for (var path : kept) {
            var value = path.first(olds);
            if (value != null) {
                news.putAll(AbsentDefaults.filled(news, path, value));
            }
        }
        Stream.concat(properties.stream(), kept.stream().map(PropertyPath::top)).forEach(name -> {
            if (news.get(name) != null && olds.get(name) == null && state.get(name) != null) {
                olds.put(name, membersOf(state.get(name), news.get(name)));
            }
        });
    }

    /** Returns the members of an object in the state that the program now gives. */
    private static @Nullable Object membersOf(@Nullable Object state, @Nullable Object given) {
        if (!(state instanceof Map<?, ?> known && given instanceof Map<?, ?> object)) {
            return state;
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        PlainJson.object(object).forEach((name, value) -> members.put(name, membersOf(known.get(name), value)));
        return members;
    }
}
