package dev.ashlar.platform;

import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.core.Violations;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The options of what runs the platform's images, and how each is bound to what it uses. */
final class WorkloadOptions {

    static final Duration INGESTION_TIMEOUT = Duration.ofSeconds(30);

    private static final int API_PORT = 8080;
    private static final int CPU_PERCENT = 70;

    // A task works some ten messages off in a second, and a message may wait for a minute.
    private static final int BACKLOG_PER_TASK = 600;

    private final Settings settings;
    private final Map<Image, TaskSize> taskSizes = new EnumMap<>(Image.class);

    /** Adds what is wrong with the settings themselves; the components' own checks find the rest. */
    WorkloadOptions(Settings settings, Violations violations) {
        this.settings = settings;
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

    IngestionApiArgs ingestion(Surroundings around) {
        var options = IngestionApiArgs.builder()
                .image(around.image(Image.INGESTION))
                .timeout(INGESTION_TIMEOUT)
                .routes("POST /ingest")
                .uses(around.queue(Queue.INBOUND).send())
                .consumes(around.queue(Queue.FETCH))
                .profile(settings.profile());
        var tokens = settings.tokens();
        if (tokens != null && tokens.issuer() != null) {
            options.jwt(tokens.issuer(), tokens.audiences().toArray(String[]::new));
        } else if (settings.login().domainPrefix() != null) {
            options.jwt(around.users().issuer(), around.users().audience(PlatformOptions.INGESTION_CLIENT));
        }
        if (settings.allowUnauthenticated()) {
            options.allowUnauthenticated();
        }
        return options.build();
    }

    FargateServiceArgs api(Surroundings around) {
        return service(Image.API, around, scaling -> scaling.cpuPercent(CPU_PERCENT))
                .port(API_PORT)
                .route(around.api())
                .healthCheck(check -> check.path("/health"))
                .uses(
                        around.database().connection(),
                        around.cache().connection(),
                        around.metrics().readWrite(),
                        around.raw().read(),
                        around.users().tokens(PlatformOptions.WEB_CLIENT))
                .build();
    }

    FargateServiceArgs core(Surroundings around) {
        return worker(Image.CORE, around, Queue.INBOUND)
                .uses(
                        around.queue(Queue.INBOUND).consume(),
                        around.queue(Queue.REPLICA).send(),
                        around.queue(Queue.REPLICA).consume(),
                        around.queue(Queue.NORMALISED).send(),
                        around.queue(Queue.FETCH).send(),
                        around.cache().connection(),
                        around.metrics().write(),
                        around.raw().write())
                .build();
    }

    FargateServiceArgs delivery(Surroundings around) {
        return worker(Image.DELIVERY, around, Queue.NORMALISED)
                .uses(
                        around.queue(Queue.NORMALISED).consume(),
                        around.queue(Queue.OUTBOUND).send(),
                        around.queue(Queue.OUTBOUND).consume(),
                        around.queue(Queue.FETCH).send(),
                        around.database().connection())
                .build();
    }

    /** The step that a delivery takes before the services that need the changed schema. */
    MigrationTaskArgs migrations(Surroundings around) {
        var options = MigrationTaskArgs.builder()
                .cluster(around.cluster())
                .network(around.network())
                .image(around.image(Image.MIGRATIONS))
                .uses(around.database().masterConnection())
                .profile(settings.profile());
        if (taskSizes.containsKey(Image.MIGRATIONS)) {
            options.taskSize(taskSizes.get(Image.MIGRATIONS));
        }
        return options.build();
    }

    /** A service that works a queue off: it may be interrupted, and follows what waits there. */
    private FargateServiceArgs.Builder worker(Image image, Surroundings around, Queue queue) {
        return service(image, around, scaling -> scaling.cpuPercent(CPU_PERCENT)
                        .backlogPerTask(around.queue(queue), BACKLOG_PER_TASK))
                .interruptible(true);
    }

    private FargateServiceArgs.Builder service(
            Image image, Surroundings around, Consumer<ServiceScaling.Builder> follow) {
        var service = settings.service(image.label());
        var options = FargateServiceArgs.builder()
                .cluster(around.cluster())
                .network(around.network())
                .image(around.image(image))
                // The images' pools keep no idle connection, so an environment may let its database pause.
                .closesIdleConnections(true)
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
                follow.accept(scaling);
            });
        }
        return options;
    }
}
