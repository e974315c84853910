package dev.ashlar.network.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.internal.check.CidrBlock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondaryBlocksTest {

    private static CidrBlock block(String text) {
        return CidrBlock.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.21.0.0/16",
        "10.20.0.0/16, 10.0.0.0/16",
        "10.20.0.0/16, 100.64.0.0/16",
        "10.20.0.0/16, 203.0.112.0/20",
        "172.16.0.0/16, 172.17.0.0/16",
        "192.168.0.0/20, 192.168.16.0/20",
        "100.64.0.0/16, 100.65.0.0/16"
    })
    void accepts_the_same_private_range_shared_and_public_addresses(String primary, String secondary) {
        assertThat(SecondaryBlocks.refusal(block(primary), List.of(), block(secondary)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 172.16.0.0/16, 172.16.0.0/12",
        "10.20.0.0/16, 192.168.0.0/16, 192.168.0.0/16",
        "172.16.0.0/16, 10.20.0.0/16, 10.0.0.0/8",
        "100.64.0.0/16, 10.20.0.0/16, 10.0.0.0/8",
        "10.20.0.0/16, 198.19.0.0/24, 198.19.0.0/16",
        "10.1.0.0/16, 10.0.4.0/24, 10.0.0.0/16",
        "172.16.0.0/16, 172.31.0.0/20, 172.31.0.0/16"
    })
    void rejects_other_private_ranges_and_the_reserved_one(String primary, String secondary, String range) {
        assertThat(SecondaryBlocks.refusal(block(primary), List.of(), block(secondary)))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains(range));
    }

    @ParameterizedTest
    @CsvSource({"10.1.0.0/16, 10.0.0.0/16", "10.0.0.0/16, 10.1.0.0/16", "10.0.0.0/20, 10.0.16.0/20"})
    void rejects_the_first_block_of_ten_beside_its_neighbours(String earlier, String later) {
        assertThat(SecondaryBlocks.refusal(block("10.20.0.0/16"), List.of(block(earlier)), block(later)))
                .hasValueSatisfying(refusal ->
                        assertThat(refusal).isEqualTo("AWS rejects addresses of 10.0.0.0/16 beside " + earlier));
        assertThat(SecondaryBlocks.refusal(block("10.20.0.0/16"), List.of(block("10.21.0.0/16")), block(later)))
                .isEmpty();
    }
}
