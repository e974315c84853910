package dev.ashlar.network;

import dev.ashlar.core.Violations;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * How many network interfaces the subnets of a network have room for.
 *
 * @param zones how many subnets each tier has
 * @param usable the addresses for use in the smallest subnet of each tier; a tier that is not known has no limit
 */
record SubnetCapacity(int zones, Map<Tier, Integer> usable) {

    /** AWS keeps the first four addresses of a subnet and the last one. */
    private static final int KEPT_BY_AWS = 5;

    /** Nothing is known, everything fits. */
    static final SubnetCapacity UNKNOWN = new SubnetCapacity(1, Map.of());

    static SubnetCapacity of(VpcPlan plan) {
        var usable = new EnumMap<Tier, Integer>(Tier.class);
        for (var subnet : plan.subnets()) {
            usable.merge(subnet.tier(), Math.toIntExact(subnet.block().size()) - KEPT_BY_AWS, Math::min);
        }
        return new SubnetCapacity(plan.zones().size(), usable);
    }

    OptionalInt usableAddresses(Tier tier) {
        return usable.containsKey(tier) ? OptionalInt.of(usable.get(tier)) : OptionalInt.empty();
    }

    /**
     * Adds a fault if the addresses of this consumer are those that no longer fit, so that one overflow is told once.
     *
     * @param network how messages call the network
     * @param byConsumer the addresses that consumers need in all zones together
     * @param own the network's own interfaces in each subnet, by what they are
     */
    void check(
            Tier tier,
            String network,
            SortedMap<String, Integer> byConsumer,
            SortedMap<String, Integer> own,
            Violations violations) {
        int limit = usable.getOrDefault(tier, Integer.MAX_VALUE);
        long needed = byConsumer.values().stream().mapToLong(this::inEachSubnet).sum()
                + own.values().stream().mapToLong(Integer::longValue).sum();
        int ownShare = inEachSubnet(byConsumer.getOrDefault(violations.subject(), 0));
        violations.expect(
                needed <= limit || needed - ownShare > limit,
                "network",
                network,
                "each of its %s subnets has %d addresses for use, and %d are needed: %s"
                        .formatted(tier.label(), limit, needed, list(byConsumer, own)),
                "give the network larger subnets or another zone, or let fewer run");
    }

    private int inEachSubnet(int addresses) {
        return (addresses + zones - 1) / zones;
    }

    private String list(SortedMap<String, Integer> byConsumer, SortedMap<String, Integer> own) {
        var parts = new ArrayList<String>();
        byConsumer.forEach((consumer, addresses) -> parts.add(consumer + " " + inEachSubnet(addresses)));
        own.forEach((what, addresses) -> parts.add(what + " " + addresses));
        return String.join(", ", parts);
    }
}
