package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.preflight.sandbox.SandboxClient;
import dev.ashlar.preflight.sandbox.constraint.ScopedConstraint;
import dev.ashlar.preflight.sandbox.model.PropertyModel;
import dev.ashlar.preflight.sandbox.model.Shape;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.state.GeneratedValues;
import dev.ashlar.preflight.sandbox.state.ResourceState;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.PropertyPath;
import dev.ashlar.preflight.sandbox.value.Values;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables against the SDK: whatever they name exists there, and whatever they state says where it comes from. */
class TablesTest {

    private static final PropertyModel MODEL = new PropertyModel();

    static Stream<String> modules() throws IOException {
        var folder = Path.of(URI.create(TablesTest.class
                .getResource("/dev/ashlar/preflight/sandbox/tables")
                .toString()));
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<String> types() throws IOException {
        return modules().flatMap(module -> types(module).keySet().stream());
    }

    static Stream<String> functions() throws IOException {
        return modules().flatMap(module -> PlainJson.object(table(module).get("functions")).keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_file_holds_types_and_functions_of_its_module_alone(String module) {
        var name = module.replace(".json", "");

        assertThat(table(module).keySet()).isSubsetOf("types", "functions");
        assertThat(types(module).keySet()).allMatch(type -> type.startsWith("aws:" + name + "/"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_is_one_of_the_sdk(String type) {
        assertThat(MODEL.inputs(type)).isPresent();
        assertThat(MODEL.outputs(type)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void every_function_is_one_of_the_sdk(String function) {
        assertThat(MODEL.result(function)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_input_named_exists(String type) {
        var table = table(type, "types");
        var named = new ArrayList<String>();
        for (var key : List.of("replaces", "updates", "sets", "replacesWhenLowered", "keptWithoutInput")) {
            PlainJson.strings(table.get(key)).stream()
                    .filter(path -> !path.equals("*"))
                    .forEach(named::add);
        }
        named.addAll(PlainJson.object(table.get("defaults")).keySet());
        named.addAll(PlainJson.object(table.get("absentMeans")).keySet());
        named.addAll(PlainJson.object(table.get("replacesWhen")).keySet());
        named.addAll(PlainJson.object(table.get("replacesWhenAppearing")).keySet());
        named.addAll(PlainJson.object(table.get("rollsBack")).keySet());
        PlainJson.list(table.get("updateRefused")).stream()
                .map(PlainJson::object)
                .forEach(rejection -> {
                    named.addAll(PlainJson.object(rejection.get("before")).keySet());
                    named.addAll(PlainJson.object(rejection.get("when")).keySet());
                    Optional.ofNullable((String) rejection.get("loses")).ifPresent(named::add);
                });
        PlainJson.object(table.get("rules")).values().forEach(rules -> PlainJson.list(rules)
                .forEach(rule -> named.addAll(properties(PlainJson.object(rule)))));

        assertThat(named)
                .allSatisfy(path -> assertThat(isInput(type, path)).as(path).isTrue());
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_output_named_exists(String type) {
        var outputs = MODEL.properties(MODEL.outputs(type).orElseThrow());

        for (var group : new ResourceSpecs().type(type).outputs()) {
            assertThat(outputs.keySet()).containsAll(group.values().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_rule_has_a_source(String type) {
        assertThat(PlainJson.object(table(type, "types").get("rules")).keySet())
                .allMatch(source ->
                        source.matches("(AWS|Amazon|Application Auto Scaling|Elastic Load Balancing) .+: .+"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_state_has_an_id_and_whole_arns(String type) {
        for (var region : List.of("eu-central-1", "cn-north-1", "us-gov-west-1")) {
            var cloud = Cloud.of(region, Map.of()).orElseThrow();
            var state = Values.plain(sample(type, cloud));

            assertThat((String) state.get("id")).isNotBlank().doesNotContain("{", "}");
            if (state.get("arn") instanceof String arn) {
                assertThat(arn)
                        .startsWith("arn:" + cloud.variables().get("partition") + ":")
                        .matches("arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\\d{12})?:.+");
            }
        }
    }

    @Test
    void no_table_writes_out_the_partition() throws IOException {
        assertThat(modules().map(TablesTest::table).map(Map::toString))
                .noneMatch(table -> table.contains("arn:aws:") || table.contains("amazonaws.com/"));
    }

    @Test
    void a_type_without_an_entry_is_refused_with_the_file_to_add_it_to() {
        assertThatThrownBy(() -> new ResourceSpecs().type("aws:mq/broker:Broker"))
                .hasMessage("the sandbox has no entry for aws:mq/broker:Broker; add it to"
                        + " preflight/src/main/resources/dev/ashlar/preflight/sandbox/tables/mq.json");
    }

    private static com.google.protobuf.Struct sample(String type, Cloud cloud) {
        var table = new ResourceSpecs().type(type);
        var inputs = Values.struct(sampleInputs(type, cloud));
        var outputs = new ResourceState(
                        MODEL,
                        MODEL.outputs(type).orElseThrow(),
                        table,
                        cloud,
                        new GeneratedValues(SandboxClient.urn(type, "main"), 1, java.time.Clock.systemUTC()))
                .with(inputs);
        return outputs.created(outputs.id());
    }

    /** A text for every text that a template could need, as a reference to another resource would be. */
    private static Map<String, Object> sampleInputs(String type, Cloud cloud) {
        var inputs = new HashMap<String, Object>();
        var autoname = new ResourceSpecs().type(type).name();
        if (autoname != null) {
            inputs.put(autoname.property(), "main");
        }
        var arn = "arn:%s:elasticloadbalancing:%s:%s:loadbalancer/app/main/0a"
                .formatted(cloud.variables().get("partition"), cloud.region(), Cloud.ACCOUNT);
        MODEL.properties(MODEL.inputs(type).orElseThrow()).values().stream()
                .filter(property -> property.required() && property.shape() instanceof Shape.Text)
                .forEach(property -> inputs.put(property.name(), isArn(property.name()) ? arn : "main"));
        return inputs;
    }

    private static boolean isArn(String property) {
        return property.equals("arn") || property.endsWith("Arn") || property.equals("secretId");
    }

    private static List<String> properties(Map<String, Object> rule) {
        var at = rule.get("at") == null ? "" : rule.get("at") + ".";
        return ScopedConstraint.read(rule, "test").constraint().properties().stream()
                .map(path -> at + path)
                .toList();
    }

    private static boolean isInput(String type, String path) {
        Shape shape = MODEL.inputs(type).orElseThrow();
        for (var segment : PropertyPath.parse(path).segments()) {
            if (shape instanceof Shape.Text) {
                return isDocument(type, path);
            }
            shape = child(shape, segment);
            if (shape == null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Shape child(Shape shape, String segment) {
        if (shape instanceof Shape.ListOf list) {
            return segment.equals("*") ? list.item() : null;
        }
        if (shape instanceof Shape.MapOf map) {
            return map.item();
        }
        if (shape instanceof Shape.ObjectOf object) {
            var property = MODEL.properties(object).get(segment);
            return property == null ? null : property.shape();
        }
        return null;
    }

    /** Paths into text are right only where the text must be JSON. */
    private static boolean isDocument(String type, String path) {
        return new ResourceSpecs()
                .type(type).documents().stream().anyMatch(document -> document.covers(PropertyPath.parse(path)));
    }

    private static Map<String, Object> table(String module) {
        return PlainJson.resource("tables/" + module);
    }

    private static Map<String, Object> types(String module) {
        return PlainJson.object(table(module).get("types"));
    }

    private static Map<String, Object> table(String token, String section) {
        var module = token.split("[:/]", -1)[1] + ".json";
        return PlainJson.object(PlainJson.object(table(module).get(section)).get(token));
    }
}
