package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A network that exists already. Nothing is added to it: what its workloads reach is a closed list. */
public final class ExistingNetwork implements Network {

    private final ExistingNetworkArgs args;
    private final SubnetCapacity capacity;
    private final Demands demands = new Demands();

    private ExistingNetwork(ExistingNetworkArgs args) {
        this.args = args;
        this.capacity = args.usableAddresses().isEmpty()
                ? SubnetCapacity.UNKNOWN
                : new SubnetCapacity(args.zoneCount().orElseThrow(), args.usableAddresses());
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
    public String label() {
        return "ExistingNetwork \"%s\"".formatted(args.name());
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
        return args.zoneCount().map(OptionalInt::of).orElse(OptionalInt.empty());
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
        return capacity.usableAddresses(tier);
    }

    @Override
    public void reserve(Tier tier, int addresses, Violations violations) {
        if (given(tier) == null) {
            var option = tier == Tier.PUBLIC ? "publicSubnetIds" : "privateSubnetIds";
            violations.add(
                    "network",
                    label(),
                    "it was described without %s".formatted(option),
                    "give it the ids of these subnets");
            return;
        }
        demands.addresses(tier, violations.subject(), addresses);
        capacity.check(tier, label(), demands.addresses(tier), new TreeMap<>(), violations);
    }

    private Output<List<String>> subnetIds(Tier tier) {
        var given = given(tier);
        return given == null ? Output.ofList() : given;
    }

    private @Nullable Output<List<String>> given(Tier tier) {
        var isolated = args.isolatedSubnetIds();
        return switch (tier) {
            case PUBLIC -> args.publicSubnetIds();
            case PRIVATE -> args.privateSubnetIds();
            case ISOLATED -> isolated == null ? args.privateSubnetIds() : isolated;
        };
    }

    @Override
    public Set<AwsService> unreachable(Set<AwsService> services) {
        var unreachable = EnumSet.noneOf(AwsService.class);
        if (!args.internetAccess()) {
            unreachable.addAll(services);
            unreachable.removeAll(args.endpoints());
        }
        return unreachable;
    }

    @Override
    public void reach(Set<AwsService> services) {
        // Nothing is added to a network that is not ours; a consumer's check has refused what cannot be reached.
    }
}
