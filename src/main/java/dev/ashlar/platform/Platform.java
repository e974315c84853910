package dev.ashlar.platform;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.MigrationTask;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraCluster;
import dev.ashlar.data.bucket.DataBucket;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.table.DynamoTable;
import dev.ashlar.identity.UserPool;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.network.Vpc;
import dev.ashlar.traffic.firewall.WebFirewall;
import dev.ashlar.traffic.ingestion.IngestionApi;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The platform of one environment: the ingestion API and its function, the queues, the core and delivery workers, the
 * API service behind the load balancer and its firewall, the migrations, the user pool, the database, the cache, the
 * table and the bucket.
 */
final class Platform {

    private Platform() {}

    /**
     * Creates the platform.
     *
     * @param violations the violations found in the stack file so far
     */
    static void create(Context context, Settings settings, Violations violations) {
        var options = new PlatformOptions(settings, violations);
        var workloads = new WorkloadOptions(settings, violations);
        Ashlar.check(violations);

        var network = new Vpc("main", options.network());
        var queues = new QueueTopology("pipeline", options.queues());
        var inbound = queues.queue(Queue.INBOUND.label());
        var replica = queues.queue(Queue.REPLICA.label());
        var normalised = queues.queue(Queue.NORMALISED.label());
        var outbound = queues.queue(Queue.OUTBOUND.label());
        var fetch = queues.queue(Queue.FETCH.label());
        var cluster = new ServiceCluster("platform", options.cluster());
        var firewall = new WebFirewall("public", options.firewall());
        var loadBalancer = new ApplicationLoadBalancer("public", options.loadBalancer(network, firewall));
        var database = new AuroraCluster("database", options.database(network));
        var cache = new RedisCache("cache", options.cache(network));
        var metrics = new DynamoTable("metrics", options.metrics());
        var raw = new DataBucket("raw", options.raw());
        var users = new UserPool("users", options.users(firewall));

        var ingestion = new IngestionApi(
                "ingestion",
                workloads.ingestion(users).uses(inbound.send()).consumes(fetch).build());
        var migrations = new MigrationTask(
                "migrations",
                workloads
                        .migrations(network, cluster)
                        .uses(database.masterConnection())
                        .build());
        var api = new FargateService(
                "api",
                workloads
                        .api(network, cluster)
                        .route(loadBalancer.route(route -> route.paths("/api/*")))
                        .uses(
                                database.connection(),
                                cache.connection(),
                                metrics.readWrite(),
                                raw.read(),
                                users.tokens(PlatformOptions.WEB_CLIENT))
                        .build());
        var core = new FargateService(
                "core",
                workloads
                        .worker(Workload.CORE, network, cluster, inbound)
                        .uses(
                                inbound.consume(),
                                replica.send(),
                                replica.consume(),
                                normalised.send(),
                                fetch.send(),
                                cache.connection(),
                                metrics.write(),
                                raw.write())
                        .build());
        var delivery = new FargateService(
                "delivery",
                workloads
                        .worker(Workload.DELIVERY, network, cluster, normalised)
                        .uses(
                                normalised.consume(),
                                outbound.send(),
                                outbound.consume(),
                                fetch.send(),
                                database.connection())
                        .build());
        if (Deployment.getInstance().isDryRun()) {
            context.log().info(network.egressPlan().toString());
        }

        context.export("apiUrl", loadBalancer.url());
        context.export("ingestionUrl", ingestion.url());
        context.export("queues", all(Queue.values(), Queue::label, queue -> queues.queue(queue.label())
                .name()));
        context.export("cluster", cluster.name());
        context.export("subnetLayout", network.subnetLayout());
        context.export("userPoolId", users.id());
        context.export("migrations", migrations.runTaskInput());
        var services = Map.of(Workload.API, api, Workload.CORE, core, Workload.DELIVERY, delivery);
        context.export(
                "services",
                all(services.keySet().toArray(Workload[]::new), Workload::label, workload -> Objects.requireNonNull(
                                services.get(workload))
                        .serviceName()));
    }

    private static <K> Output<Map<String, String>> all(
            K[] keys, Function<K, String> label, Function<K, Output<String>> value) {
        return Output.all(Arrays.stream(keys).map(value).toList()).applyValue(values -> {
            var byLabel = new TreeMap<String, String>();
            for (int i = 0; i < keys.length; i++) {
                byLabel.put(label.apply(keys[i]), values.get(i));
            }
            return byLabel;
        });
    }
}
