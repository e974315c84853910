package dev.ashlar.network;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A network that is only planned: it answers what the {@link Vpc} will answer, and its ids are made up. */
record PlannedNetwork(String label, VpcPlan.Reach plan, int zones) implements Network {

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
        return plan.unreachable(services);
    }

    @Override
    public void reach(Set<AwsService> services) {
        // The Vpc itself adds endpoints, once it exists and its users are created.
    }
}
