package dev.ashlar.data;

import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;

/** Networks in which the tests put stores of data. */
public final class Networks {

    private Networks() {}

    /** A network whose isolated subnets lie in so many zones. */
    public static Network of(int zones) {
        return Vpc.fromExisting(
                "existing",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .isolatedSubnetIds("subnet-1", "subnet-2")
                        .zoneCount(zones)
                        .build());
    }
}
