package dev.ashlar.network.internal;

import com.pulumi.resources.Resource;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.Created;
import dev.ashlar.network.EgressPlan;
import dev.ashlar.network.Tier;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.network.internal.address.SubnetCapacity;
import dev.ashlar.network.internal.egress.EgressComparison;
import dev.ashlar.network.internal.plan.ReachableServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Places components in a {@link Vpc}, whether it was created, is only planned, or has faults. */
public final class VpcPlacement implements NetworkPlacement {

    private final String label;
    private final VpcArgs args;
    private final ReachableServices reach;
    private final SubnetCapacity capacity;
    private final Created<VpcResources> created;
    private NetworkUsage usage = NetworkUsage.NONE;

    /**
     * Describes the network.
     *
     * @param args the options, which may have faults
     * @param capacity unknown if the options have faults
     */
    public VpcPlacement(String label, VpcArgs args, SubnetCapacity capacity, Created<VpcResources> created) {
        this.label = label;
        this.args = args;
        this.reach = ReachableServices.of(args);
        this.capacity = capacity;
        this.created = created;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public OptionalInt zoneCount() {
        return OptionalInt.of(args.zones().size());
    }

    @Override
    public boolean ipv6() {
        return args.ipv6();
    }

    public boolean reachesInternet() {
        return reach.internet();
    }

    public OptionalInt usableAddresses(Tier tier) {
        return capacity.usableAddresses(tier);
    }

    @Override
    public Set<AwsService> unreachable(Set<AwsService> services) {
        return reach.unreachable(services);
    }

    @Override
    public void checkAddresses(NetworkNeeds needs, Violations violations) {
        var tier = needs.tier();
        if (!args.tiers().contains(tier)) {
            violations.add(
                    "network",
                    label,
                    "its tiers do not contain the %s subnets that are required here".formatted(tier.label()),
                    "add the %s tier to the network".formatted(tier.label()));
            return;
        }
        capacity.check(
                tier,
                label,
                interfaces(tier, usage.without(needs.consumer())),
                interfaces(tier, usage.with(needs)),
                violations);
    }

    /** Returns the interfaces in each subnet of a tier: those of components, then the network's own. */
    private Map<String, Integer> interfaces(Tier tier, NetworkUsage usage) {
        var interfaces = new LinkedHashMap<>(capacity.inEachSubnet(usage.interfaces(tier)));
        int endpoints = reach.interfaces(usage.services()).size();
        if (tier == Tier.PRIVATE && endpoints > 0) {
            interfaces.put("endpoints", endpoints);
        }
        if (tier == Tier.PUBLIC && args.natStrategy() != NatStrategy.NONE) {
            interfaces.put("NAT", 1);
        }
        return interfaces;
    }

    @Override
    public void place(NetworkNeeds needs) {
        usage = usage.with(needs);
        created.ifPresent(resources ->
                needs.services().stream().filter(reach::addsEndpoint).forEach(resources::addEndpoint));
    }

    public EgressPlan egressPlan() {
        var services = usage.services();
        return EgressComparison.compare(
                label, args.zones().size(), args.natStrategy(), reach.interfaces(services), reach.wanted(services));
    }

    @Override
    public List<Resource> ingressDependencies() {
        return created.get(VpcResources::ingressDependencies, List.of());
    }

    @Override
    public List<Resource> egressDependencies() {
        return created.get(VpcResources::egressDependencies, List.of());
    }
}
