package dev.ashlar.platform;

import com.pulumi.core.Output;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.data.AuroraCluster;
import dev.ashlar.data.Cache;
import dev.ashlar.data.Database;
import dev.ashlar.data.ExistingCacheArgs;
import dev.ashlar.data.ExistingDatabaseArgs;
import dev.ashlar.data.RedisCache;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.platform.PlatformOptions.Place;
import dev.ashlar.traffic.ServiceRoute;

/**
 * What components hand to each other, before any of them exists: enough to check the options of those that take it. The
 * ids are made up and never leave the checks.
 */
final class StandIns {

    private static final Output<String> ID = Output.of("arn:aws:stand-in:region:000000000000:id");

    private StandIns() {}

    static Network network(VpcArgs planned) {
        return Vpc.planned("main", planned);
    }

    static Place place(VpcArgs planned) {
        return new Place(ServiceCluster.fromExisting(ID, ID), network(planned));
    }

    static ContainerImage image() {
        return new ContainerImage(ID, ID);
    }

    static Database database() {
        return AuroraCluster.fromExisting(
                "database",
                ExistingDatabaseArgs.builder()
                        .endpoint(ID)
                        .readerEndpoint(ID)
                        .databaseName(ID)
                        .securityGroupId(ID)
                        .clusterArn(ID)
                        .clusterResourceId(ID)
                        .build());
    }

    static Cache cache() {
        return RedisCache.fromExisting(
                "cache",
                ExistingCacheArgs.builder()
                        .endpoint(ID)
                        .user(ID)
                        .passwordSecretArn(ID)
                        .securityGroupId(ID)
                        .build());
    }

    /** A queue with the options that the topology gives it. */
    static MessageQueue queue(QueueTopologyArgs topology, Queue queue) {
        var planned = topology.queues().stream()
                .filter(options -> queue.label().equals(options.label()))
                .findFirst()
                .orElseThrow();
        return MessageQueue.fromExisting(
                queue.label(),
                existing -> existing.arn(ID)
                        .url(ID)
                        .fifo(planned.fifo())
                        .visibilityTimeout(planned.visibilityTimeout()));
    }

    static ServiceRoute route() {
        return ServiceRoute.builder()
                .provider("public")
                .listenerArn(ID)
                .loadBalancerSecurityGroupId(ID)
                .loadBalancerArnSuffix(ID)
                .addPaths("/*")
                .priority(1)
                .url(ID)
                .build();
    }
}
