package dev.ashlar.bench;

import dev.ashlar.data.AuroraCluster;
import dev.ashlar.data.AuroraClusterArgs;
import dev.ashlar.data.DataBucket;
import dev.ashlar.data.DataBucketArgs;
import dev.ashlar.data.DynamoTable;
import dev.ashlar.data.DynamoTableArgs;
import dev.ashlar.data.KeyType;
import dev.ashlar.data.RedisCache;
import dev.ashlar.data.RedisCacheArgs;
import dev.ashlar.network.Vpc;
import dev.ashlar.network.VpcArgs;

/** A network in three zones and the data of a production environment: a database with two readers, caches, tables, buckets. */
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
