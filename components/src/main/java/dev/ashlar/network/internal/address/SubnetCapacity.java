package dev.ashlar.network.internal.address;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.network.Tier;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * How many network interfaces the subnets of a network have room for.
 *
 * @param zones how many subnets each tier has
 * @param usable the addresses for use in the smallest subnet of each tier; a tier that is not known has no limit
 */
public record SubnetCapacity(int zones, Map<Tier, Integer> usable) {

    /** AWS keeps the first four addresses of a subnet and the last one. */
    private static final int KEPT_BY_AWS = 5;

    /** Nothing is known, everything fits. */
    public static final SubnetCapacity UNKNOWN = new SubnetCapacity(1, Map.of());

    /** The capacity of these subnets, each given by its tier and block. */
    public static SubnetCapacity of(int zones, Collection<Map.Entry<Tier, CidrBlock>> subnets) {
        var usable = new EnumMap<Tier, Integer>(Tier.class);
        for (var subnet : subnets) {
            usable.merge(subnet.getKey(), Math.toIntExact(subnet.getValue().size()) - KEPT_BY_AWS, Math::min);
        }
        return new SubnetCapacity(zones, usable);
    }

    public OptionalInt usableAddresses(Tier tier) {
        return usable.containsKey(tier) ? OptionalInt.of(usable.get(tier)) : OptionalInt.empty();
    }

    /**
     * Adds a fault if the interfaces fit before a component is placed and no longer with it, so that one overflow is
     * reported once.
     *
     * @param network the network as messages name it
     * @param before the interfaces in each subnet without the component, by what has them
     * @param after the interfaces in each subnet with the component, by what has them
     */
    public void check(
            Tier tier, String network, Map<String, Integer> before, Map<String, Integer> after, Violations violations) {
        int limit = usable.getOrDefault(tier, Integer.MAX_VALUE);
        long needed = sum(after);
        violations.expect(
                needed <= limit || sum(before) > limit,
                "network",
                network,
                "each of its %s subnets has %d addresses for use, and %d are needed: %s"
                        .formatted(tier.label(), limit, needed, list(after)),
                "give the network larger subnets or another zone, or let fewer run");
    }

    /** Spreads interfaces evenly over the zones. */
    public Map<String, Integer> inEachSubnet(Map<String, Integer> interfaces) {
        var inEachSubnet = new LinkedHashMap<String, Integer>();
        interfaces.forEach((consumer, count) -> inEachSubnet.put(consumer, (int) ((count + zones - 1L) / zones)));
        return inEachSubnet;
    }

    private static long sum(Map<String, Integer> interfaces) {
        return interfaces.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static String list(Map<String, Integer> interfaces) {
        return interfaces.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
