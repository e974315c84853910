package dev.ashlar.network.internal.plan;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.address.AddressCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds every violation in the options of a {@link Vpc}. */
public final class VpcCheck {

    private final VpcArgs args;
    private final Violations violations;

    private VpcCheck(String name, VpcArgs args) {
        this.args = args;
        this.violations = Violations.of("Vpc", name);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
    }

    public static Violations check(String name, VpcArgs args) {
        var check = new VpcCheck(name, args);
        check.zones();
        check.tiers();
        new AddressCheck(args, check.violations).check();
        check.nat();
        check.interfaceEndpoints();
        check.gatewayEndpoints();
        check.ipv6();
        check.flowLogs();
        check.tierTags();
        if (check.violations.isEmpty() && !args.layoutLock().isEmpty()) {
            check.layoutLock();
        }
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
                "at least one availability zone is required",
                "add two or more zones of the region");
        zoneNames();
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

    private void zoneNames() {
        var read = new ArrayList<Zone>();
        for (var text : args.zones().values()) {
            var zone = Zone.parse(text);
            violations.expect(
                    zone.isPresent(),
                    "zones",
                    '"' + text + '"',
                    "the name or the ID of an availability zone is required",
                    "write it like eu-central-1a, or like euc1-az1");
            zone.ifPresent(read::add);
        }
        var all = String.join(", ", args.zones().values());
        var byId = read.stream().map(Zone::isId).distinct().toList();
        var regions = read.stream().map(Zone::region).distinct().toList();
        violations.expect(
                byId.size() <= 1,
                "zones",
                all,
                "a name and an ID can identify the same zone",
                "give all zones by name, or all by ID");
        violations.expect(
                byId.size() > 1 || regions.size() <= 1,
                "zones",
                all,
                "a network is in one region",
                "name zones of the region that the provider deploys to");
    }

    private void tiers() {
        violations.expect(
                !args.tiers().isEmpty(),
                "tiers",
                null,
                "a network requires subnets",
                "name one or more, or leave the option out");
    }

    private void nat() {
        if (args.natStrategy() == NatStrategy.NONE) {
            violations.expect(
                    args.natAllocationIds().isEmpty(),
                    "natAllocationIds",
                    args.natAllocationIds().size() + " allocations",
                    "natStrategy NONE creates no gateway that could use them",
                    "remove them, or choose another natStrategy");
            return;
        }
        violations.expect(
                args.tiers().contains(Tier.PUBLIC),
                "natStrategy",
                args.natStrategy(),
                "NAT gateways and instances require public subnets",
                "add PUBLIC to tiers, or set natStrategy to NONE");
        int gateways = args.natStrategy() == NatStrategy.PER_ZONE ? args.zones().size() : 1;
        int given = args.natAllocationIds().size();
        violations.expect(
                given == 0 || given == gateways,
                "natAllocationIds",
                given + " allocations",
                "natStrategy %s needs %d".formatted(args.natStrategy(), gateways),
                "give one for each, or none");
    }

    private void interfaceEndpoints() {
        var wrong = new TreeSet<>(args.interfaceEndpoints());
        wrong.removeIf(service -> !service.hasGatewayEndpoint());
        wrong.removeAll(args.gatewayEndpoints());
        violations.expect(
                wrong.isEmpty(),
                "interfaceEndpoints",
                list(wrong),
                "this network reaches S3 and DynamoDB by gateway",
                "add it to gatewayEndpoints");
        violations.expect(
                !args.interfaceEndpoints().contains(AwsService.DYNAMODB_STREAMS),
                "interfaceEndpoints",
                AwsService.DYNAMODB_STREAMS.endpoint(),
                "its endpoint has no private DNS name, so clients do not find it",
                "leave it out, and give the network a NAT gateway");
        violations.expect(
                args.interfaceEndpoints().isEmpty() || args.tiers().contains(Tier.PRIVATE),
                "interfaceEndpoints",
                list(args.interfaceEndpoints()),
                "interface endpoints require private subnets",
                "add PRIVATE to tiers");
    }

    private void gatewayEndpoints() {
        var wrong = new TreeSet<>(args.gatewayEndpoints());
        wrong.removeIf(AwsService::hasGatewayEndpoint);
        violations.expect(
                wrong.isEmpty(),
                "gatewayEndpoints",
                list(wrong),
                "only S3 and DynamoDB have gateway endpoints",
                "move it to interfaceEndpoints");
    }

    private static String list(Collection<AwsService> services) {
        return services.stream().map(AwsService::endpoint).sorted().collect(Collectors.joining(", "));
    }

    private void ipv6() {
        violations.expect(
                !args.enableDns64() || (args.ipv6() && args.natStrategy().usesGateways()),
                "enableDns64",
                true,
                "its addresses lead through NAT gateways by IPv6, and the network has %s"
                        .formatted(args.ipv6() ? "natStrategy " + args.natStrategy() : "no IPv6"),
                "set ipv6, and natStrategy SINGLE or PER_ZONE");
    }

    private void tierTags() {
        args.tierTags()
                .keySet()
                .forEach(tier -> violations.expect(
                        args.tiers().contains(tier),
                        "tierTags." + tier.label(),
                        args.tierTags().get(tier),
                        "tiers does not contain these subnets",
                        "add the tier, or leave its tags out"));
    }

    private void flowLogs() {
        if (args.flowLogs().enabled() && args.flowLogs().bucketArn() == null) {
            LogRetention.check("flowLogs.logRetention", VpcPlan.flowLogRetention(args), violations);
        }
        var interval = args.flowLogs().maxAggregationInterval();
        violations.expect(
                Set.of(Duration.ofMinutes(1), Duration.ofMinutes(10)).contains(interval),
                "flowLogs.maxAggregationInterval",
                interval.toSeconds() + " s",
                "AWS aggregates flows over 60 or 600 seconds",
                "use one of these");
    }

    /** Compares with the locked layout; only for options that are right otherwise, since it needs the whole plan. */
    private void layoutLock() {
        var plan = VpcPlan.of(args);
        var layout = plan.layout(plan.network());
        layout.forEach((subnet, computed) -> {
            var locked = args.layoutLock().getOrDefault(subnet, computed);
            violations.expect(
                    locked.equals(computed),
                    "layoutLock." + subnet,
                    locked,
                    "the subnet would get %s, which replaces it and everything in it".formatted(computed),
                    "restore cidrBlock, zones and zoneSlots, or give the old blocks as subnetBlocks; "
                            + "to move it, remove it from the lock");
        });
    }
}
