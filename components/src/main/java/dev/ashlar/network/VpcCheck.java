package dev.ashlar.network;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.Names;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds every fault in the options of a {@link Vpc}. */
final class VpcCheck {

    private static final String EXAMPLE = "10.20.0.0/16";

    private final VpcArgs args;
    private final Violations violations;

    private VpcCheck(String name, VpcArgs args) {
        this.args = args;
        this.violations = Violations.of("Vpc", name);
        Names.check(name, violations);
    }

    static Violations check(String name, VpcArgs args) {
        var check = new VpcCheck(name, args);
        check.zones();
        check.cidrBlock();
        check.nat();
        check.endpoints("interfaceEndpoints", args.interfaceEndpoints(), false);
        check.endpoints("gatewayEndpoints", args.gatewayEndpoints(), true);
        check.flowLogs();
        return check.violations;
    }

    private void zones() {
        int slots = args.zoneSlots();
        violations.expect(
                slots == 4 || slots == 8, "zoneSlots", slots, "addresses are divided among 4 or 8 zones", "use 4 or 8");
        violations.expect(
                !args.zones().isEmpty(),
                "zones",
                null,
                "subnets need availability zones, and which ones is yours to say",
                "name two or more of the region's zones");
        var seen = new HashSet<String>();
        args.zones().forEach((slot, zone) -> {
            violations.expect(
                    seen.add(zone), "zones", "%s twice".formatted(zone), "a zone has one slot", "name it once");
            violations.expect(
                    slot >= 1 && slot <= slots,
                    "zones",
                    "slot %d for %s".formatted(slot, zone),
                    "there are %d zone slots".formatted(slots),
                    "use a slot from 1 to %d, or set zoneSlots to 8 for a new network".formatted(slots));
        });
    }

    private void cidrBlock() {
        if (!violations.require(
                "cidrBlock",
                args.cidrBlock(),
                "every network needs an address block",
                "give one, such as " + EXAMPLE)) {
            return;
        }
        var block = block("cidrBlock", args.cidrBlock());
        if (block == null) {
            return;
        }
        if (args.subnetBlocks().isEmpty()) {
            divisible(block);
        } else {
            givenBlocks(block);
        }
    }

    private @Nullable CidrBlock block(String option, String text) {
        var block = CidrBlock.parse(text);
        if (block.isEmpty()) {
            violations.add(
                    option,
                    text,
                    "that is no IPv4 block whose address fits its prefix",
                    CidrBlock.parseCanonical(text).map(meant -> "use " + meant).orElse("write it like " + EXAMPLE));
            return null;
        }
        int prefix = block.get().prefixLength();
        violations.expect(
                prefix >= AddressPlan.LARGEST && prefix <= AddressPlan.SMALLEST,
                option,
                text,
                "AWS allows blocks from /%d to /%d".formatted(AddressPlan.LARGEST, AddressPlan.SMALLEST),
                "use a prefix length between them");
        return block.get();
    }

    private void divisible(CidrBlock block) {
        int smallest = AddressPlan.smallestNetwork(args.zoneSlots());
        violations.expect(
                block.prefixLength() <= smallest || block.prefixLength() > AddressPlan.SMALLEST,
                "cidrBlock",
                block,
                "%s zone slots of three tiers need a /%d or larger"
                        .formatted(args.zoneSlots() == 8 ? "eight" : "four", smallest),
                "use a /%d, or give the subnet blocks yourself".formatted(smallest));
    }

    private void givenBlocks(CidrBlock network) {
        var inUse = new ArrayList<CidrBlock>();
        for (var tier : args.tiers()) {
            var given = args.subnetBlocks().getOrDefault(tier, List.of());
            var option = "subnetBlocks." + tier.label();
            int slots = args.zones().keySet().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            violations.expect(
                    given.size() >= slots,
                    option,
                    "%d blocks".formatted(given.size()),
                    "zone slot %d needs one".formatted(slots),
                    "give a block for each slot");
            for (var text : given) {
                var block = block(option, text);
                if (block != null) {
                    place(option, block, network, inUse);
                }
            }
        }
    }

    private void place(String option, CidrBlock block, CidrBlock network, List<CidrBlock> inUse) {
        violations.expect(
                network.contains(block),
                option,
                block,
                "it lies outside of the network's %s".formatted(network),
                "use a block inside of it");
        inUse.stream()
                .filter(block::overlaps)
                .findFirst()
                .ifPresent(other -> violations.add(
                        option, block, "it overlaps %s".formatted(other), "give each subnet addresses of its own"));
        inUse.add(block);
    }

    private void nat() {
        if (args.natStrategy() == NatStrategy.NONE) {
            violations.expect(
                    args.natAllocationIds().isEmpty(),
                    "natAllocationIds",
                    args.natAllocationIds().size() + " allocations",
                    "natStrategy NONE has no gateway to give them to",
                    "remove them, or choose another natStrategy");
            return;
        }
        violations.expect(
                args.tiers().contains(Tier.PUBLIC),
                "natStrategy",
                args.natStrategy(),
                "NAT gateways stand in public subnets, and tiers leaves them out",
                "add the public tier, or use NONE");
        int gateways =
                args.natStrategy() == NatStrategy.SINGLE ? 1 : args.zones().size();
        int given = args.natAllocationIds().size();
        violations.expect(
                given == 0 || given == gateways,
                "natAllocationIds",
                given + " allocations",
                "natStrategy %s has %d gateways".formatted(args.natStrategy(), gateways),
                "give one for each, or none");
    }

    private void endpoints(String option, Set<AwsService> services, boolean gateway) {
        var wrong = services.stream()
                .filter(service -> service.hasGatewayEndpoint() != gateway)
                .map(AwsService::endpoint)
                .sorted()
                .collect(Collectors.joining(", "));
        violations.expect(
                wrong.isEmpty(),
                option,
                wrong,
                gateway
                        ? "only S3 and DynamoDB have gateway endpoints"
                        : "this network reaches S3 and DynamoDB by gateway",
                "move it to " + (gateway ? "interfaceEndpoints" : "gatewayEndpoints"));
        violations.expect(
                gateway || services.isEmpty() || args.tiers().contains(Tier.PRIVATE),
                option,
                services,
                "interface endpoints stand in private subnets, and tiers leaves them out",
                "add the private tier");
    }

    private void flowLogs() {
        var interval = args.flowLogs().maxAggregationInterval();
        violations.expect(
                Set.of(Duration.ofMinutes(1), Duration.ofMinutes(10)).contains(interval),
                "flowLogs.maxAggregationInterval",
                interval.toSeconds() + " s",
                "AWS gathers flows for 60 or 600 seconds",
                "use one of these");
    }
}
