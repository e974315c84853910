package dev.ashlar.preflight.sandbox.spec;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.constraint.ScopedConstraint;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of one resource type.
 *
 * @param name how the provider names it when the program does not
 * @param defaults what the provider fills in for absent inputs
 * @param constraints what AWS demands of its inputs
 * @param replaces the properties whose change replaces it
 * @param sets the properties whose order means nothing
 * @param documents the properties that are JSON, so that spaces and the order of keys mean nothing
 * @param deletesFirst whether old and new cannot exist side by side
 * @param id the id that AWS gives it
 * @param outputs what AWS answers beyond the inputs; each may name any other
 * @param renewedOutputs the outputs that updates change
 * @param keptWithoutInput the properties that stay as they are when the program no longer gives them, beyond those that the
 *     SDK shows to be left to AWS
 * @param absentMeans what the provider takes an absent property for when it compares, by path
 * @param updateRefusals when AWS refuses to change it
 * @param deletionRefusals when AWS refuses to delete it
 * @param rollbacks by property, what brings it back to its old value
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
        List<ComputedOutputs> outputs,
        List<RenewedOutputs> renewedOutputs,
        List<PropertyPath> keptWithoutInput,
        Map<String, Object> absentDefaults,
        List<RejectedUpdate> rejectedUpdates,
        List<RejectedDeletion> rejectedDeletions,
        Map<String, Rollback> rollbacks) {

    /** A group of outputs that AWS gives when a condition holds. */
    public record ComputedOutputs(Condition condition, Map<String, Object> values) {}

    /**
     * Outputs that an update changes when a condition holds, unless it changes nothing but some inputs: a function has a
     * new version after an update of its code, not of its tags. Written as the name of an output if neither matters.
     */
    public record RenewedOutputs(List<String> outputs, Condition condition, List<String> exceptFor) {

        static RenewedOutputs read(Object json) {
            if (json instanceof String output) {
                return new RenewedOutputs(List.of(output), Condition.ALWAYS, List.of());
            }
            var entry = PlainJson.object(json);
            return new RenewedOutputs(
                    PlainJson.strings(entry.get("outputs")),
                    Condition.read(entry.get("when")),
                    PlainJson.strings(entry.get("exceptFor")));
        }

        public boolean isCausedBy(Collection<String> changedInputs, Map<String, Object> resource) {
            return condition.holds(resource, resource) && !exceptFor.containsAll(changedInputs);
        }
    }

    /** A state in which AWS refuses to delete, and its words. */
    public record RejectedDeletion(Condition condition, Template message) {}

    /**
     * A change that AWS refuses, and its words: from one state to another, and where {@code loses} names a list, only if an
     * item of it is changed or taken away.
     */
    public record RejectedUpdate(
            Condition before, Condition after, @Nullable String loses, Template message) {

        public boolean concerns(Map<String, Object> olds, Map<String, Object> news) {
            return before.holds(olds, olds) && after.holds(news, news) && (loses == null || isLost(olds, news));
        }

        private boolean isLost(Map<String, Object> olds, Map<String, Object> news) {
            var kept = PlainJson.list(news.get(loses)).stream()
                    .map(RejectedUpdate::given)
                    .toList();
            return !Values.hasUnknown(news.get(loses))
                    && PlainJson.list(olds.get(loses)).stream()
                            .map(RejectedUpdate::given)
                            .anyMatch(item -> !kept.contains(item));
        }

        /** What an item says: an option that is false and one that is not given are the same. */
        private static Object given(Object item) {
            if (!(item instanceof Map<?, ?> object)) {
                return item;
            }
            var members = new HashMap<Object, Object>(object);
            members.values().removeIf(value -> value == null || value.equals(false));
            return members;
        }
    }

    /**
     * AWS accepts an update, fails at it, and goes back: when the resource that the new value names by its ARN has one of
     * some texts in a property.
     */
    public record Rollback(String property, List<String> texts) {

        public boolean isCausedBy(Map<String, Object> resource) {
            return resource.get(property) instanceof String value
                    && texts.stream().anyMatch(value::contains);
        }
    }

    /** The properties that replace: those named, or with {@code *} all but the exceptions. */
    public record ReplacingProperties(
            List<PropertyPath> properties,
            List<PropertyPath> exceptions,
            Map<String, Condition> when,
            Map<String, Condition> whenAppearing,
            List<String> whenLowered) {

        public boolean contains(PropertyPath place) {
            return properties.stream().anyMatch(property -> property.overlaps(place))
                    && exceptions.stream().noneMatch(exception -> exception.covers(place));
        }

        /** Whether a change of a property replaces only because of what the others are. */
        public boolean containsNow(String property, Map<String, Object> news) {
            var condition = when.get(property);
            return condition != null && condition.holds(news, news);
        }

        /** Whether it replaces that a property appears or goes, although a change of its value does not. */
        public boolean containsAppearance(String property, Map<String, Object> news) {
            var condition = whenAppearing.get(property);
            return condition != null && condition.holds(news, news);
        }

        /** Whether it replaces that a property goes back to an earlier version. */
        public boolean containsLowering(String property, @Nullable Object old, @Nullable Object now) {
            return whenLowered.contains(property)
                    && old instanceof String before
                    && now instanceof String after
                    && Version.parse(after).compareTo(Version.parse(before)) < 0;
        }
    }

    static ResourceSpec read(String type, Map<String, Object> json) {
        var id = (String) json.get("id");
        if (id == null) {
            throw new IllegalStateException("the table of " + type + " has no id");
        }
        var name = json.get("name") == null ? null : Autoname.read(PlainJson.object(json.get("name")));
        return new ResourceSpec(
                name,
                PlainJson.object(json.get("defaults")),
                constraints(PlainJson.object(json.get("rules"))),
                new ReplacingProperties(
                        paths(json.get("replaces")),
                        paths(json.get("updates")),
                        conditions(PlainJson.object(json.get("replacesWhen"))),
                        conditions(PlainJson.object(json.get("replacesWhenAppearing"))),
                        PlainJson.strings(json.get("replacesWhenLowered"))),
                paths(json.get("sets")),
                documents(PlainJson.object(json.get("rules"))),
                Boolean.TRUE.equals(json.get("deleteBeforeReplace")),
                Template.parse(id),
                outputs(json, name),
                PlainJson.list(json.get("changesOnUpdate")).stream()
                        .map(RenewedOutputs::read)
                        .toList(),
                paths(json.get("keptWithoutInput")),
                PlainJson.object(json.get("absentMeans")),
                rejectedUpdates(json),
                PlainJson.list(json.get("deletionRefused")).stream()
                        .map(PlainJson::object)
                        .map(entry -> new RejectedDeletion(
                                Condition.read(entry.get("when")), Template.parse((String) entry.get("says"))))
                        .toList(),
                rollbacks(PlainJson.object(json.get("rollsBack"))));
    }

    private static Map<String, Rollback> rollbacks(Map<String, Object> json) {
        return json.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            var cause = PlainJson.object(entry.getValue());
            return new Rollback((String) cause.get("property"), PlainJson.strings(cause.get("texts")));
        }));
    }

    private static List<RejectedUpdate> rejectedUpdates(Map<String, Object> json) {
        return PlainJson.list(json.get("updateRefused")).stream()
                .map(PlainJson::object)
                .map(entry -> new RejectedUpdate(
                        Condition.read(entry.get("before")),
                        Condition.read(entry.get("when")),
                        (String) entry.get("loses"),
                        Template.parse((String) entry.get("says"))))
                .toList();
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
                .map(constraint -> PropertyPath.parse((String) constraint.get("property")))
                .toList();
    }

    private static List<ComputedOutputs> outputs(Map<String, Object> json, @Nullable Autoname name) {
        var conditional = PlainJson.list(json.get("outputsWhen")).stream()
                .map(PlainJson::object)
                .map(entry ->
                        new ComputedOutputs(Condition.read(entry.get("when")), PlainJson.object(entry.get("outputs"))));
        var completed = Stream.ofNullable(name)
                .map(autoname -> new ComputedOutputs(
                        Condition.read(Map.of(autoname.prefixProperty() + "?", true)),
                        Map.of(autoname.property(), autoname.completedName())));
        var always = Stream.of(new ComputedOutputs(Condition.ALWAYS, PlainJson.object(json.get("outputs"))));
        return Stream.of(conditional, completed, always)
                .flatMap(groups -> groups)
                .toList();
    }

    private static List<PropertyPath> paths(@Nullable Object json) {
        return PlainJson.strings(json).stream().map(PropertyPath::parse).toList();
    }
}
