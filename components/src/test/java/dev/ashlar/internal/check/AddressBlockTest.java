package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "203.0.113.7/32",
                "0.0.0.0/0",
                "::/0",
                "2001:db8::/32",
                "2001:DB8:0:0::/64",
                "2001:db8::1/128",
                "fe80::/10"
            })
    void accepts_blocks_of_both_ip_versions(String block) {
        assertThat(AddressBlock.isValid(block)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1/8",
                "10.0.0.0",
                "10.0.0.0/33",
                "2001:db8::1/32",
                "2001:db8::/129",
                "2001:db8::",
                ":::::/32",
                "1:2:3/48",
                "2001:db8::g/128",
                "::ffff:10.0.0.0/104",
                "2001:db8::%1/128",
                "localhost:/128"
            })
    void rejects_other_texts_and_addresses_with_bits_beyond_the_prefix(String block) {
        assertThat(AddressBlock.isValid(block)).isFalse();
    }
}
