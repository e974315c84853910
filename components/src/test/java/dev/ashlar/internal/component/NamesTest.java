package dev.ashlar.internal.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void a_child_is_named_after_its_parent() {
        assertThat(Names.child("main", "private", "a")).isEqualTo("main-private-a");
    }

    @Test
    void a_name_becomes_the_start_of_an_environment_variable() {
        assertThat(Names.environmentVariable("order-events", "url")).isEqualTo("ORDER_EVENTS_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "main", "orders-api", "v2-a1"})
    void labels_are_lower_case_words(String label) {
        assertThat(Names.isLabel(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Main", "-a", "a-", "a--b", "1a", "a_b", "ä"})
    void other_labels_are_refused(String label) {
        assertThat(Names.isLabel(label)).isFalse();
    }
}
