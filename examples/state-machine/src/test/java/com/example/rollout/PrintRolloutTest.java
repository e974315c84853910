package com.example.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintRolloutTest {

    private static JsonNode printed() throws IOException {
        var standardOutput = System.out;
        var output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            PrintRollout.main(new String[0]);
        } finally {
            System.setOut(standardOutput);
        }
        return new ObjectMapper().readTree(output.toString(StandardCharsets.UTF_8));
    }

    @Test
    void prints_the_definition_as_json() throws IOException {
        var definition = printed();

        assertThat(definition.path("StartAt").textValue()).isEqualTo("Lock");
        assertThat(definition.path("TimeoutSeconds").intValue()).isEqualTo(21_600);
        assertThat(definition.path("States").fieldNames())
                .toIterable()
                .containsExactly("Lock", "Shift", "Soak", "Gate", "Verdict", "Finish", "Rollback", "Failed");
        assertThat(definition.at("/States/Verdict")).isEqualTo(new ObjectMapper().readTree("""
                        {
                          "Type": "Choice",
                          "Choices": [{"Variable": "$.alarm.first.StateValue", "StringEquals": "OK", "Next": "Finish"}],
                          "Default": "Rollback"
                        }
                        """));
        assertThat(definition.at("/States/Lock/Parameters/Item"))
                .hasToString("{\"owner\":{\"S.$\":\"$$.Execution.Id\"},\"pk\":{\"S\":\"LOCK\"}}");
    }

    @Test
    void prints_the_same_text_each_time() throws IOException {
        assertThat(printed()).isEqualTo(printed());
    }
}
