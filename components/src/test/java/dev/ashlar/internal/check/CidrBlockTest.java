package dev.ashlar.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrBlockTest {

    @Property
    void parses_its_own_text(@ForAll int address, @ForAll @IntRange(min = 0, max = 32) int prefix) {
        long size = 1L << (32 - prefix);
        var block = new CidrBlock(Integer.toUnsignedLong(address) / size * size, prefix);

        assertThat(CidrBlock.parse(block.toString())).contains(block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0/16",
                "10.0.0.256/16",
                "10.0.0.0/33",
                "10.0.0.0/16 ",
                "::/0",
                "10.0.0.1/16",
                "010.0.0.0/16",
                "10.0.0.0/016"
            })
    void rejects_other_texts(String text) {
        assertThat(CidrBlock.parse(text)).isEmpty();
    }

    @Test
    void clears_the_bits_beyond_the_prefix() {
        assertThat(CidrBlock.parseCanonical("10.20.3.7/16")).hasToString("Optional[10.20.0.0/16]");
    }
}
