package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.preflight.sandbox.constraint.ScopedConstraint;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables have no key that the sandbox would ignore, at any level. */
class TableKeysTest {

    private static final String QUEUE = "aws:sqs/queue:Queue";

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#modules")
    void a_table_has_only_types_and_functions_of_its_module(String module) {
        var name = module.replace(".json", "");

        assertThat(Tables.table(module).keySet()).isSubsetOf("types", "functions");
        assertThat(Tables.types(module).keySet()).allMatch(type -> type.startsWith("aws:" + name + "/"));
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#types")
    void every_type_has_only_known_keys(String type) {
        assertThatCode(() -> ResourceSpec.read(type, Tables.type(type))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#functions")
    void every_function_has_only_known_keys(String function) {
        assertThatCode(() -> new ResourceSpecs().function(function)).doesNotThrowAnyException();
    }

    @Test
    void every_region_has_the_same_facts() {
        var regions = PlainJson.object(PlainJson.resource("regions.json").get("regions"));
        var expected = PlainJson.object(regions.get("us-east-1")).keySet();

        assertThat(regions.values()).allSatisfy(region -> assertThat(
                        PlainJson.object(region).keySet().stream().filter(key -> !key.equals("partition")))
                .containsExactlyInAnyOrderElementsOf(expected));
    }

    /** Each with the key {@code whne}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 'a', 'whne': []}",
                "{'id': 'a', 'name': {'whne': 1}}",
                "{'id': 'a', 'outputsWhen': [{'whne': {}, 'outputs': {}}]}",
                "{'id': 'a', 'changesOnUpdate': [{'whne': {}, 'outputs': []}]}",
                "{'id': 'a', 'rejectedUpdates': [{'whne': {}, 'message': 'no'}]}",
                "{'id': 'a', 'rejectedDeletions': [{'whne': {}, 'message': 'no'}]}",
                "{'id': 'a', 'rollsBack': {'name': {'whne': 1, 'property': 'a', 'texts': []}}}",
                "{'id': 'a', 'constraints': {'AWS': [{'property': 'name', 'required': true, 'whne': {}}]}}",
                "{'id': 'a', 'constraints': {'AWS': [{'atMostOne': ['a', 'b'], 'whne': {}}]}}",
                "{'id': 'a', 'constraints': {'AWS': [{'ordered': ['a', 'b'], 'whne': {}}]}}",
                "{'id': 'a', 'constraints': {'AWS': [{'distinct': 'a', 'whne': {}}]}}",
                "{'id': 'a', 'constraints': {'AWS': [{'property': 'a', 'among': ['b'], 'whne': {}}]}}",
                "{'id': 'a', 'constraints': {'AWS': [{'property': 'a', 'absent': true, 'whne': {}}]}}"
            })
    void rejects_an_unknown_key_of_a_type(String json) {
        assertThatThrownBy(() -> ResourceSpec.read(QUEUE, parsed(json)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("unknown key \"whne\" in ");
    }

    @Test
    void suggests_the_key_that_was_meant() {
        assertThatThrownBy(() -> ResourceSpec.read(QUEUE, parsed("{'id': 'a', 'replaceWhen': {}}")))
                .hasMessage("unknown key \"replaceWhen\" in aws:sqs/queue:Queue; did you mean \"replacesWhen\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'result': {}, 'whne': 1}", "{'resultWhen': [{'whne': {}, 'result': {}}]}"})
    void rejects_an_unknown_key_of_a_function(String json) {
        assertThatThrownBy(() -> FunctionSpec.read("aws:index/getRegion:getRegion", parsed(json)))
                .hasMessageStartingWith("unknown key \"whne\" in ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name|uppre}", "{name|replace a}", "{name|lower a}", "{name|map}"})
    void rejects_an_unknown_filter_of_a_template_and_a_wrong_number_of_its_words(String template) {
        assertThatThrownBy(() -> Template.parse(template))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("not a filter of a template: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'exactlyOne': ['a'], 'atMostOne': ['a', 'b']}",
                "{'atMostOne': ['a'], 'property': 'a', 'required': true}",
                "{'ordered': ['a', 'b'], 'increasing': ['a', 'b']}",
                "{'ordered': ['a', 'b', 'c']}",
                "{'distinct': 'a', 'property': 'a'}",
                "{'property': 'a', 'among': ['b'], 'values': ['c']}",
                "{'property': 'a', 'absent': true, 'required': true}",
                "{'property': 'a', 'absent': true, 'values': ['b']}",
                "{'property': 'a', 'absent': false}",
                "{'property': 'a', 'required': false}",
                "{'property': 'a', 'step': 2}",
                "{'property': 'a', 'or': [0], 'values': ['a']}",
                "{'property': 'a'}",
                "{'required': true}"
            })
    void rejects_a_constraint_with_keys_that_contradict_each_other_or_test_nothing(String json) {
        assertThatThrownBy(() -> ScopedConstraint.read(parsed(json), "AWS")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tests_a_value_by_every_key_of_its_constraint() {
        var json = "{'property': 'name', 'required': true, 'pattern': '[a-z]*', 'maxLength': 3}";

        assertThat(reasons(json, Map.of())).containsExactly("is required (AWS)");
        assertThat(reasons(json, Map.of("name", "ab"))).isEmpty();
        assertThat(reasons(json, Map.of("name", "A"))).containsExactly("must match [a-z]* (AWS)");
        assertThat(reasons(json, Map.of("name", "abcd"))).containsExactly("must be at most 3 characters long (AWS)");
        assertThat(reasons(json, Map.of("name", "ABCD"))).hasSize(2);
    }

    @Test
    void reports_the_message_of_a_constraint_once_when_several_of_its_tests_fail() {
        var json = "{'property': 'name', 'pattern': '[a-z]*', 'maxLength': 3, 'message': 'must be short'}";

        assertThat(reasons(json, Map.of("name", "ABCD"))).containsExactly("must be short (AWS)");
    }

    private static List<String> reasons(String json, Map<String, Object> inputs) {
        return ScopedConstraint.read(parsed(json), "AWS").violations(inputs).stream()
                .map(Violation::reason)
                .toList();
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return PlainJson.object(PlainJson.parse(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
