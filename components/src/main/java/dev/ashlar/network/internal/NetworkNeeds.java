package dev.ashlar.network.internal;

import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import dev.ashlar.network.Tier;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one component needs of the network that it is placed in.
 *
 * @param consumer the component, as messages name it: {@code FargateService "api"}
 * @param tier the subnets that it is placed in
 * @param interfaces the network interfaces that it has at most, in all zones together; they are spread evenly
 * @param services the AWS services that it calls from private subnets
 */
public record NetworkNeeds(String consumer, Tier tier, int interfaces, Set<AwsService> services) {

    public NetworkNeeds {
        // In the order of the enum, so that endpoints are registered in the same order every time.
        var ordered = EnumSet.noneOf(AwsService.class);
        ordered.addAll(services);
        services = Collections.unmodifiableSet(ordered);
    }

    /** Returns the needs of a component that only needs addresses. */
    public static NetworkNeeds of(String component, String name, Tier tier, int interfaces) {
        return of(component, name, tier, interfaces, Set.of());
    }

    /** Returns the needs of a component that also calls AWS services. */
    public static NetworkNeeds of(
            String component, String name, Tier tier, int interfaces, Collection<AwsService> services) {
        return new NetworkNeeds(Violations.of(component, name).subject(), tier, interfaces, Set.copyOf(services));
    }
}
