package dev.ashlar.preflight.sandbox.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainJsonTest {

    @Test
    void returns_the_text_of_a_member() {
        assertThat(PlainJson.text(Map.of("message", "no"), "message")).isEqualTo("no");
    }

    @Test
    void rejects_an_object_without_the_text_that_it_must_have() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PlainJson.text(Map.of("message", true), "message"))
                .withMessage("no text \"message\" in {message=true}");
        assertThatIllegalStateException().isThrownBy(() -> PlainJson.text(Map.of(), "message"));
    }
}
