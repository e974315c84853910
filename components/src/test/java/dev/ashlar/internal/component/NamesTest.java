package dev.ashlar.internal.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void names_a_child_after_its_parent() {
        assertThat(Names.child("main", "private", "a")).isEqualTo("main-private-a");
    }

    @Test
    void converts_a_name_to_an_environment_variable() {
        assertThat(Names.environmentVariable("order-events", "url")).isEqualTo("ORDER_EVENTS_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "main", "orders-api", "v2-a1"})
    void accepts_labels_of_lower_case_words(String label) {
        assertThat(Names.isLabel(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "-a", "a-", "a--b", "1a", "a_b", "ä"})
    void rejects_other_labels(String label) {
        assertThat(Names.isLabel(label)).isFalse();
    }
}
