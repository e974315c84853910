package dev.ashlar.network.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.network.Tier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AddressPlanTest {

    record Input(CidrBlock network, int slots, Set<Integer> taken) {}

    @Test
    void divides_a_16_as_documented() {
        var plan = AddressPlan.divide(CidrBlock.parse("10.20.0.0/16").orElseThrow(), 4, List.of(1, 2));

        assertThat(plan.tier(Tier.PRIVATE).values()).hasToString("[10.20.0.0/20, 10.20.16.0/20]");
        assertThat(plan.tier(Tier.ISOLATED).values()).hasToString("[10.20.64.0/22, 10.20.68.0/22]");
        assertThat(plan.tier(Tier.PUBLIC).values()).hasToString("[10.20.80.0/23, 10.20.82.0/23]");
    }

    @Test
    void halves_each_subnet_for_eight_slots() {
        var plan = AddressPlan.divide(CidrBlock.parse("10.20.0.0/16").orElseThrow(), 8, List.of(1, 8));

        assertThat(plan.tier(Tier.PRIVATE).values()).hasToString("[10.20.0.0/21, 10.20.56.0/21]");
        assertThat(plan.tier(Tier.PUBLIC).values()).hasToString("[10.20.80.0/24, 10.20.87.0/24]");
    }

    @Test
    void leaves_load_balancers_a_27_in_the_smallest_network() {
        assertThat(AddressPlan.smallestNetwork(4)).isEqualTo(20);
        assertThat(AddressPlan.smallestNetwork(8)).isEqualTo(19);
    }

    @Property
    void places_subnets_in_the_network_without_overlap(@ForAll("inputs") Input input) {
        var all = AddressPlan.divide(input.network, input.slots, input.taken).all();

        assertThat(all).hasSize(3 * input.taken.size()).allMatch(input.network::contains);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i - 1).overlaps(all.get(i))).isFalse();
        }
    }

    @Property
    void gives_subnets_sizes_that_aws_and_load_balancers_accept(@ForAll("inputs") Input input) {
        var plan = AddressPlan.divide(input.network, input.slots, input.taken);

        assertThat(plan.all()).allMatch(block -> block.prefixLength() >= 16 && block.prefixLength() <= 28);
        assertThat(plan.tier(Tier.PUBLIC).values()).allMatch(block -> block.prefixLength() <= 27);
    }

    @Property
    void moves_no_subnet_when_a_zone_is_added_or_removed(@ForAll("inputs") Input input, @ForAll("slot") int slot) {
        var others = new TreeSet<>(input.taken);
        others.remove(slot);

        var with = AddressPlan.divide(input.network, input.slots, input.taken);
        var without = AddressPlan.divide(input.network, input.slots, others);

        for (var tier : Tier.values()) {
            assertThat(with.tier(tier)).containsAllEntriesOf(without.tier(tier));
        }
    }

    @Provide
    Arbitrary<Integer> slot() {
        return Arbitraries.integers().between(1, 8);
    }

    @Provide
    Arbitrary<Input> inputs() {
        return Arbitraries.of(4, 8).flatMap(slots -> Combinators.combine(
                        Arbitraries.integers().between(AddressPlan.LARGEST, AddressPlan.smallestNetwork(slots)),
                        Arbitraries.integers().between(0, 0xFFFF),
                        Arbitraries.integers().between(1, slots).set().ofMinSize(1))
                .as((prefix, seed, taken) -> new Input(network(prefix, seed), slots, taken)));
    }

    private static CidrBlock network(int prefix, int seed) {
        long size = 1L << (32 - prefix);
        return new CidrBlock((10L << 24) + seed * size % (1L << 24), prefix);
    }
}
