package dev.ashlar.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputsTest {

    @Test
    void resolves_a_map_of_outputs_sorted_by_key() {
        var resolved = PulumiTest.extractValue(Outputs.map(Map.of("b", Output.of(2), "a", Output.of(1))));

        assertThat(resolved).containsExactly(Map.entry("a", 1), Map.entry("b", 2));
    }
}
