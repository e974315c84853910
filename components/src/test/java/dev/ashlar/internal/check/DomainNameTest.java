package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "api-1.example.co.uk", "xn--bcher-kva.example", "api.xn--p1ai"})
    void whole_names_are_valid(String name) {
        assertThat(DomainName.isValid(name, 63)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "Example.com",
                "example.com.",
                ".example.com",
                "-a.example.com",
                "a-.example.com",
                "*.example.com",
                "a b.example.com",
                "example.c0m",
                "bücher.example"
            })
    void other_texts_are_not(String name) {
        assertThat(DomainName.isValid(name, 63)).isFalse();
    }

    @Test
    void labels_and_names_have_a_greatest_length() {
        assertThat(DomainName.isValid("a".repeat(63) + ".example.com", 253)).isTrue();
        assertThat(DomainName.isValid("a".repeat(64) + ".example.com", 253)).isFalse();
        assertThat(DomainName.isValid("a".repeat(52) + ".example.com", 64)).isTrue();
        assertThat(DomainName.isValid("a".repeat(53) + ".example.com", 64)).isFalse();
    }
}
