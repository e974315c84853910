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
    void reads_what_it_writes(@ForAll int address, @ForAll @IntRange(min = 0, max = 32) int prefix) {
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
    void refuses_what_is_no_block(String text) {
        assertThat(CidrBlock.parse(text)).isEmpty();
    }

    @Test
    void knows_the_block_that_was_meant() {
        assertThat(CidrBlock.parseCanonical("10.20.3.7/16")).hasToString("Optional[10.20.0.0/16]");
    }
}
