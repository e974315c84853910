package dev.ashlar.network;

import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import dev.ashlar.network.internal.NetworkNeeds;
import dev.ashlar.network.internal.NetworkPlacement;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Places components in a network that exists already. It counts their addresses and adds nothing to the network. */
final class ExistingPlacement implements NetworkPlacement {

    private final ExistingNetworkArgs args;
    private final SubnetCapacity capacity;
    private NetworkUsage usage = NetworkUsage.NONE;

    ExistingPlacement(ExistingNetworkArgs args) {
        this.args = args;
        this.capacity = args.usableAddresses().isEmpty()
                ? SubnetCapacity.UNKNOWN
                : new SubnetCapacity(args.zoneCount().orElseThrow(), args.usableAddresses());
    }

    @Override
    public String label() {
        return "ExistingNetwork \"%s\"".formatted(args.name());
    }

    @Override
    public OptionalInt zoneCount() {
        return args.zoneCount().map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    @Override
    public boolean ipv6() {
        return args.ipv6();
    }

    OptionalInt usableAddresses(Tier tier) {
        return capacity.usableAddresses(tier);
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
    public void checkAddresses(NetworkNeeds needs, Violations violations) {
        var tier = needs.tier();
        if (ExistingNetwork.subnetIds(args, tier) == null) {
            var option = tier == Tier.PUBLIC ? "publicSubnetIds" : "privateSubnetIds";
            violations.add(
                    "network",
                    label(),
                    "it was described without %s".formatted(option),
                    "give it the ids of these subnets");
            return;
        }
        capacity.check(
                tier,
                label(),
                capacity.inEachSubnet(usage.without(needs.consumer()).interfaces(tier)),
                capacity.inEachSubnet(usage.with(needs).interfaces(tier)),
                violations);
    }

    @Override
    public void place(NetworkNeeds needs) {
        usage = usage.with(needs);
    }

    @Override
    public List<Resource> ingressDependencies() {
        return List.of();
    }

    @Override
    public List<Resource> egressDependencies() {
        return List.of();
    }
}
