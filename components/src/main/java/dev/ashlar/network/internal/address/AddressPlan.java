package dev.ashlar.network.internal.address;

import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.network.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which block of addresses each subnet gets. The blocks of a tier lie side by side, one for each zone slot, whether the slot
 * is taken or not: a zone that is added later finds its blocks free, and nothing that exists moves.
 *
 * <p>With four slots, a block of prefix length p is divided like this; what remains stays free for later tiers.
 *
 * <table>
 * <caption>Division of a block, with 10.20.0.0/16 as the example</caption>
 * <tr><th>tier</th><th>begins at</th><th>subnet</th><th>example</th></tr>
 * <tr><td>private</td><td>0</td><td>p + 4</td><td>10.20.0.0/20 and three more</td></tr>
 * <tr><td>isolated</td><td>4/16</td><td>p + 6</td><td>10.20.64.0/22 and three more</td></tr>
 * <tr><td>public</td><td>5/16</td><td>p + 7</td><td>10.20.80.0/23 and three more</td></tr>
 * </table>
 *
 * With eight slots each subnet is half as large.
 *
 * @param blocks the block of each taken slot, by tier and slot (from 1)
 */
public record AddressPlan(Map<Tier, SortedMap<Integer, CidrBlock>> blocks) {

    /** AWS allows VPCs and subnets from /16 to /28. */
    public static final int LARGEST = 16;

    public static final int SMALLEST = 28;

    /** A load balancer needs a /27: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/. */
    private static final int SMALLEST_PUBLIC = 27;

    private static final int PUBLIC_BITS_BEYOND_SLOTS = 5;

    /** Returns the longest prefix, so the smallest block, that can be divided for this many slots. */
    public static int smallestNetwork(int slots) {
        return SMALLEST_PUBLIC - PUBLIC_BITS_BEYOND_SLOTS - slotBits(slots);
    }

    /** Divides a network among the taken slots; {@code slots} is 4 or 8. */
    public static AddressPlan divide(CidrBlock network, int slots, Iterable<Integer> taken) {
        var blocks = new EnumMap<Tier, SortedMap<Integer, CidrBlock>>(Tier.class);
        for (var tier : Tier.values()) {
            var tierBlock = tierBlock(network, tier);
            var bySlot = new TreeMap<Integer, CidrBlock>();
            for (int slot : taken) {
                bySlot.put(slot, tierBlock.part(tierBlock.prefixLength() + slotBits(slots), slot - 1));
            }
            blocks.put(tier, bySlot);
        }
        return new AddressPlan(blocks);
    }

    private static CidrBlock tierBlock(CidrBlock network, Tier tier) {
        int p = network.prefixLength();
        return switch (tier) {
            case PRIVATE -> network.part(p + 2, 0);
            case ISOLATED -> network.part(p + 4, 4);
            case PUBLIC -> network.part(p + 5, 10);
        };
    }

    /**
     * The place of a subnet among the /64 blocks of a network's /56, which follows from its tier and slot alone: tier by
     * tier in the order private, isolated, public.
     */
    public static int ipv6Index(Tier tier, int slot, int slots) {
        int place =
                switch (tier) {
                    case PRIVATE -> 0;
                    case ISOLATED -> 1;
                    case PUBLIC -> 2;
                };
        return place * slots + slot - 1;
    }

    private static int slotBits(int slots) {
        return Integer.numberOfTrailingZeros(slots);
    }

    /** The blocks of one tier by slot; empty for a tier without subnets. */
    public SortedMap<Integer, CidrBlock> tier(Tier tier) {
        return blocks.getOrDefault(tier, new TreeMap<>());
    }

    /** Every block of the plan, in the order of addresses. */
    public List<CidrBlock> all() {
        var all = new ArrayList<CidrBlock>();
        blocks.values().forEach(bySlot -> all.addAll(bySlot.values()));
        return all.stream().sorted().toList();
    }
}
