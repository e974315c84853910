package dev.ashlar.network.internal;

import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.address.SubnetCapacity;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Places components in a network that exists already. It counts their addresses and adds nothing to the network. */
final class ExistingPlacement implements NetworkPlacement {

    private final String label;
    private final ExistingNetworkArgs args;
    private final SubnetCapacity capacity;
    private NetworkUsage usage = NetworkUsage.NONE;

    /**
     * Describes the network.
     *
     * @param args the options, which may have faults
     */
    ExistingPlacement(String label, ExistingNetworkArgs args) {
        this.label = label;
        this.args = args;
        var zones = args.zoneCount();
        this.capacity = zones == null || zones < 1 || args.usableAddresses().isEmpty()
                ? SubnetCapacity.UNKNOWN
                : new SubnetCapacity(zones, args.usableAddresses());
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public OptionalInt zoneCount() {
        var zones = args.zoneCount();
        return zones == null ? OptionalInt.empty() : OptionalInt.of(zones);
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
