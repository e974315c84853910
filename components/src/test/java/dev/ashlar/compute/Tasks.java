package dev.ashlar.compute;

import dev.ashlar.network.ExistingNetworkArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;

/** The surroundings of a task under test. */
public final class Tasks {

    public static final String CLUSTER_ARN = "arn:aws:ecs:eu-central-1:000000000000:cluster/main";

    private Tasks() {}

    /** A scheduled task with nothing but what is required. */
    public static ScheduledTaskArgs.Builder scheduled() {
        return ScheduledTaskArgs.builder()
                .cluster(cluster())
                .network(network())
                .image(Services.image("report"))
                .scheduleExpression("cron(0 3 * * ? *)");
    }

    /** A migration with nothing but what is required. */
    public static MigrationTaskArgs.Builder migration() {
        return MigrationTaskArgs.builder().cluster(cluster()).network(network()).image(Services.image("migrations"));
    }

    private static Cluster cluster() {
        return ServiceCluster.fromExisting(
                "main", ExistingClusterArgs.builder().arn(CLUSTER_ARN).build());
    }

    private static Network network() {
        return Vpc.fromExisting(
                "existing",
                ExistingNetworkArgs.builder()
                        .vpcId("vpc-1")
                        .privateSubnetIds("subnet-1", "subnet-2")
                        .build());
    }
}
