package dev.ashlar.network.internal.egress;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.network.EgressPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the cost of egress with each NAT strategy. */
public final class EgressComparison {

    private EgressComparison() {}

    /**
     * Compares the alternatives.
     *
     * @param chosen the network's NAT strategy
     * @param built the services that the network has, or will have, an interface endpoint for
     * @param needed the services that components need and that no gateway endpoint serves
     */
    public static EgressPlan compare(
            String network, int zones, NatStrategy chosen, Set<AwsService> built, Set<AwsService> needed) {
        var options = new ArrayList<EgressPlan.Option>();
        int served =
                (int) needed.stream().filter(AwsService::hasInterfaceEndpoint).count();
        for (var strategy : NatStrategy.values()) {
            if (strategy == NatStrategy.NONE && strategy != chosen && served < needed.size()) {
                continue;
            }
            var counts = new TreeSet<Integer>();
            counts.add(served);
            if (strategy != NatStrategy.NONE) {
                counts.add(0);
            }
            if (strategy == chosen) {
                counts.add(built.size());
            }
            for (int endpoints : counts) {
                double cost = EgressPrices.LIST.nat(strategy, zones) + endpoints * EgressPrices.LIST.endpoint(zones);
                options.add(new EgressPlan.Option(
                        strategy, endpoints, cost, strategy == chosen && endpoints == built.size()));
            }
        }
        options.sort(Comparator.comparingDouble(EgressPlan.Option::monthlyUsd));
        return new EgressPlan(network, zones, needed.stream().sorted().toList(), List.copyOf(options));
    }
}
