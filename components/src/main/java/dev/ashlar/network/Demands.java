package dev.ashlar.network;

import dev.ashlar.core.AwsService;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the users of a network have said they need of it. A user that says it again replaces what it said before. */
final class Demands {

    private final Map<String, Set<AwsService>> servicesByConsumer = new TreeMap<>();
    private final Map<Tier, SortedMap<String, Integer>> addresses = new EnumMap<>(Tier.class);

    void services(String consumer, Set<AwsService> services) {
        servicesByConsumer.put(consumer, Set.copyOf(services));
    }

    void addresses(Tier tier, String consumer, int count) {
        addresses.computeIfAbsent(tier, none -> new TreeMap<>()).put(consumer, count);
    }

    /** Every service that anybody needs. */
    Set<AwsService> services() {
        var all = EnumSet.noneOf(AwsService.class);
        servicesByConsumer.values().forEach(all::addAll);
        return all;
    }

    /** The addresses that are needed in a tier, by consumer. */
    SortedMap<String, Integer> addresses(Tier tier) {
        return addresses.getOrDefault(tier, new TreeMap<>());
    }
}
