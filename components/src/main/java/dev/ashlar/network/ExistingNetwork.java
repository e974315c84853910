package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.network.internal.NetworkPlacement;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A network that exists already. Nothing is added to it: what its workloads reach is a closed list. */
public final class ExistingNetwork implements Network {

    private final ExistingNetworkArgs args;
    private final ExistingPlacement placement;

    private ExistingNetwork(ExistingNetworkArgs args) {
        this.args = args;
        this.placement = new ExistingPlacement(args);
    }

    /**
     * Describes a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public static ExistingNetwork of(ExistingNetworkArgs args) {
        var violations = Violations.of("ExistingNetwork", args.name());
        violations.require("vpcId", args.vpcId(), "security groups are created in a VPC", "give its id");
        violations.expect(
                args.usableAddresses().isEmpty() || args.zoneCount().isPresent(),
                "zoneCount",
                null,
                "usableAddresses counts those of each zone's subnet",
                "say in how many zones the subnets lie");
        args.zoneCount()
                .ifPresent(zones -> violations.expect(
                        zones >= 1,
                        "zoneCount",
                        zones,
                        "every subnet lies in a zone",
                        "say in how many zones the subnets lie, or leave it out"));
        args.usableAddresses()
                .forEach((tier, usable) -> violations.expect(
                        usable >= 0,
                        "usableAddresses." + tier.label(),
                        usable,
                        "a subnet has addresses left or it has none",
                        "give the free addresses of the tier's smallest subnet"));
        violations.orThrow();
        return new ExistingNetwork(args);
    }

    @Override
    public Output<String> vpcId() {
        return Objects.requireNonNull(args.vpcId());
    }

    @Override
    public Output<List<String>> publicSubnetIds() {
        return subnetIds(Tier.PUBLIC);
    }

    @Override
    public Output<List<String>> privateSubnetIds() {
        return subnetIds(Tier.PRIVATE);
    }

    @Override
    public Output<List<String>> isolatedSubnetIds() {
        return subnetIds(Tier.ISOLATED);
    }

    @Override
    public OptionalInt zoneCount() {
        return placement.zoneCount();
    }

    @Override
    public boolean ipv6() {
        return args.ipv6();
    }

    @Override
    public boolean reachesInternet() {
        return args.internetAccess();
    }

    @Override
    public OptionalInt usableAddresses(Tier tier) {
        return placement.usableAddresses(tier);
    }

    @Override
    public NetworkPlacement placement() {
        return placement;
    }

    private Output<List<String>> subnetIds(Tier tier) {
        var given = subnetIds(args, tier);
        return given == null ? Output.ofList() : given;
    }

    /** The subnets that were given for a tier. */
    static @Nullable Output<List<String>> subnetIds(ExistingNetworkArgs args, Tier tier) {
        var isolated = args.isolatedSubnetIds();
        return switch (tier) {
            case PUBLIC -> args.publicSubnetIds();
            case PRIVATE -> args.privateSubnetIds();
            case ISOLATED -> isolated == null ? args.privateSubnetIds() : isolated;
        };
    }
}
