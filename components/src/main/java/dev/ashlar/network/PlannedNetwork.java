package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Violations;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A network that is only planned: it answers what the {@link Vpc} will answer, and its ids are made up. */
record PlannedNetwork(String label, VpcPlan.Reach reach, int zones, boolean ipv6, NetworkUse use) implements Network {

    static PlannedNetwork of(String label, VpcArgs args, SubnetCapacity capacity) {
        return new PlannedNetwork(
                label, VpcPlan.Reach.of(args), args.zones().size(), args.ipv6(), new NetworkUse(label, args, capacity));
    }

    @Override
    public Output<String> vpcId() {
        return Output.of("planned");
    }

    @Override
    public Output<List<String>> publicSubnetIds() {
        return Output.ofList("planned");
    }

    @Override
    public Output<List<String>> privateSubnetIds() {
        return Output.ofList("planned");
    }

    @Override
    public Output<List<String>> isolatedSubnetIds() {
        return Output.ofList("planned");
    }

    @Override
    public OptionalInt zoneCount() {
        return OptionalInt.of(zones);
    }

    @Override
    public Set<AwsService> unreachable(Set<AwsService> services) {
        return reach.unreachable(services);
    }

    @Override
    public boolean reachesInternet() {
        return reach.internet();
    }

    @Override
    public void check(Set<AwsService> services, Violations violations) {
        use.need(services, violations);
        Network.super.check(services, violations);
    }

    @Override
    public OptionalInt usableAddresses(Tier tier) {
        return use.usableAddresses(tier);
    }

    @Override
    public void reserve(Tier tier, int addresses, Violations violations) {
        use.reserve(tier, addresses, violations);
    }

    @Override
    public void reach(Set<AwsService> services) {
        // The Vpc itself adds endpoints, once it exists and its users are created.
    }
}
