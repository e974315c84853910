package dev.ashlar.network;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that a {@link Vpc} decides before it creates anything.
 *
 * @param network the network's block; when IPAM chooses it, one of the same size that begins at zero
 * @param zones the zones in the order of slots
 * @param subnets the subnets, tier by tier in the order of slots
 * @param natZones the zones that get a NAT gateway or instance
 */
record VpcPlan(CidrBlock network, List<Zone> zones, List<Subnet> subnets, List<Zone> natZones, Reach reach) {

    private static final String REGION = "([a-z]{2,}(?:-[a-z]+)+-\\d+)";
    private static final Pattern NAME = Pattern.compile(REGION + "([a-z])");
    // Such as us-east-1-bos-1a, and us-east-1-wl1-bos-wlz-1 in a Wavelength zone.
    private static final Pattern LOCAL_NAME = Pattern.compile(REGION + "-((?:[a-z0-9]+-)*[a-z0-9]+)");
    private static final Pattern ID = Pattern.compile("([a-z]+\\d+)-((?:[a-z0-9]+-)*(?:az|wlz)\\d+)");

    /**
     * A zone and the label that its resources carry in their names: {@code eu-central-1a} is {@code a}, and the zone with
     * the id {@code euc1-az1} is {@code az1}; their region is {@code eu-central-1} and {@code euc1}.
     */
    record Zone(String name, String label, String region) {

        /** Reads the name or the id of a zone; empty when the text is neither. */
        static Optional<Zone> parse(String text) {
            return Stream.of(NAME, LOCAL_NAME, ID)
                    .map(pattern -> pattern.matcher(text))
                    .filter(Matcher::matches)
                    .map(parts -> new Zone(text, parts.group(2), parts.group(1)))
                    .findFirst();
        }

        static Zone of(String name) {
            return parse(name).orElseThrow();
        }

        /** Whether the zone is given by its id, which names the same place in every account. */
        boolean isId() {
            return ID.matcher(name).matches();
        }
    }

    /**
     * A subnet.
     *
     * @param ipv6Index its place among the IPv6 subnets of the network
     */
    record Subnet(Tier tier, Zone zone, CidrBlock block, int ipv6Index) {

        /** What the subnet is called in the network's layout. */
        String label() {
            return tier.label() + "-" + zone.label();
        }
    }

    /**
     * How private subnets reach AWS services.
     *
     * @param nat whether they reach all that speaks IPv4
     * @param internet whether they reach more than AWS services, by NAT or by IPv6
     */
    record Reach(
            boolean nat,
            boolean internet,
            EndpointStrategy strategy,
            Set<AwsService> gateways,
            Set<AwsService> listed) {

        static Reach of(VpcArgs args) {
            var listed = EnumSet.noneOf(AwsService.class);
            listed.addAll(args.interfaceEndpoints());
            listed.removeAll(args.gatewayEndpoints());
            boolean nat = args.natStrategy() != NatStrategy.NONE;
            return new Reach(nat, nat || args.ipv6(), args.endpointStrategy(), args.gatewayEndpoints(), listed);
        }

        /** Whether this service gets an interface endpoint once somebody asks for it. */
        boolean addsEndpoint(AwsService service) {
            return service.hasInterfaceEndpoint()
                    && switch (strategy) {
                        case ON_DEMAND -> true;
                        case WITHOUT_NAT -> !nat;
                        case LISTED -> false;
                    };
        }

        /** The services with an interface endpoint, once these have been asked for. */
        Set<AwsService> interfaces(Set<AwsService> needed) {
            var interfaces = wanted(needed);
            interfaces.removeIf(service -> !listed.contains(service) && !addsEndpoint(service));
            return interfaces;
        }

        /** Those of the services, and of the listed ones, that no gateway endpoint serves for nothing. */
        Set<AwsService> wanted(Set<AwsService> needed) {
            var wanted = EnumSet.noneOf(AwsService.class);
            wanted.addAll(needed);
            wanted.addAll(listed);
            wanted.removeAll(gateways);
            return wanted;
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
                Reach.of(args));
    }

    private static CidrBlock network(VpcArgs args) {
        var given = args.cidrBlock();
        return given == null
                ? new CidrBlock(0, args.ipv4NetmaskLength().orElseThrow())
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

    /** The zone whose NAT gateway serves a zone. */
    Zone natZoneFor(Zone zone) {
        return natZones.contains(zone) ? zone : natZones.get(0);
    }

    /** The subnets of one tier, in the order of slots. */
    List<Subnet> tier(Tier tier) {
        return subnets.stream().filter(subnet -> subnet.tier() == tier).toList();
    }

    /** The block of each subnet by its label, in a network that turned out to have this block. */
    SortedMap<String, String> layout(CidrBlock actual) {
        var layout = new TreeMap<String, String>();
        subnets.forEach(subnet ->
                layout.put(subnet.label(), subnet.block().moved(network, actual).toString()));
        return layout;
    }
}
