package dev.ashlar.platform;

import dev.ashlar.compute.EcsCluster;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;
import dev.ashlar.data.AuroraClusterArgs;
import dev.ashlar.data.Cache;
import dev.ashlar.data.Database;
import dev.ashlar.data.RedisCacheArgs;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.traffic.IngestionApiArgs;
import dev.ashlar.traffic.LoadBalancerArgs;
import dev.ashlar.traffic.ServiceRoute;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The options of each of the platform's components. What a component takes from another is a parameter: a stand-in while
 * the options are checked, the created component afterwards.
 */
final class PlatformOptions {

    private static final int API_PORT = 8080;
    private static final Duration INGESTION_TIMEOUT = Duration.ofSeconds(30);

    // AWS advises six times the function's timeout, so that a message is not delivered again while it is worked on:
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private static final Duration FETCH_VISIBILITY = INGESTION_TIMEOUT.multipliedBy(6);

    private final Settings settings;
    private final Map<Image, TaskSize> taskSizes = new EnumMap<>(Image.class);

    /** Adds what is wrong with the settings themselves; the components' own checks find the rest. */
    PlatformOptions(Settings settings, Violations violations) {
        this.settings = settings;
        checkDomain(violations);
        for (var image : Image.values()) {
            var text = settings.service(image.label()).taskSize();
            if (text != null) {
                var size = TaskSize.parse(text, "ashlar:services.%s.taskSize".formatted(image.label()), violations);
                if (size != null) {
                    taskSizes.put(image, size);
                }
            }
        }
    }

    private void checkDomain(Violations violations) {
        var domain = settings.domain();
        if (domain != null) {
            violations.require(
                    "ashlar:domain.name",
                    domain.name(),
                    "the certificate is for a name",
                    "give one, such as api.example.com");
            violations.require(
                    "ashlar:domain.zoneId",
                    domain.zoneId(),
                    "the name is registered in a hosted zone of Route 53",
                    "give the zone's id");
        }
    }

    VpcArgs network() {
        return VpcArgs.builder()
                .cidrBlock(settings.cidrBlock())
                .zones(settings.zones())
                .profile(settings.profile())
                .build();
    }

    AuroraClusterArgs database(Network network) {
        return AuroraClusterArgs.builder()
                .network(network)
                .databaseName("platform")
                .profile(settings.profile())
                .build();
    }

    RedisCacheArgs cache(Network network) {
        return RedisCacheArgs.builder()
                .network(network)
                .profile(settings.profile())
                .build();
    }

    QueueTopologyArgs queues() {
        return QueueTopologyArgs.builder()
                .addQueue(Queue.INBOUND.label(), queue -> queue.visibilityTimeout(Duration.ofMinutes(2)))
                .addQueue(Queue.REPLICA.label(), queue -> queue.visibilityTimeout(Duration.ofMinutes(2)))
                .addQueue(Queue.NORMALISED.label(), queue -> queue.visibilityTimeout(Duration.ofMinutes(2)))
                .addQueue(Queue.OUTBOUND.label(), queue -> queue.fifo(true).visibilityTimeout(Duration.ofMinutes(5)))
                .addQueue(Queue.FETCH.label(), queue -> queue.visibilityTimeout(FETCH_VISIBILITY))
                .profile(settings.profile())
                .build();
    }

    ServiceClusterArgs cluster() {
        return ServiceClusterArgs.builder().build();
    }

    LoadBalancerArgs loadBalancer(Network network) {
        var options = LoadBalancerArgs.builder()
                .network(network)
                .allowPlainHttp(settings.allowPlainHttp())
                .profile(settings.profile());
        var domain = settings.domain();
        if (domain != null && domain.name() != null && domain.zoneId() != null) {
            options.domain(domain.name(), domain.zoneId());
        }
        return options.build();
    }

    IngestionApiArgs ingestion(ContainerImage image, Function<Queue, MessageQueue> queues) {
        var options = IngestionApiArgs.builder()
                .image(image)
                .timeout(INGESTION_TIMEOUT)
                .routes("POST /ingest")
                .uses(queues.apply(Queue.INBOUND).send())
                .consumes(queues.apply(Queue.FETCH))
                .profile(settings.profile());
        var tokens = settings.tokens();
        if (tokens != null && tokens.issuer() != null) {
            options.jwt(tokens.issuer(), tokens.audiences().toArray(String[]::new));
        }
        if (settings.allowUnauthenticated()) {
            options.allowUnauthenticated();
        }
        return options.build();
    }

    FargateServiceArgs api(Place place, ContainerImage image, ServiceRoute route, Database database, Cache cache) {
        return service(Image.API, place, image)
                .port(API_PORT)
                .route(route)
                .healthCheck(check -> check.path("/health"))
                .uses(database.connection(), cache.connection())
                .build();
    }

    FargateServiceArgs core(Place place, ContainerImage image, Function<Queue, MessageQueue> queues, Cache cache) {
        return service(Image.CORE, place, image)
                .interruptible(true)
                .uses(
                        queues.apply(Queue.INBOUND).consume(),
                        queues.apply(Queue.REPLICA).send(),
                        queues.apply(Queue.REPLICA).consume(),
                        queues.apply(Queue.NORMALISED).send(),
                        queues.apply(Queue.FETCH).send(),
                        cache.connection())
                .build();
    }

    FargateServiceArgs delivery(
            Place place, ContainerImage image, Function<Queue, MessageQueue> queues, Database database) {
        return service(Image.DELIVERY, place, image)
                .interruptible(true)
                .uses(
                        queues.apply(Queue.NORMALISED).consume(),
                        queues.apply(Queue.OUTBOUND).send(),
                        queues.apply(Queue.OUTBOUND).consume(),
                        queues.apply(Queue.FETCH).send(),
                        database.connection())
                .build();
    }

    /** Where services run. */
    record Place(EcsCluster cluster, Network network) {}

    private FargateServiceArgs.Builder service(Image image, Place place, ContainerImage container) {
        var service = settings.service(image.label());
        var options = FargateServiceArgs.builder()
                .cluster(place.cluster())
                .network(place.network())
                .image(container)
                .profile(settings.profile());
        if (taskSizes.containsKey(image)) {
            options.taskSize(taskSizes.get(image));
        }
        if (service.desiredCount() != null) {
            options.desiredCount(service.desiredCount());
        }
        if (service.minCount() != null || service.maxCount() != null) {
            options.scaling(scaling -> {
                if (service.minCount() != null) {
                    scaling.minCapacity(service.minCount());
                }
                if (service.maxCount() != null) {
                    scaling.maxCapacity(service.maxCount());
                }
            });
        }
        return options;
    }
}
