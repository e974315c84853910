package dev.ashlar.network.internal;

import dev.ashlar.core.AwsService;
import dev.ashlar.network.Tier;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The needs of all components in a network.
 *
 * @param byConsumer the needs of each component, by how messages name it
 */
record NetworkUsage(SortedMap<String, NetworkNeeds> byConsumer) {

    static final NetworkUsage NONE = new NetworkUsage(new TreeMap<>());

    NetworkUsage {
        byConsumer = Collections.unmodifiableSortedMap(new TreeMap<>(byConsumer));
    }

    /** Returns this usage with the needs of one component added or replaced. */
    NetworkUsage with(NetworkNeeds needs) {
        var all = new TreeMap<>(byConsumer);
        all.put(needs.consumer(), needs);
        return new NetworkUsage(all);
    }

    /** Returns this usage without one component. */
    NetworkUsage without(String consumer) {
        var all = new TreeMap<>(byConsumer);
        all.remove(consumer);
        return new NetworkUsage(all);
    }

    /** Returns every service that a component needs. */
    Set<AwsService> services() {
        var all = EnumSet.noneOf(AwsService.class);
        byConsumer.values().forEach(needs -> all.addAll(needs.services()));
        return all;
    }

    /** Returns the interfaces in all subnets of a tier together, by component. */
    SortedMap<String, Integer> interfaces(Tier tier) {
        var interfaces = new TreeMap<String, Integer>();
        byConsumer.forEach((consumer, needs) -> {
            if (needs.tier() == tier) {
                interfaces.put(consumer, needs.interfaces());
            }
        });
        return interfaces;
    }
}
