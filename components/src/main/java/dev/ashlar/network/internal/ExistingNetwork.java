package dev.ashlar.network.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.component.Created;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Tier;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A network that exists already. The services that its workloads reach are a closed list, because nothing is added. */
public final class ExistingNetwork implements Network {

    private final ExistingNetworkArgs args;
    private final ExistingPlacement placement;

    private ExistingNetwork(String subject, ExistingNetworkArgs args) {
        this.args = args;
        this.placement = new ExistingPlacement(subject, args);
    }

    /**
     * Describes a network.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public static ExistingNetwork of(String name, ExistingNetworkArgs args) {
        var violations = check(name, args);
        Ashlar.check(violations);
        return new ExistingNetwork(violations.subject(), args);
    }

    private static Violations check(String name, ExistingNetworkArgs args) {
        var violations = Violations.of("Vpc.fromExisting", name);
        var check = new Check(violations);
        check.option("vpcId", args.vpcId()).required("security groups are created in a VPC", "give its id");
        check.option("zoneCount", args.zoneCount())
                .atLeast(
                        1,
                        "every subnet is in a zone",
                        "set it to the number of zones that the subnets are in, or leave it out")
                .when(!args.usableAddresses().isEmpty())
                .required(
                        "usableAddresses counts the addresses in each zone",
                        "set it to the number of zones that the subnets are in");
        args.usableAddresses().forEach((tier, usable) -> check.option("usableAddresses." + tier.label(), usable)
                .atLeast(
                        0,
                        "a number of addresses is 0 or more",
                        "give the free addresses of the tier's smallest subnet"));
        return violations;
    }

    @Override
    public Output<String> vpcId() {
        var given = args.vpcId();
        return given == null ? Created.<ExistingNetwork>nothing().output(Network::vpcId) : given;
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

    private Output<List<String>> subnetIds(Tier tier) {
        var given = subnetIds(args, tier);
        return given == null ? Output.ofList() : given;
    }

    /** Returns the subnets that were given for a tier. */
    static @Nullable Output<List<String>> subnetIds(ExistingNetworkArgs args, Tier tier) {
        var isolated = args.isolatedSubnetIds();
        return switch (tier) {
            case PUBLIC -> args.publicSubnetIds();
            case PRIVATE -> args.privateSubnetIds();
            case ISOLATED -> isolated == null ? args.privateSubnetIds() : isolated;
        };
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
}
