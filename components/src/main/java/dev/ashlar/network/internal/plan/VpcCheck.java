package dev.ashlar.network.internal.plan;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds every violation in the options of a {@link Vpc}. */
public final class VpcCheck {

    private final VpcArgs args;
    private final Violations violations;
    private final Check check;

    private VpcCheck(String name, VpcArgs args) {
        this.args = args;
        this.violations = Violations.of("Vpc", name);
        this.check = new Check(violations);
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
        check.option("zoneSlots", slots).oneOf(Set.of(4, 8), "addresses are divided among 4 or 8 zones", "use 4 or 8");
        check.option("zones", args.zones())
                .required("at least one availability zone is required", "add two or more zones of the region");
        zoneNames();
        var seen = new HashSet<String>();
        args.zones().forEach((slot, zone) -> {
            violations.expect(seen.add(zone), "zones", zone + " twice", "a zone has one slot", "name it once");
            check.option("zones", slot)
                    .shownAs("slot %d for %s".formatted(slot, zone))
                    .within(
                            1,
                            slots,
                            "there are %d zone slots".formatted(slots),
                            "use a slot from 1 to %d, or set zoneSlots to 8 for a new network".formatted(slots));
        });
    }

    private void zoneNames() {
        var read = new ArrayList<Zone>();
        for (var text : args.zones().values()) {
            var zone = Zone.parse(text);
            check.option("zones", text)
                    .that(
                            zone::isPresent,
                            "the name or the ID of an availability zone is required",
                            "write it like eu-central-1a, or like euc1-az1");
            zone.ifPresent(read::add);
        }
        var all = String.join(", ", args.zones().values());
        var byId = read.stream().map(Zone::isId).distinct().toList();
        var regions = read.stream().map(Zone::region).distinct().toList();
        check.option("zones", args.zones())
                .shownAs(all)
                .that(
                        () -> byId.size() <= 1,
                        "a name and an ID can identify the same zone",
                        "give all zones by name, or all by ID")
                .that(
                        () -> byId.size() > 1 || regions.size() <= 1,
                        "a network is in one region",
                        "name zones of the region that the provider deploys to");
    }

    private void tiers() {
        check.option("tiers", args.tiers())
                .required("a network requires subnets", "name one or more, or leave the option out");
    }

    private void nat() {
        var allocations =
                check.count("natAllocationIds", args.natAllocationIds().size(), "allocations");
        if (args.natStrategy() == NatStrategy.NONE) {
            allocations.atMost(
                    0,
                    "natStrategy NONE creates no gateway that could use them",
                    "remove them, or choose another natStrategy");
            return;
        }
        check.option("natStrategy", args.natStrategy())
                .that(
                        () -> args.tiers().contains(Tier.PUBLIC),
                        "NAT gateways and instances require public subnets",
                        "add PUBLIC to tiers, or set natStrategy to NONE");
        int gateways = args.natStrategy() == NatStrategy.PER_ZONE ? args.zones().size() : 1;
        allocations.oneOf(
                List.of(0, gateways),
                "natStrategy %s needs %d".formatted(args.natStrategy(), gateways),
                "give one for each, or none");
    }

    private void interfaceEndpoints() {
        var wrong = new TreeSet<>(args.interfaceEndpoints());
        wrong.removeIf(service -> !service.hasGatewayEndpoint());
        wrong.removeAll(args.gatewayEndpoints());
        check.option("interfaceEndpoints", wrong)
                .shownAs(list(wrong))
                .absent("this network reaches S3 and DynamoDB by gateway", "add it to gatewayEndpoints");
        check.option("interfaceEndpoints", AwsService.DYNAMODB_STREAMS)
                .shownAs(AwsService.DYNAMODB_STREAMS.endpoint())
                .when(args.interfaceEndpoints().contains(AwsService.DYNAMODB_STREAMS))
                .absent(
                        "its endpoint has no private DNS name, so clients do not find it",
                        "leave it out, and give the network a NAT gateway");
        check.option("interfaceEndpoints", args.interfaceEndpoints())
                .shownAs(list(args.interfaceEndpoints()))
                .when(!args.tiers().contains(Tier.PRIVATE))
                .absent("interface endpoints require private subnets", "add PRIVATE to tiers");
    }

    private void gatewayEndpoints() {
        var wrong = new TreeSet<>(args.gatewayEndpoints());
        wrong.removeIf(AwsService::hasGatewayEndpoint);
        check.option("gatewayEndpoints", wrong)
                .shownAs(list(wrong))
                .absent("only S3 and DynamoDB have gateway endpoints", "move it to interfaceEndpoints");
    }

    private static String list(Collection<AwsService> services) {
        return services.stream().map(AwsService::endpoint).sorted().collect(Collectors.joining(", "));
    }

    private void ipv6() {
        check.option("enableDns64", args.enableDns64())
                .that(
                        () -> args.ipv6() && args.natStrategy().usesGateways(),
                        "its addresses lead through NAT gateways by IPv6, and the network has %s"
                                .formatted(args.ipv6() ? "natStrategy " + args.natStrategy() : "no IPv6"),
                        "set ipv6, and natStrategy SINGLE or PER_ZONE");
    }

    private void tierTags() {
        args.tierTags().forEach((tier, tags) -> check.option("tierTags." + tier.label(), tags)
                .when(!args.tiers().contains(tier))
                .absent("tiers does not contain these subnets", "add the tier, or leave its tags out"));
    }

    private void flowLogs() {
        if (args.flowLogs().enabled() && args.flowLogs().bucketArn() == null) {
            LogRetention.check("flowLogs.logRetention", VpcPlan.flowLogRetention(args), violations);
        }
        var interval = args.flowLogs().maxAggregationInterval();
        check.option("flowLogs.maxAggregationInterval", interval)
                .shownAs(interval.toSeconds() + " s")
                .oneOf(
                        Set.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
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
