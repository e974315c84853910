package dev.ashlar.network;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Violations;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a network of ours is used for, whether it is planned or exists: the two keep the same accounts. */
final class NetworkUse {

    private final String label;
    private final NatStrategy natStrategy;
    private final VpcPlan.Reach reach;
    private final SubnetCapacity capacity;
    private final Set<Tier> tiers;
    private final Demands demands = new Demands();

    NetworkUse(String label, VpcArgs args, SubnetCapacity capacity) {
        this.label = label;
        this.natStrategy = args.natStrategy();
        this.reach = VpcPlan.Reach.of(args);
        this.tiers = args.tiers();
        this.capacity = capacity;
    }

    void need(Set<AwsService> services, Violations consumer) {
        demands.services(consumer.subject(), services);
    }

    OptionalInt usableAddresses(Tier tier) {
        return capacity.usableAddresses(tier);
    }

    void reserve(Tier tier, int addresses, Violations consumer) {
        if (!tiers.contains(tier)) {
            consumer.add(
                    "network",
                    label,
                    "its tiers leave out the %s subnets that are needed here".formatted(tier.label()),
                    "add the %s tier to the network".formatted(tier.label()));
            return;
        }
        demands.addresses(tier, consumer.subject(), addresses);
        capacity.check(tier, label, demands.addresses(tier), ownInterfaces(tier), consumer);
    }

    private SortedMap<String, Integer> ownInterfaces(Tier tier) {
        var own = new TreeMap<String, Integer>();
        int endpoints = reach.interfaces(demands.services()).size();
        if (tier == Tier.PRIVATE && endpoints > 0) {
            own.put("endpoints", endpoints);
        }
        if (tier == Tier.PUBLIC && natStrategy != NatStrategy.NONE) {
            own.put("NAT", 1);
        }
        return own;
    }

    EgressPlan egressPlan() {
        var wanted = reach.wanted(demands.services());
        return EgressPlan.of(label, capacity.zones(), natStrategy, reach.interfaces(demands.services()), wanted);
    }
}
