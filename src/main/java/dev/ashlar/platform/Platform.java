package dev.ashlar.platform;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.MigrationTask;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.compute.image.ImageReference;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.core.ContainerImage;
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
 * The platform of one environment: the ingestion API and its function, the queues, the core and delivery workers, the API
 * service behind the load balancer and its firewall, the migrations, the user pool, the database, the
 * cache, the table and the bucket.
 */
final class Platform implements Program {

    private final Settings settings;
    private final Violations violations;
    private final PlatformOptions options;
    private final WorkloadOptions workloads;

    Platform(Settings settings, String stackFile) {
        this.settings = settings;
        this.violations = Violations.of(stackFile);
        this.options = new PlatformOptions(settings, violations);
        this.workloads = new WorkloadOptions(settings, violations);
    }

    @Override
    public Violations check() {
        checkNames("ashlar:images", settings.images());
        checkNames("ashlar:services", settings.services());
        for (var image : Image.values()) {
            checkImage(image);
        }
        var around = StandIns.surroundings(options);
        return violations
                .addAll(Vpc.check("main", options.network()))
                .addAll(AuroraCluster.check("database", options.database(around.network())))
                .addAll(RedisCache.check("cache", options.cache(around.network())))
                .addAll(DynamoTable.check("metrics", options.metrics()))
                .addAll(DataBucket.check("raw", options.raw()))
                .addAll(QueueTopology.check("pipeline", options.queues()))
                .addAll(ServiceCluster.check("platform", options.cluster()))
                .addAll(WebFirewall.check("public", options.firewall()))
                .addAll(UserPool.check("users", options.users(StandIns.firewall())))
                .addAll(ApplicationLoadBalancer.check(
                        "public", options.loadBalancer(around.network(), StandIns.firewall())))
                .addAll(IngestionApi.check("ingestion", workloads.ingestion(around)))
                .addAll(MigrationTask.check("migrations", workloads.migrations(around)))
                .addAll(FargateService.check("api", workloads.api(around)))
                .addAll(FargateService.check("core", workloads.core(around)))
                .addAll(FargateService.check("delivery", workloads.delivery(around)));
    }

    private void checkNames(String option, Map<String, ?> given) {
        var labels = Arrays.stream(Image.values()).map(Image::label).toList();
        given.forEach((name, value) -> violations.expect(
                labels.contains(name),
                option + "." + name,
                value,
                "the platform runs no such thing",
                "use one of " + String.join(", ", labels)));
    }

    private void checkImage(Image image) {
        var option = "ashlar:images." + image.label();
        var tag = settings.images().get(image.label());
        violations.require(
                option,
                tag,
                "%s has to run something".formatted(image.label()),
                "set the tag that was pushed: pulumi config set --path %s 1.0.0".formatted(option));
        if (tag != null) {
            ImageReference.check(option, tag, violations);
        }
    }

    @Override
    public void create(Context context) {
        var network = new Vpc("main", options.network());
        var queues = new QueueTopology("pipeline", options.queues());
        var cluster = new ServiceCluster("platform", options.cluster());
        var firewall = new WebFirewall("public", options.firewall());
        var loadBalancer = new ApplicationLoadBalancer("public", options.loadBalancer(network, firewall));
        var around = new Surroundings(
                network,
                cluster,
                new AuroraCluster("database", options.database(network)),
                new RedisCache("cache", options.cache(network)),
                new DynamoTable("metrics", options.metrics()),
                new DataBucket("raw", options.raw()),
                new UserPool("users", options.users(firewall)),
                loadBalancer.route(api -> api.paths("/api/*")),
                queue -> queues.queue(queue.label()),
                this::image);
        var ingestion = new IngestionApi("ingestion", workloads.ingestion(around));
        var migrations = new MigrationTask("migrations", workloads.migrations(around));
        var services = Map.of(
                Image.API, new FargateService("api", workloads.api(around)),
                Image.CORE, new FargateService("core", workloads.core(around)),
                Image.DELIVERY, new FargateService("delivery", workloads.delivery(around)));
        if (Deployment.getInstance().isDryRun()) {
            context.log().info(network.egressPlan().toString());
        }

        context.export("apiUrl", loadBalancer.url());
        context.export("ingestionUrl", ingestion.url());
        context.export("queues", all(Queue.values(), Queue::label, which -> around.queue(which)
                .name()));
        context.export("cluster", cluster.name());
        context.export("subnetLayout", network.subnetLayout());
        context.export("userPoolId", around.users().id());
        context.export("migrations", migrations.runTaskInput());
        context.export(
                "services", all(services.keySet().toArray(Image[]::new), Image::label, which -> Objects.requireNonNull(
                                services.get(which))
                        .serviceName()));
    }

    private ContainerImage image(Image image) {
        return ImageRepository.fromExisting(image.repositoryName(), InvokeOptions.Empty)
                .image(Objects.requireNonNull(settings.images().get(image.label())));
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
