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
 * The properties of a type that AWS decides where the program does not: optional inputs that the SDK has as outputs that are
 * always there, and for which the provider has no default of its own. The provider compares them with what AWS has, so
 * neither taking such an input away nor giving the value that AWS chose is a change. (Terraform calls them optional and
 * computed: "Schema Behaviors" in the documentation of its plugin SDK.)
 *
 * @param properties their names
 * @param kept the other properties, also parts of objects, that the provider leaves as they are when the program no
 *     longer gives them
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

    /** Whether a property stays as it is although the program gives it no longer. */
    boolean stays(String property) {
        return properties.contains(property) || kept.contains(PropertyPath.parse(property));
    }

    /**
     * Adds to both sides of a comparison what the program leaves to AWS on that side only.
     *
     * @param state what AWS had last
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

    /** Of an object that AWS completed, the members that the program gives now. */
    private static @Nullable Object membersOf(@Nullable Object state, @Nullable Object given) {
        if (!(state instanceof Map<?, ?> known && given instanceof Map<?, ?> object)) {
            return state;
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        PlainJson.object(object).forEach((name, value) -> members.put(name, membersOf(known.get(name), value)));
        return members;
    }
}
