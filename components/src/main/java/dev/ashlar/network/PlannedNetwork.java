package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.internal.component.Created;
import dev.ashlar.network.internal.NetworkPlacement;
import java.util.List;
import java.util.OptionalInt;

/** A network that is only planned: it answers what the {@link Vpc} will answer, and its ids are made up. */
record PlannedNetwork(VpcPlacement vpc) implements Network {

    static PlannedNetwork of(String label, VpcArgs args, SubnetCapacity capacity) {
        return new PlannedNetwork(new VpcPlacement(label, args, capacity, Created.nothing()));
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
        return vpc.zoneCount();
    }

    @Override
    public boolean ipv6() {
        return vpc.ipv6();
    }

    @Override
    public boolean reachesInternet() {
        return vpc.reachesInternet();
    }

    @Override
    public OptionalInt usableAddresses(Tier tier) {
        return vpc.usableAddresses(tier);
    }

    @Override
    public NetworkPlacement placement() {
        return vpc;
    }
}
