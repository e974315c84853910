package dev.ashlar.bench;

import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;

/**
 * A network in three zones and the data resources of a production environment: a database with two readers, caches,
 * tables, buckets.
 */
final class DataLayer {

    private DataLayer() {}

    static void declare() {
        var network = new Vpc(
                "main",
                VpcArgs.builder()
                        .cidrBlock("10.20.0.0/16")
                        .zones("eu-central-1a", "eu-central-1b", "eu-central-1c")
                        .build());
        new AuroraCluster(
                "database",
                AuroraClusterArgs.builder()
                        .network(network)
                        .reader("standby")
                        .reader("reports")
                        .build());
        for (int i = 0; i < 2; i++) {
            new RedisCache(
                    "cache-" + i, RedisCacheArgs.builder().network(network).build());
        }
        for (int i = 0; i < 10; i++) {
            new DynamoTable(
                    "table-" + i,
                    DynamoTableArgs.builder()
                            .partitionKey("customer", KeyType.STRING)
                            .sortKey("placedAt", KeyType.STRING)
                            .build());
            new DataBucket("bucket-" + i, DataBucketArgs.builder().build());
        }
    }
}
