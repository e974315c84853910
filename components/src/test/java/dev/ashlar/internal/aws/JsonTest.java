package dev.ashlar.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void resolves_outputs_at_any_depth() {
        var document = Map.of("Resource", List.of(Output.of("arn-1"), Output.of(Map.of("nested", Output.of(2)))));

        assertThat(PulumiTest.extractValue(Json.of(document))).isEqualTo("{\"Resource\":[\"arn-1\",{\"nested\":2}]}");
    }

    @Test
    void writes_the_same_bytes_regardless_of_insertion_order() {
        var one = new LinkedHashMap<String, Object>();
        one.put("b", true);
        one.put("a", 1);
        var other = new LinkedHashMap<String, Object>();
        other.put("a", 1);
        other.put("b", true);

        assertThat(PulumiTest.extractValue(Json.of(one)))
                .isEqualTo(PulumiTest.extractValue(Json.of(other)))
                .isEqualTo("{\"a\":1,\"b\":true}");
    }

    @Test
    void a_secret_value_makes_the_document_secret() {
        var data = PulumiTestInternal.extractOutputData(Json.of(Map.of("password", Output.ofSecret("x"))));

        assertThat(data.isSecret()).isTrue();
    }
}
