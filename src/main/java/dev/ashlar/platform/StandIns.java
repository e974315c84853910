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

    private StandIns() {}

    private static Output<String> id() {
        return Output.of("arn:stand-in:service:region:account:id");
    }

    static Network network(VpcArgs planned) {
        return Vpc.planned("main", planned);
    }

    static Place place(Network network) {
        return new Place(ServiceCluster.fromExisting(id(), id()), network);
    }

    static ContainerImage image() {
        return new ContainerImage(id(), id());
    }

    static Database database() {
        return AuroraCluster.fromExisting(
                "database",
                ExistingDatabaseArgs.builder()
                        .endpoint(id())
                        .readerEndpoint(id())
                        .databaseName(id())
                        .securityGroupId(id())
                        .clusterArn(id())
                        .clusterResourceId(id())
                        .build());
    }

    static Cache cache() {
        return RedisCache.fromExisting(
                "cache",
                ExistingCacheArgs.builder()
                        .endpoint(id())
                        .user(id())
                        .passwordSecretArn(id())
                        .securityGroupId(id())
                        .build());
    }

    /** A queue with the options that the topology gives it. */
    static MessageQueue queue(QueueTopologyArgs topology, Queue queue) {
        var planned = topology.queues().stream()
                .filter(options -> queue.label().equals(options.label()))
                .findFirst()
                .orElseThrow();
        return MessageQueue.fromExisting(queue.label(), existing -> existing.arn(id())
                .url(id())
                .fifo(planned.fifo())
                .visibilityTimeout(planned.visibilityTimeout()));
    }

    static ServiceRoute route() {
        return ServiceRoute.builder()
                .provider("public")
                .listenerArn(id())
                .loadBalancerSecurityGroupId(id())
                .loadBalancerArnSuffix(id())
                .addPaths("/*")
                .priority(1)
                .url(id())
                .build();
    }
}
