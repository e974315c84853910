package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.constraint.ScopedConstraint;
import dev.ashlar.preflight.sandbox.value.KnownKeys;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tables state of one resource type.
 *
 * @param name how the provider names a resource that the program leaves unnamed; null if it does not
 * @param defaults the values that the provider fills in for absent inputs
 * @param constraints what AWS requires of the inputs
 * @param replaces the properties of which a change replaces the resource
 * @param sets the lists whose order is irrelevant
 * @param documents the properties that are JSON, so that whitespace and the order of keys are irrelevant
 * @param deletesFirst whether the old resource must be deleted before its replacement is created
 * @param id the id that AWS assigns
 * @param outputs what AWS returns beyond the inputs; each may refer to any other
 * @param renewedOutputs the outputs that get a new value in an update
 * @param keptWithoutInput the properties that keep their value when the program no longer gives them, beyond the computed
 *     ones, which the SDK shows
 * @param absentDefaults by path, the value that the provider compares with when a property is absent
 * @param rejectedUpdates the updates that AWS rejects
 * @param rejectedDeletions the states in which AWS rejects a deletion
 * @param rollbacks by property, when AWS rolls back to its old value
 */
public record ResourceSpec(
        @Nullable Autoname name,
        Map<String, Object> defaults,
        List<ScopedConstraint> constraints,
        ReplacingProperties replaces,
        List<PropertyPath> sets,
        List<PropertyPath> documents,
        boolean deletesFirst,
        Template id,
        List<ConditionalOutputs> outputs,
        List<RenewedOutputs> renewedOutputs,
        List<PropertyPath> keptWithoutInput,
        Map<String, Object> absentDefaults,
        List<RejectedUpdate> rejectedUpdates,
        List<RejectedDeletion> rejectedDeletions,
        Map<String, Rollback> rollbacks) {

    private static final String[] KEYS = {
        "name", "defaults", "constraints", "replaces", "updates", "replacesWhen", "replacesWhenAppearing",
        "replacesWhenLowered", "sets", "deleteBeforeReplace", "id", "outputs", "outputsWhen", "changesOnUpdate",
        "keptWithoutInput", "absentDefaults", "rejectedUpdates", "rejectedDeletions", "rollsBack"
    };

    static ResourceSpec read(String type, Map<String, Object> json) {
        KnownKeys.require(type, json, KEYS);
        var id = (String) json.get("id");
        if (id == null) {
            throw new IllegalStateException(type + " has no id");
        }
        var name = json.get("name") == null ? null : Autoname.read(PlainJson.object(json.get("name")));
        return new ResourceSpec(
                name,
                PlainJson.object(json.get("defaults")),
                constraints(PlainJson.object(json.get("constraints"))),
                replaces(json),
                paths(json.get("sets")),
                documents(PlainJson.object(json.get("constraints"))),
                Boolean.TRUE.equals(json.get("deleteBeforeReplace")),
                Template.parse(id),
                outputs(json, name),
                PlainJson.list(json.get("changesOnUpdate")).stream()
                        .map(RenewedOutputs::read)
                        .toList(),
                paths(json.get("keptWithoutInput")),
                PlainJson.object(json.get("absentDefaults")),
                PlainJson.list(json.get("rejectedUpdates")).stream()
                        .map(RejectedUpdate::read)
                        .toList(),
                PlainJson.list(json.get("rejectedDeletions")).stream()
                        .map(RejectedDeletion::read)
                        .toList(),
                PlainJson.object(json.get("rollsBack")).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Rollback.read(entry.getValue()))));
    }

    private static ReplacingProperties replaces(Map<String, Object> json) {
        return new ReplacingProperties(
                paths(json.get("replaces")),
                paths(json.get("updates")),
                conditions(PlainJson.object(json.get("replacesWhen"))),
                conditions(PlainJson.object(json.get("replacesWhenAppearing"))),
                PlainJson.strings(json.get("replacesWhenLowered")));
    }

    private static Map<String, Condition> conditions(Map<String, Object> json) {
        return json.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Condition.read(entry.getValue())));
    }

    private static List<ScopedConstraint> constraints(Map<String, Object> bySource) {
        var constraints = new ArrayList<ScopedConstraint>();
        bySource.forEach((source, list) -> PlainJson.list(list)
                .forEach(constraint -> constraints.add(ScopedConstraint.read(PlainJson.object(constraint), source))));
        return constraints;
    }

    private static List<PropertyPath> documents(Map<String, Object> bySource) {
        return bySource.values().stream()
                .flatMap(list -> PlainJson.list(list).stream())
                .map(PlainJson::object)
                .filter(constraint -> "json".equals(constraint.get("format")))
                .map(constraint -> PropertyPath.parse(PlainJson.text(constraint, "property")))
                .toList();
    }

    private static List<ConditionalOutputs> outputs(Map<String, Object> json, @Nullable Autoname name) {
        var conditional = PlainJson.list(json.get("outputsWhen")).stream()
                .map(entry -> ConditionalOutputs.read(entry, "outputs"));
        var completed = Stream.ofNullable(name)
                .map(autoname -> new ConditionalOutputs(
                        Condition.read(Map.of(autoname.prefixProperty() + "?", true)),
                        Map.of(autoname.property(), autoname.completedName())));
        var always = Stream.of(new ConditionalOutputs(Condition.ALWAYS, PlainJson.object(json.get("outputs"))));
        return Stream.of(conditional, completed, always)
                .flatMap(groups -> groups)
                .toList();
    }

    private static List<PropertyPath> paths(@Nullable Object json) {
        return PlainJson.strings(json).stream().map(PropertyPath::parse).toList();
    }
}
