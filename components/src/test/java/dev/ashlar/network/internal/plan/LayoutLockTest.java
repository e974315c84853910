package dev.ashlar.network.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violation;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LayoutLockTest {

    private static VpcArgs.Builder network(int slots, Set<Integer> taken) {
        var args = VpcArgs.builder().cidrBlock("10.20.0.0/16").zoneSlots(slots).natStrategy(NatStrategy.NONE);
        taken.forEach(slot -> args.putZones(slot, "eu-central-1" + (char) ('a' + slot - 1)));
        return args;
    }

    private static TreeMap<String, String> layout(VpcArgs.Builder args) {
        var plan = VpcPlan.of(args.build());
        return new TreeMap<>(plan.layout(plan.network()));
    }

    @Property
    void accepts_added_and_removed_zones_under_the_lock(
            @ForAll("slots") Set<Integer> before, @ForAll("slots") Set<Integer> after, @ForAll boolean eight) {
        int slots = eight ? 8 : 4;
        var locked = layout(network(slots, before));

        assertThat(Vpc.check("main", network(slots, after).layoutLock(locked).build())
                        .all())
                .isEmpty();
    }

    @Property
    void names_every_subnet_that_would_move(
            @ForAll("slots") Set<Integer> taken, @ForAll @IntRange(min = 17, max = 19) int prefix) {
        var moved = network(4, taken).cidrBlock("10.20.0.0/" + prefix);
        var locked = layout(network(4, taken));
        var now = layout(moved);
        var expected = locked.keySet().stream()
                .filter(subnet -> !locked.get(subnet).equals(now.get(subnet)))
                .map("layoutLock."::concat)
                .toList();

        assertThat(Vpc.check("main", moved.layoutLock(locked).build()).all())
                .extracting(Violation::option)
                .isEqualTo(expected)
                .isNotEmpty();
    }

    @Provide
    Arbitrary<Set<Integer>> slots() {
        return Arbitraries.integers().between(1, 4).set().ofMinSize(1);
    }
}
