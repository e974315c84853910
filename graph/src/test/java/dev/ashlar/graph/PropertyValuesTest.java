package dev.ashlar.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyValuesTest {

    private static Map<String, Object> values(String json) throws InvalidProtocolBufferException {
        var struct = Struct.newBuilder();
        JsonFormat.parser().merge(json, struct);
        return PropertyValues.of(struct.build());
    }

    @Test
    void plain_values_keep_their_types_and_null_counts_as_absent() throws Exception {
        assertThat(
                        values(
                                "{\"text\": \"a\", \"flag\": true, \"whole\": 3, \"half\": 0.5, \"none\": null, \"list\": [1]}"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("text", "a", "flag", true, "whole", 3, "half", 0.5, "list", List.of(1)));
    }

    @Test
    void marks_a_value_that_is_not_known_yet() throws Exception {
        assertThat(values("{\"id\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"}"))
                .containsEntry("id", PropertyValues.UNKNOWN);
        assertThat(values("{\"id\": {\"4dabf18193072939515e22adb298388d\": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\"}}"))
                .containsEntry("id", PropertyValues.UNKNOWN);
    }

    @Test
    void reads_a_known_output_as_its_value() throws Exception {
        assertThat(values("{\"id\": {\"4dabf18193072939515e22adb298388d\": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\","
                        + " \"value\": \"vpc-1\"}}"))
                .containsEntry("id", "vpc-1");
    }

    @Test
    void keeps_the_mark_of_a_secret_and_does_not_show_it() throws Exception {
        var password = values("{\"password\": {\"4dabf18193072939515e22adb298388d\":"
                        + " \"1b47061264138c4ac30d75fd1eb44270\", \"value\": \"hidden\"}}")
                .get("password");

        assertThat(password).isEqualTo(new PropertyValues.Secret("hidden")).hasToString("[secret]");
    }
}
