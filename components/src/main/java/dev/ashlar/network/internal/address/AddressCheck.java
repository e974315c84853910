package dev.ashlar.network.internal.address;

import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.CidrBlock;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the violations in the addresses of a {@link Vpc}. */
public final class AddressCheck {

    private static final String EXAMPLE = "10.20.0.0/16";
    private static final String UNKNOWN_ADDRESSES = "the addresses are not known until IPAM allocates them";
    private static final List<CidrBlock> NO_HOSTS = Stream.of(
                    "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4")
            .flatMap(text -> CidrBlock.parse(text).stream())
            .toList();

    private final VpcArgs args;
    private final Violations violations;
    private final Check check;

    public AddressCheck(VpcArgs args, Violations violations) {
        this.args = args;
        this.violations = violations;
        this.check = new Check(violations);
    }

    public void check() {
        if (args.ipv4IpamPoolId() != null) {
            ipam();
            return;
        }
        check.option("ipv4NetmaskLength", args.ipv4NetmaskLength())
                .absent("without ipv4IpamPoolId, cidrBlock determines it", "leave it out, or give the pool");
        var given = args.cidrBlock();
        check.option("cidrBlock", given)
                .required("every network needs an address block", "give one, such as " + EXAMPLE);
        if (given == null) {
            return;
        }
        var block = block("cidrBlock", given);
        if (block == null) {
            return;
        }
        var secondary = secondaryBlocks(block);
        if (args.subnetBlocks().isEmpty()) {
            divisible("cidrBlock", block, block.prefixLength(), ", or give the subnet blocks yourself");
        } else {
            givenBlocks(block, secondary);
        }
    }

    private void ipam() {
        excludedByIpam("cidrBlock", args.cidrBlock(), "IPAM allocates the block");
        excludedByIpam("subnetBlocks", args.subnetBlocks(), UNKNOWN_ADDRESSES);
        excludedByIpam("secondaryCidrBlocks", args.secondaryCidrBlocks(), UNKNOWN_ADDRESSES);
        excludedByIpam("layoutLock", args.layoutLock(), UNKNOWN_ADDRESSES);
        var length = args.ipv4NetmaskLength();
        check.option("ipv4NetmaskLength", length)
                .required("a pool allocates a block of a given size", "give the prefix length, such as 16");
        if (length != null && inRange("ipv4NetmaskLength", String.valueOf(length), length)) {
            divisible("ipv4NetmaskLength", length, length, "");
        }
    }

    private void excludedByIpam(String option, @Nullable Object value, String rule) {
        check.option(option, value).excludes("ipv4IpamPoolId", args.ipv4IpamPoolId(), rule);
    }

    private @Nullable CidrBlock block(String option, String text) {
        var block = CidrBlock.parse(text);
        if (block.isEmpty()) {
            violations.add(
                    option,
                    text,
                    "an IPv4 block whose address fits its prefix is required",
                    CidrBlock.parseCanonical(text).map(meant -> "use " + meant).orElse("write it like " + EXAMPLE));
            return null;
        }
        if (inRange(option, text, block.get().prefixLength())) {
            hosts(option, block.get());
        }
        return block.get();
    }

    /**
     * No host has an address of these ranges.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890: Special-Purpose IP Address Registries</a>
     */
    private void hosts(String option, CidrBlock block) {
        NO_HOSTS.stream()
                .filter(block::overlaps)
                .findFirst()
                .ifPresent(range -> violations.add(
                        option,
                        block,
                        "no host has an address of %s".formatted(range),
                        "use a private range, such as " + EXAMPLE));
    }

    private boolean inRange(String option, String got, int prefix) {
        return check.option(option, prefix)
                .shownAs(got)
                .within(
                        AddressPlan.LARGEST,
                        AddressPlan.SMALLEST,
                        "AWS allows blocks from /%d to /%d".formatted(AddressPlan.LARGEST, AddressPlan.SMALLEST),
                        "use a prefix length between them")
                .passed();
    }

    private void divisible(String option, Object got, int prefix, String otherwise) {
        int smallest = AddressPlan.smallestNetwork(args.zoneSlots());
        violations.expect(
                prefix <= smallest || prefix > AddressPlan.SMALLEST,
                option,
                got,
                "%s zone slots of three tiers need a /%d or larger"
                        .formatted(args.zoneSlots() == 8 ? "eight" : "four", smallest),
                "use a /%d%s".formatted(smallest, otherwise));
    }

    private List<CidrBlock> secondaryBlocks(CidrBlock primary) {
        var accepted = new ArrayList<CidrBlock>();
        for (var text : args.secondaryCidrBlocks()) {
            var block = block("secondaryCidrBlocks", text);
            if (block != null) {
                apart("secondaryCidrBlocks", block, primary, accepted);
                var refusal = SecondaryBlocks.refusal(primary, accepted, block);
                violations.expect(
                        refusal.isEmpty(),
                        "secondaryCidrBlocks",
                        text,
                        refusal.orElse(""),
                        "use one like 100.64.0.0/16, which every network may have");
                accepted.add(block);
            }
        }
        return accepted;
    }

    private void apart(String option, CidrBlock block, CidrBlock primary, List<CidrBlock> others) {
        var all = new ArrayList<>(others);
        all.add(primary);
        all.stream()
                .filter(block::overlaps)
                .findFirst()
                .ifPresent(other -> violations.add(
                        option, block, "it overlaps %s".formatted(other), "use addresses that the network lacks"));
    }

    private void givenBlocks(CidrBlock network, List<CidrBlock> secondary) {
        var inUse = new ArrayList<CidrBlock>();
        for (var tier : args.tiers()) {
            var given = args.subnetBlocks().getOrDefault(tier, List.of());
            var option = "subnetBlocks." + tier.label();
            int slots = args.zones().keySet().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            check.count(option, given.size(), "blocks")
                    .atLeast(slots, "zone slot %d needs one".formatted(slots), "give a block for each slot");
            given.stream()
                    .map(text -> block(option, text))
                    .filter(Objects::nonNull)
                    .forEach(block -> place(option, block, network, secondary, inUse));
        }
    }

    private void place(
            String option, CidrBlock block, CidrBlock network, List<CidrBlock> secondary, List<CidrBlock> inUse) {
        violations.expect(
                network.contains(block) || secondary.stream().anyMatch(other -> other.contains(block)),
                option,
                block,
                "it is outside the network's %s".formatted(network),
                "use a block inside it, or add secondaryCidrBlocks");
        inUse.stream()
                .filter(block::overlaps)
                .findFirst()
                .ifPresent(other -> violations.add(
                        option, block, "it overlaps %s".formatted(other), "give each subnet addresses of its own"));
        inUse.add(block);
    }
}
