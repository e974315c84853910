package dev.ashlar.network;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Everything that a {@link Vpc} decides before it creates anything.
 *
 * @param zones the zones in the order of slots
 * @param subnets the subnets, tier by tier in the order of slots
 * @param natZones the zones that get a NAT gateway
 */
record VpcPlan(List<Zone> zones, List<Subnet> subnets, List<Zone> natZones, Reach reach) {

    private static final Pattern REGION = Pattern.compile("^[a-z]{2,}(?:-[a-z]+)+-\\d+-?");

    /** A zone and the label that its resources carry in their names: {@code eu-central-1a} is {@code a}. */
    record Zone(String name, String label) {
        static Zone of(String name) {
            var label = REGION.matcher(name).replaceFirst("");
            return new Zone(name, label.isEmpty() ? name : label);
        }
    }

    /** A subnet. */
    record Subnet(Tier tier, Zone zone, CidrBlock block) {}

    /** How private subnets reach AWS services. */
    record Reach(boolean nat, EndpointStrategy strategy, Set<AwsService> gateways, Set<AwsService> listed) {

        static Reach of(VpcArgs args) {
            return new Reach(
                    args.natStrategy() != NatStrategy.NONE,
                    args.endpointStrategy(),
                    args.gatewayEndpoints(),
                    args.interfaceEndpoints());
        }

        /** Whether this service gets an interface endpoint once somebody asks for it. */
        boolean addsEndpoint(AwsService service) {
            return switch (strategy) {
                case ON_DEMAND -> !gateways.contains(service);
                case WITHOUT_NAT -> !nat && !gateways.contains(service);
                case LISTED -> false;
            };
        }

        /** Those of the services that nothing leads to. */
        Set<AwsService> unreachable(Set<AwsService> services) {
            var unreachable = EnumSet.noneOf(AwsService.class);
            for (var service : services) {
                if (!nat && !gateways.contains(service) && !listed.contains(service) && !addsEndpoint(service)) {
                    unreachable.add(service);
                }
            }
            return unreachable;
        }
    }

    /** Decides; the arguments have been checked. */
    static VpcPlan of(VpcArgs args) {
        var zones = new TreeMap<Integer, Zone>();
        args.zones().forEach((slot, name) -> zones.put(slot, Zone.of(name)));
        var subnets = new ArrayList<Subnet>();
        addresses(args)
                .blocks()
                .forEach((tier, bySlot) -> bySlot.forEach((slot, block) -> {
                    if (args.tiers().contains(tier)) {
                        subnets.add(new Subnet(tier, zones.get(slot), block));
                    }
                }));
        return new VpcPlan(List.copyOf(zones.values()), subnets, natZones(args.natStrategy(), zones), Reach.of(args));
    }

    /** The address plan: divided, or as given. */
    static AddressPlan addresses(VpcArgs args) {
        if (args.subnetBlocks().isEmpty()) {
            return AddressPlan.divide(
                    CidrBlock.parse(args.cidrBlock()).orElseThrow(),
                    args.zoneSlots(),
                    args.zones().keySet());
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
            case SINGLE -> List.of(zones.get(zones.firstKey()));
            case PER_ZONE -> List.copyOf(zones.values());
        };
    }

    /** The zone whose NAT gateway serves a zone. */
    Zone natZoneFor(Zone zone) {
        return natZones.contains(zone) ? zone : natZones.get(0);
    }

    /** The subnets of one tier, in the order of slots. */
    List<Subnet> tier(Tier tier) {
        return subnets.stream().filter(subnet -> subnet.tier() == tier).toList();
    }
}
