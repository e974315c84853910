package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.preflight.sandbox.constraint.Condition;
import dev.ashlar.preflight.sandbox.constraint.ScopedConstraint;
import dev.ashlar.preflight.sandbox.model.Checker;
import dev.ashlar.preflight.sandbox.model.Shape;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.state.GeneratedValues;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks up in the SDK the properties that constraints, conditions and templates name. */
class TableNamesTest {

    private static final String TYPES = "dev.ashlar.preflight.sandbox.spec.Tables#types";
    private static final String FUNCTIONS = "dev.ashlar.preflight.sandbox.spec.Tables#functions";

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_input_exists(String type) {
        var table = Tables.type(type);
        var named = new ArrayList<String>();
        for (var key : List.of("replaces", "updates", "sets", "replacesWhenLowered", "keptWithoutInput")) {
            PlainJson.strings(table.get(key)).stream()
                    .filter(path -> !path.equals("*"))
                    .forEach(named::add);
        }
        for (var key : List.of("defaults", "absentDefaults", "replacesWhen", "replacesWhenAppearing", "rollsBack")) {
            named.addAll(PlainJson.object(table.get(key)).keySet());
        }
        entries(table, "rejectedUpdates").forEach(rejection -> Optional.ofNullable((String) rejection.get("loses"))
                .ifPresent(named::add));
        entries(table, "changesOnUpdate").forEach(renewal -> named.addAll(PlainJson.strings(renewal.get("exceptFor"))));
        constraints(table).forEach(constraint -> named.addAll(properties(constraint)));

        assertThat(named).allMatch(path -> SdkProperties.isInput(type, path));
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_input_in_a_condition_exists_and_can_have_the_value(String type) {
        var table = Tables.type(type);
        var conditions = new ArrayList<Map<String, Object>>();
        constraints(table).forEach(constraint -> conditions.add(scoped(constraint)));
        for (var key : List.of("replacesWhen", "replacesWhenAppearing")) {
            PlainJson.object(table.get(key)).values().forEach(when -> conditions.add(PlainJson.object(when)));
        }
        entries(table, "rejectedUpdates").forEach(rejection -> {
            conditions.add(PlainJson.object(rejection.get("before")));
            conditions.add(PlainJson.object(rejection.get("when")));
        });
        conditions.add(PlainJson.object(PlainJson.object(table.get("name")).get("suffixWhen")));

        assertThat(conditions)
                .allSatisfy(condition -> Condition.read(condition).accepted().forEach((name, values) -> {
                    assertThat(name.replace("?", "")).matches(path -> SdkProperties.isInput(type, path));
                    assertThat(values).allMatch(fits(type, name));
                }));
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_property_in_a_condition_on_the_state_exists(String type) {
        var table = Tables.type(type);
        var named = new ArrayList<String>();
        for (var key : List.of("outputsWhen", "changesOnUpdate", "rejectedDeletions")) {
            entries(table, key)
                    .forEach(entry ->
                            named.addAll(PlainJson.object(entry.get("when")).keySet()));
        }

        assertThat(named).allMatch(name -> SdkProperties.isProperty(type, name.replace("?", "")));
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_listed_value_and_default_has_the_kind_of_its_property(String type) {
        var table = Tables.type(type);

        constraints(table)
                .filter(constraint -> constraint.containsKey("values"))
                .forEach(constraint -> assertThat(PlainJson.list(constraint.get("values")))
                        .as(constraint.toString())
                        .allMatch(fits(type, properties(constraint).get(0))));
        assertThat(new Checker(SdkProperties.MODEL)
                        .check(
                                PlainJson.object(table.get("defaults")),
                                SdkProperties.MODEL.inputs(type).orElseThrow()))
                .allMatch(violation -> violation.reason().equals("required property is missing"));
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_output_exists(String type) {
        var outputs =
                SdkProperties.MODEL.properties(SdkProperties.MODEL.outputs(type).orElseThrow());
        var spec = new ResourceSpecs().type(type);

        for (var group : spec.outputs()) {
            assertThat(outputs.keySet()).containsAll(group.values().keySet());
        }
        for (var renewed : spec.renewedOutputs()) {
            assertThat(outputs.keySet()).containsAll(renewed.outputs());
        }
    }

    @ParameterizedTest
    @MethodSource(TYPES)
    void every_placeholder_of_a_resource_can_be_filled(String type) {
        var spec = new ResourceSpecs().type(type);
        var messages = Stream.concat(
                spec.rejectedUpdates().stream().map(RejectedUpdate::message),
                spec.rejectedDeletions().stream().map(RejectedDeletion::message));
        // The provider completes a name from its prefix, also for the types of which the SDK leaves the prefix out.
        var prefix =
                Optional.ofNullable(spec.name()).map(Autoname::prefixProperty).orElse("id");
        Predicate<String> isProperty =
                path -> List.of("id", prefix).contains(path) || SdkProperties.isProperty(type, path);

        Stream.concat(Stream.of(spec.id()), messages).forEach(template -> assertCanBeFilled(template, isProperty));
        spec.outputs().forEach(outputs -> assertCanBeFilled(outputs.values(), isProperty));
    }

    @ParameterizedTest
    @MethodSource(FUNCTIONS)
    void every_property_of_a_function_exists_and_its_placeholders_can_be_filled(String function) {
        var spec = new ResourceSpecs().function(function);
        var results = SdkProperties.MODEL
                .properties(SdkProperties.MODEL.result(function).orElseThrow())
                .keySet();

        Stream.concat(
                        spec.conditionalResults().stream(),
                        Stream.of(new ConditionalOutputs(Condition.ALWAYS, spec.result())))
                .forEach(outputs -> {
                    assertThat(results).containsAll(outputs.values().keySet());
                    assertThat(outputs.condition().accepted().keySet())
                            .allMatch(name -> SdkProperties.isOfFunction(function, name));
                    assertCanBeFilled(outputs.values(), path -> SdkProperties.isOfFunction(function, path));
                });
        Stream.ofNullable(spec.reads())
                .forEach(arn -> assertCanBeFilled(arn, path -> SdkProperties.isOfFunction(function, path)));
    }

    private static void assertCanBeFilled(@Nullable Object value, Predicate<String> isProperty) {
        if (value instanceof String text) {
            assertCanBeFilled(Template.parse(text), isProperty);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> assertCanBeFilled(item, isProperty));
        } else if (value instanceof Map<?, ?> map && map.containsKey("forEach")) {
            assertThat(PlainJson.object(map)).containsOnlyKeys("forEach", "item");
            assertThat(PlainJson.strings(map.get("forEach"))).allMatch(isProperty);
            assertCanBeFilled(map.get("item"), path -> path.equals("it") || isProperty.test(path));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> assertCanBeFilled(member, isProperty));
        }
    }

    private static void assertCanBeFilled(Template template, Predicate<String> isProperty) {
        assertThat(template.properties()).as(template.toString()).allMatch(isProperty);
        assertThat(template.generatedKinds()).allSatisfy(kind -> assertThatCode(
                        () -> new GeneratedValues("urn", 0, Clock.systemUTC()).generate(kind))
                .doesNotThrowAnyException());
        assertThat(template.literals())
                .as(template.toString())
                .noneMatch(text -> text.matches("(?s)(.*[^$])?\\{[@#A-Za-z].*"));
        for (var region : PlainJson.object(PlainJson.resource("regions.json").get("regions"))
                .keySet()) {
            var facts = Cloud.of(region, Map.of()).orElseThrow().variables().keySet();
            assertThat(template.cloudNames()).allMatch(name -> facts.stream().anyMatch(fact -> fact.startsWith(name)));
        }
    }

    /** Returns the condition of a constraint, with paths from the resource. */
    private static Map<String, Object> scoped(Map<String, Object> constraint) {
        var scoped = new LinkedHashMap<String, Object>();
        PlainJson.object(constraint.get("when"))
                .forEach((name, value) ->
                        scoped.put(name.startsWith("/") ? name.substring(1) : scope(constraint) + name, value));
        return scoped;
    }

    private static List<String> properties(Map<String, Object> constraint) {
        return ScopedConstraint.read(constraint, "test").constraint().properties().stream()
                .map(path -> scope(constraint) + path)
                .toList();
    }

    private static String scope(Map<String, Object> constraint) {
        return constraint.get("at") == null ? "" : constraint.get("at") + ".";
    }

    private static Stream<Map<String, Object>> constraints(Map<String, Object> table) {
        return PlainJson.object(table.get("constraints")).values().stream()
                .flatMap(constraints -> PlainJson.list(constraints).stream())
                .map(PlainJson::object);
    }

    private static Stream<Map<String, Object>> entries(Map<String, Object> table, String key) {
        return PlainJson.list(table.get(key)).stream()
                .filter(Map.class::isInstance)
                .map(PlainJson::object);
    }

    private static Predicate<Object> fits(String type, String name) {
        if (name.endsWith("?")) {
            return Boolean.class::isInstance;
        }
        return value -> SdkProperties.kindOfInput(type, name)
                .map(shape -> fits(shape, value))
                .orElse(true);
    }

    private static boolean fits(Shape shape, @Nullable Object value) {
        if (shape instanceof Shape.ListOf list) {
            return fits(list.item(), value);
        }
        if (shape instanceof Shape.Either either) {
            return fits(either.first(), value) || fits(either.second(), value);
        }
        return value == null
                || shape instanceof Shape.Anything
                || (shape instanceof Shape.Text && value instanceof String)
                || (shape instanceof Shape.Flag && value instanceof Boolean)
                || ((shape instanceof Shape.Whole || shape instanceof Shape.Decimal) && value instanceof Double);
    }
}
