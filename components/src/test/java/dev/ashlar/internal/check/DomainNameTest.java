package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "api-1.example.co.uk", "xn--bcher-kva.example", "api.xn--p1ai"})
    void accepts_full_host_names(String name) {
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
    void rejects_other_texts(String name) {
        assertThat(DomainName.isValid(name, 63)).isFalse();
    }

    @Test
    void rejects_labels_and_names_that_are_too_long() {
        assertThat(DomainName.isValid("a".repeat(63) + ".example.com", 253)).isTrue();
        assertThat(DomainName.isValid("a".repeat(64) + ".example.com", 253)).isFalse();
        assertThat(DomainName.isValid("a".repeat(52) + ".example.com", 64)).isTrue();
        assertThat(DomainName.isValid("a".repeat(53) + ".example.com", 64)).isFalse();
    }
}
