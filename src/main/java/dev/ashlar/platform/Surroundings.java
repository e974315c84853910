package dev.ashlar.platform;

import dev.ashlar.compute.Cluster;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.data.aurora.Database;
import dev.ashlar.data.bucket.Bucket;
import dev.ashlar.data.cache.Cache;
import dev.ashlar.data.table.Table;
import dev.ashlar.identity.UserDirectory;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;
import java.util.function.Function;

/**
 * What the platform's workloads run in and use: stand-ins while options are checked, the created components afterwards.
 *
 * @param api where the load balancer sends the API's requests
 */
record Surroundings(
        Network network,
        Cluster cluster,
        Database database,
        Cache cache,
        Table metrics,
        Bucket raw,
        UserDirectory users,
        ServiceRoute api,
        Function<Queue, MessageQueue> queues,
        Function<Image, ContainerImage> images) {

    MessageQueue queue(Queue queue) {
        return queues.apply(queue);
    }

    ContainerImage image(Image image) {
        return images.apply(image);
    }
}
