package dev.ashlar.platform;

import com.pulumi.core.Output;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Firewall;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.Database;
import dev.ashlar.data.aurora.ExistingDatabaseArgs;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.ExistingBucketArgs;
import dev.ashlar.data.cache.Cache;
import dev.ashlar.data.cache.ExistingCacheArgs;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.ExistingTableArgs;
import dev.ashlar.identity.ExistingUserPoolArgs;
import dev.ashlar.identity.UserPool;
import dev.ashlar.messaging.ExistingQueueArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.loadbalancer.ServiceRoute;

/**
 * What components hand to each other, before any of them exists: enough to check the options of those that take it. The
 * ids are made up and never leave the checks.
 */
final class StandIns {

    private StandIns() {}

    private static Output<String> id() {
        return arn("service");
    }

    private static Output<String> arn(String service) {
        return Output.of("arn:stand-in:%s:region:account:id".formatted(service));
    }

    /** What workloads run in and use, with the options that the platform gives it. */
    static Surroundings surroundings(PlatformOptions options) {
        return new Surroundings(
                Vpc.planned("main", options.network()),
                ServiceCluster.fromExisting(id(), arn("ecs"), options.cluster().containerInsights()),
                database(),
                cache(),
                DynamoTable.fromExisting(
                        "metrics",
                        ExistingTableArgs.builder().tableArn(arn("dynamodb")).build()),
                DataBucket.fromExisting(
                        "raw", ExistingBucketArgs.builder().bucketArn(arn("s3")).build()),
                UserPool.fromExisting(
                        "users",
                        ExistingUserPoolArgs.builder()
                                .arn(id())
                                .id(id())
                                .issuer(id())
                                .client(PlatformOptions.WEB_CLIENT, id())
                                .client(PlatformOptions.INGESTION_CLIENT, id())
                                .build()),
                route(),
                queue -> queue(options.queues(), queue),
                image -> new ContainerImage(id(), id()));
    }

    static Firewall firewall() {
        return WebFirewall.fromExisting(id());
    }

    private static Database database() {
        return AuroraCluster.fromExisting(
                "database",
                ExistingDatabaseArgs.builder()
                        .endpoint(id())
                        .readerEndpoint(id())
                        .databaseName(id())
                        .securityGroupId(id())
                        .clusterArn(arn("rds"))
                        .clusterResourceId(id())
                        .masterUserSecretArn(arn("secretsmanager"))
                        .build());
    }

    private static Cache cache() {
        return RedisCache.fromExisting(
                "cache",
                ExistingCacheArgs.builder()
                        .endpoint(id())
                        .user(id())
                        .passwordSecretArn(arn("secretsmanager"))
                        .securityGroupId(id())
                        .build());
    }

    /** A queue with the options that the topology gives it. */
    private static MessageQueue queue(QueueTopologyArgs topology, Queue queue) {
        var planned = topology.queues().stream()
                .filter(options -> queue.label().equals(options.label()))
                .findFirst()
                .orElseThrow();
        return MessageQueue.fromExisting(
                queue.label(),
                ExistingQueueArgs.builder()
                        .arn(arn("sqs"))
                        .url(id())
                        .fifo(planned.fifo())
                        .visibilityTimeout(planned.visibilityTimeout())
                        .build());
    }

    private static ServiceRoute route() {
        return ServiceRoute.builder()
                .provider("public")
                .listenerArn(id())
                .loadBalancerSecurityGroupId(id())
                .loadBalancerArnSuffix(id())
                .addPaths("/api/*")
                .priority(1)
                .url(id())
                .build();
    }
}
