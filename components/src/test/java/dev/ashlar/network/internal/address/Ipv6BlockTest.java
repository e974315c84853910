package dev.ashlar.network.internal.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.network.Tier;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6BlockTest {

    @Test
    void divides_a_56_into_64s() {
        var network = Ipv6Block.parse("2001:db8:1234:1a00::/56");

        assertThat(network.subnet(0)).hasToString("2001:db8:1234:1a00::/64");
        assertThat(network.subnet(11)).hasToString("2001:db8:1234:1a0b::/64");
        assertThat(network.subnet(255)).hasToString("2001:db8:1234:1aff::/64");
    }

    @Test
    void writes_a_block_as_aws_does() {
        assertThat(Ipv6Block.parse("2001:0db8:0000:0000:0000:0000:0000:0000/56"))
                .hasToString("2001:db8::/56");
        assertThat(Ipv6Block.parse("2001:db8:0:100::/56")).hasToString("2001:db8:0:100::/56");
        assertThat(Ipv6Block.parse("::/0")).hasToString("::/0");
    }

    @Property
    void parses_its_own_text(@ForAll long network) {
        var block = new Ipv6Block(network, 64);

        assertThat(Ipv6Block.parse(block.toString())).isEqualTo(block);
    }

    @Property
    void places_each_subnet_in_a_64_of_its_own(@ForAll long seed, @ForAll @IntRange(min = 0, max = 255) int index) {
        var network = new Ipv6Block(seed & -256L, 56);

        var subnet = network.subnet(index);

        assertThat(subnet.prefixLength()).isEqualTo(64);
        assertThat(network.contains(subnet)).isTrue();
        assertThat(subnet).isNotEqualTo(network.subnet((index + 1) % 256));
    }

    @Property
    void gives_each_subnet_its_own_ipv6_index(@ForAll boolean eight) {
        int slots = eight ? 8 : 4;
        var places = new HashSet<Integer>();
        for (var tier : Tier.values()) {
            for (int slot = 1; slot <= slots; slot++) {
                places.add(AddressPlan.ipv6Index(tier, slot, slots));
            }
        }

        assertThat(places).hasSize(3 * slots).allMatch(place -> place >= 0 && place < 256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/16", "2001:db8::", "2001:db8::/65", "2001:db8::/x", "example/56", ":::/56"})
    void rejects_texts_that_are_not_a_block_of_a_network(String text) {
        assertThatThrownBy(() -> Ipv6Block.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
