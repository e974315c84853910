package dev.ashlar.network.internal.plan;

import dev.ashlar.core.NatStrategy;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.address.AddressPlan;
import dev.ashlar.network.internal.address.SubnetCapacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The decisions about a {@link Vpc}, made before it is created.
 *
 * @param network the network's block; with IPAM, a block of the same size at address zero
 * @param zones the zones in the order of slots
 * @param subnets the subnets, tier by tier in the order of slots
 * @param natZones the zones with a NAT gateway or instance
 * @param reach the services that private subnets can reach
 */
public record VpcPlan(
        CidrBlock network, List<Zone> zones, List<Subnet> subnets, List<Zone> natZones, ReachableServices reach) {

    /**
     * A subnet.
     *
     * @param ipv6Index its place among the IPv6 subnets of the network
     */
    public record Subnet(Tier tier, Zone zone, CidrBlock block, int ipv6Index) {

        /** Returns the subnet's label in the network's layout, such as {@code private-a}. */
        public String label() {
            return tier.label() + "-" + zone.label();
        }
    }

    /** Plans a network whose options have no violations. */
    public static VpcPlan of(VpcArgs args) {
        var zones = new TreeMap<Integer, Zone>();
        args.zones().forEach((slot, name) -> zones.put(slot, Zone.of(name)));
        var network = network(args);
        var subnets = new ArrayList<Subnet>();
        addresses(args, network)
                .blocks()
                .forEach((tier, bySlot) -> bySlot.forEach((slot, block) -> {
                    if (args.tiers().contains(tier)) {
                        int ipv6Index = AddressPlan.ipv6Index(tier, slot, args.zoneSlots());
                        subnets.add(new Subnet(tier, Objects.requireNonNull(zones.get(slot)), block, ipv6Index));
                    }
                }));
        return new VpcPlan(
                network,
                List.copyOf(zones.values()),
                List.copyOf(subnets),
                natZones(args.natStrategy(), zones),
                ReachableServices.of(args));
    }

    private static CidrBlock network(VpcArgs args) {
        var given = args.cidrBlock();
        return given == null
                ? new CidrBlock(0, Objects.requireNonNull(args.ipv4NetmaskLength()))
                : CidrBlock.parse(given).orElseThrow();
    }

    /** The address plan: divided, or as given. */
    private static AddressPlan addresses(VpcArgs args, CidrBlock network) {
        if (args.subnetBlocks().isEmpty()) {
            return AddressPlan.divide(network, args.zoneSlots(), args.zones().keySet());
        }
        var blocks = new EnumMap<Tier, SortedMap<Integer, CidrBlock>>(Tier.class);
        args.subnetBlocks().forEach((tier, given) -> blocks.put(tier, givenBlocks(given, args.zones())));
        return new AddressPlan(blocks);
    }

    private static SortedMap<Integer, CidrBlock> givenBlocks(List<String> given, Map<Integer, String> zones) {
        var bySlot = new TreeMap<Integer, CidrBlock>();
        for (int slot : zones.keySet()) {
            if (slot <= given.size()) {
                CidrBlock.parse(given.get(slot - 1)).ifPresent(block -> bySlot.put(slot, block));
            }
        }
        return bySlot;
    }

    private static List<Zone> natZones(NatStrategy strategy, SortedMap<Integer, Zone> zones) {
        return switch (strategy) {
            case NONE -> List.of();
            case INSTANCE, SINGLE -> List.of(zones.get(zones.firstKey()));
            case PER_ZONE -> List.copyOf(zones.values());
        };
    }

    /** Returns the room for network interfaces in the subnets. */
    public SubnetCapacity capacity() {
        var blocks = new ArrayList<Map.Entry<Tier, CidrBlock>>();
        subnets.forEach(subnet -> blocks.add(Map.entry(subnet.tier(), subnet.block())));
        return SubnetCapacity.of(zones.size(), blocks);
    }

    /** Returns the retention of the flow logs in CloudWatch Logs. */
    public static Duration flowLogRetention(VpcArgs args) {
        var given = args.flowLogs().logRetention();
        return given == null ? args.profile().logRetention() : given;
    }

    /** Returns the zone whose NAT gateway serves a zone. */
    public Zone natZoneFor(Zone zone) {
        return natZones.contains(zone) ? zone : natZones.get(0);
    }

    /** Returns the subnets of a tier in the order of slots. */
    public List<Subnet> tier(Tier tier) {
        return subnets.stream().filter(subnet -> subnet.tier() == tier).toList();
    }

    /**
     * Returns the block of each subnet by its label.
     *
     * @param actual the network's block, which IPAM may have allocated
     */
    public SortedMap<String, String> layout(CidrBlock actual) {
        var layout = new TreeMap<String, String>();
        subnets.forEach(subnet ->
                layout.put(subnet.label(), subnet.block().moved(network, actual).toString()));
        return layout;
    }
}
