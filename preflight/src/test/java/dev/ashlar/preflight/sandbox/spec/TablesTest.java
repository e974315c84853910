package dev.ashlar.preflight.sandbox.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import dev.ashlar.preflight.sandbox.model.Shape;
import dev.ashlar.preflight.sandbox.state.Cloud;
import dev.ashlar.preflight.sandbox.state.GeneratedValues;
import dev.ashlar.preflight.sandbox.state.ResourceState;
import dev.ashlar.preflight.sandbox.value.PlainJson;
import dev.ashlar.preflight.sandbox.value.Values;
import dev.ashlar.preflight.testkit.Sandbox;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the entries of the tables with the SDK, and checks their sources and the states they produce. */
class TablesTest {

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#types")
    void every_type_exists_in_the_sdk(String type) {
        assertThat(SdkProperties.MODEL.inputs(type)).isPresent();
        assertThat(SdkProperties.MODEL.outputs(type)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#functions")
    void every_function_exists_in_the_sdk(String function) {
        assertThat(SdkProperties.MODEL.result(function)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#types")
    void every_constraint_has_a_source(String type) {
        assertThat(PlainJson.object(Tables.type(type).get("constraints")).keySet())
                .allMatch(source ->
                        source.matches("(AWS|Amazon|Application Auto Scaling|Elastic Load Balancing) .+: .+"));
    }

    @ParameterizedTest
    @MethodSource("dev.ashlar.preflight.sandbox.spec.Tables#types")
    void every_state_has_an_id_and_complete_arns(String type) {
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
    void no_table_contains_a_literal_partition() {
        assertThat(Tables.modules().map(Tables::table).map(Map::toString))
                .noneMatch(table -> table.contains("arn:aws:") || table.contains("amazonaws.com/"));
    }

    @Test
    void rejects_a_type_without_an_entry_and_names_the_file_to_add_it_to() {
        assertThatThrownBy(() -> new ResourceSpecs().type("aws:mq/broker:Broker"))
                .hasMessage("the sandbox has no entry for aws:mq/broker:Broker; add it to"
                        + " preflight/src/main/resources/dev/ashlar/preflight/sandbox/tables/mq.json");
    }

    private static Struct sample(String type, Cloud cloud) {
        var table = new ResourceSpecs().type(type);
        var inputs = Values.struct(sampleInputs(type, cloud));
        var outputs = new ResourceState(
                        SdkProperties.MODEL,
                        SdkProperties.MODEL.outputs(type).orElseThrow(),
                        table,
                        cloud,
                        new GeneratedValues(Sandbox.urn(type, "main"), 1, Clock.systemUTC()))
                .with(inputs);
        return outputs.created(outputs.id());
    }

    /** Returns a string for every string that a template could refer to, like the output of another resource. */
    private static Map<String, Object> sampleInputs(String type, Cloud cloud) {
        var inputs = new HashMap<String, Object>();
        var autoname = new ResourceSpecs().type(type).name();
        if (autoname != null) {
            inputs.put(autoname.property(), "main");
        }
        var arn = "arn:%s:elasticloadbalancing:%s:%s:loadbalancer/app/main/0a"
                .formatted(cloud.variables().get("partition"), cloud.region(), Cloud.ACCOUNT);
        SdkProperties.MODEL.properties(SdkProperties.MODEL.inputs(type).orElseThrow()).values().stream()
                .filter(property -> property.required() && property.shape() instanceof Shape.Text)
                .forEach(property -> inputs.put(property.name(), isArn(property.name()) ? arn : "main"));
        return inputs;
    }

    private static boolean isArn(String property) {
        return property.equals("arn") || property.endsWith("Arn") || property.equals("secretId");
    }
}
