package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

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
     * @throws dev.ashlar.core.InvalidArgsException when the VPC's id is missing, or addresses are given without the zones
     *     that they are in
     */
    public static ExistingNetwork of(ExistingNetworkArgs args) {
        var violations = Violations.of("ExistingNetwork", args.name());
        violations.require("vpcId", args.vpcId(), "security groups are created in a VPC", "give its id");
        violations.expect(
                args.usableAddresses().isEmpty() || args.zoneCount().orElse(0) >= 1,
                "zoneCount",
                args.zoneCount().orElse(null),
                "usableAddresses counts those of each zone's subnet",
                "say in how many zones the subnets lie");
        violations.orThrow();
        return new ExistingNetwork(args);
    }

    @Override
    public String label() {
        return "ExistingNetwork \"%s\"".formatted(args.name());
    }

    @Override
    public Output<String> vpcId() {
        return args.vpcId();
    }

    @Override
    public Output<List<String>> publicSubnetIds() {
        return args.publicSubnetIds();
    }

    @Override
    public Output<List<String>> privateSubnetIds() {
        return args.privateSubnetIds();
    }

    @Override
    public Output<List<String>> isolatedSubnetIds() {
        return args.isolatedSubnetIds();
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
    public OptionalInt usableAddresses(Tier tier) {
        return capacity.usableAddresses(tier);
    }

    @Override
    public void reserve(Tier tier, int addresses, Violations violations) {
        demands.addresses(tier, violations.subject(), addresses);
        capacity.check(tier, label(), demands.addresses(tier), new TreeMap<>(), violations);
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
