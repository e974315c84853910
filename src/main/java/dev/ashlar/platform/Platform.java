package dev.ashlar.platform;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.compute.FargateService;
import dev.ashlar.compute.ImageReference;
import dev.ashlar.compute.ImageRepository;
import dev.ashlar.compute.ServiceCluster;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;
import dev.ashlar.data.AuroraCluster;
import dev.ashlar.data.RedisCache;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.messaging.QueueTopology;
import dev.ashlar.network.Vpc;
import dev.ashlar.platform.PlatformOptions.Place;
import dev.ashlar.traffic.IngestionApi;
import dev.ashlar.traffic.LoadBalancer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The platform of one environment: the ingestion API and its function, the queues, the core and delivery workers, the API
 * service behind the load balancer, the database and the cache.
 */
final class Platform implements Program {

    private final Settings settings;
    private final Violations violations;
    private final PlatformOptions options;

    Platform(Settings settings, String stackFile) {
        this.settings = settings;
        this.violations = Violations.of(stackFile);
        this.options = new PlatformOptions(settings, violations);
    }

    @Override
    public Violations check() {
        checkNames("ashlar:images", settings.images());
        checkNames("ashlar:services", settings.services());
        for (var image : Image.values()) {
            checkImage(image);
        }
        var network = StandIns.network(options.network());
        var place = StandIns.place(network);
        Function<Queue, MessageQueue> queues = queue -> StandIns.queue(options.queues(), queue);
        return violations
                .addAll(Vpc.check("main", options.network()))
                .addAll(AuroraCluster.check("database", options.database(network)))
                .addAll(RedisCache.check("cache", options.cache(network)))
                .addAll(QueueTopology.check("pipeline", options.queues()))
                .addAll(ServiceCluster.check("platform", options.cluster()))
                .addAll(LoadBalancer.check("public", options.loadBalancer(network)))
                .addAll(IngestionApi.check("ingestion", options.ingestion(StandIns.image(), queues)))
                .addAll(FargateService.check(
                        "api",
                        options.api(place, StandIns.image(), StandIns.route(), StandIns.database(), StandIns.cache())))
                .addAll(FargateService.check("core", options.core(place, StandIns.image(), queues, StandIns.cache())))
                .addAll(FargateService.check(
                        "delivery", options.delivery(place, StandIns.image(), queues, StandIns.database())));
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
        if (violations.require(
                option,
                tag,
                "%s has to run something".formatted(image.label()),
                "set the tag that was pushed: pulumi config set --path %s 1.0.0".formatted(option))) {
            ImageReference.check(option, tag, violations);
        }
    }

    @Override
    public void create(Context context) {
        var network = new Vpc("main", options.network());
        var database = new AuroraCluster("database", options.database(network));
        var cache = new RedisCache("cache", options.cache(network));
        var queues = new QueueTopology("pipeline", options.queues());
        Function<Queue, MessageQueue> queue = which -> queues.queue(which.label());
        var ingestion = new IngestionApi("ingestion", options.ingestion(image(Image.INGESTION), queue));
        var cluster = new ServiceCluster("platform", options.cluster());
        var place = new Place(cluster, network);
        var loadBalancer = new LoadBalancer("public", options.loadBalancer(network));
        var route = loadBalancer.route(all -> all.paths("/*"));
        var services = Map.of(
                Image.API,
                new FargateService("api", options.api(place, image(Image.API), route, database, cache)),
                Image.CORE,
                new FargateService("core", options.core(place, image(Image.CORE), queue, cache)),
                Image.DELIVERY,
                new FargateService("delivery", options.delivery(place, image(Image.DELIVERY), queue, database)));

        context.export("apiUrl", loadBalancer.url());
        context.export("ingestionUrl", ingestion.url());
        context.export("queues", all(Queue.values(), Queue::label, which -> queue.apply(which)
                .name()));
        context.export("cluster", cluster.name());
        context.export(
                "services", all(services.keySet().toArray(Image[]::new), Image::label, which -> services.get(which)
                        .serviceName()));
    }

    private ContainerImage image(Image image) {
        return ImageRepository.fromExisting(image.repositoryName(), InvokeOptions.Empty)
                .image(settings.images().get(image.label()));
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
