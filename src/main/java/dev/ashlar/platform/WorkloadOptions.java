package dev.ashlar.platform;

import dev.ashlar.compute.Cluster;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.MigrationTaskArgs;
import dev.ashlar.compute.ServiceScaling;
import dev.ashlar.compute.TaskSize;
import dev.ashlar.compute.image.ImageReference;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.UserDirectory;
import dev.ashlar.messaging.MessageQueue;
import dev.ashlar.network.Network;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options of the components that run the platform's images, except for the bindings that each uses. */
final class WorkloadOptions {

    static final Duration INGESTION_TIMEOUT = Duration.ofSeconds(30);

    private static final int API_PORT = 8080;
    private static final int CPU_PERCENT = 70;

    // A task processes about ten messages per second, and a message may wait for a minute.
    private static final int BACKLOG_PER_TASK = 600;

    // The tag with which a workload without a valid tag is planned; it is never deployed.
    private static final String NO_TAG = "none";

    private static final Set<Workload> ALL = EnumSet.allOf(Workload.class);
    private static final Set<Workload> WITH_TASKS = EnumSet.complementOf(EnumSet.of(Workload.INGESTION));

    private final Settings settings;
    private final Map<Workload, TaskSize> taskSizes = new EnumMap<>(Workload.class);
    private final Map<Workload, String> tags = new EnumMap<>(Workload.class);

    /** Adds the violations of the settings; the checks of the components find the rest. */
    WorkloadOptions(Settings settings, Violations violations) {
        this.settings = settings;
        checkNames("ashlar:images", settings.images(), ALL, violations);
        checkNames("ashlar:services", settings.services(), WITH_TASKS, violations);
        checkServices(violations);
        for (var workload : Workload.values()) {
            readTag(workload, violations);
        }
        WITH_TASKS.forEach(workload -> readTaskSize(workload, violations));
    }

    private static void checkNames(String option, Map<String, ?> given, Set<Workload> valid, Violations violations) {
        var known = labels(ALL);
        given.forEach((name, value) -> violations.expect(
                known.contains(name),
                option + "." + name,
                value,
                "the platform has no workload of that name",
                "use one of " + String.join(", ", labels(valid))));
    }

    private static List<String> labels(Set<Workload> workloads) {
        return workloads.stream().map(Workload::label).toList();
    }

    // The settings of a service have one shape, but a function has no tasks, and the migrations have no count.
    private void checkServices(Violations violations) {
        var function = "the ingestion is a Lambda function, which has no tasks";
        rejectOption(
                Workload.INGESTION,
                "taskSize",
                settings.service(Workload.INGESTION.label()).taskSize(),
                function,
                violations);
        rejectCounts(Workload.INGESTION, function, violations);
        rejectCounts(Workload.MIGRATIONS, "a deployment pipeline runs the migrations as one task", violations);
    }

    private void rejectCounts(Workload workload, String rule, Violations violations) {
        var service = settings.service(workload.label());
        rejectOption(workload, "desiredCount", service.desiredCount(), rule, violations);
        rejectOption(workload, "minCount", service.minCount(), rule, violations);
        rejectOption(workload, "maxCount", service.maxCount(), rule, violations);
    }

    private static void rejectOption(
            Workload workload, String option, @Nullable Object given, String rule, Violations violations) {
        violations.expect(
                given == null, "ashlar:services.%s.%s".formatted(workload.label(), option), given, rule, "remove it");
    }

    private void readTag(Workload workload, Violations violations) {
        var option = "ashlar:images." + workload.label();
        var tag = settings.images().get(workload.label());
        var faults = Violations.of(violations.subject());
        faults.require(
                option,
                tag,
                "%s needs an image".formatted(workload.label()),
                "set the tag of a pushed image: pulumi config set --path %s 1.0.0".formatted(option));
        if (tag != null) {
            ImageReference.check(option, tag, faults);
            if (faults.isEmpty()) {
                tags.put(workload, tag);
            }
        }
        violations.addAll(faults);
    }

    private void readTaskSize(Workload workload, Violations violations) {
        var text = settings.service(workload.label()).taskSize();
        if (text != null) {
            var size = TaskSize.parse(text, "ashlar:services.%s.taskSize".formatted(workload.label()), violations);
            if (size != null) {
                taskSizes.put(workload, size);
            }
        }
    }

    private ContainerImage image(Workload workload) {
        return ImageRepository.fromExisting(workload.repositoryName()).image(tags.getOrDefault(workload, NO_TAG));
    }

    IngestionApiArgs.Builder ingestion(UserDirectory users) {
        var options = IngestionApiArgs.builder()
                .image(image(Workload.INGESTION))
                .timeout(INGESTION_TIMEOUT)
                .routes("POST /ingest")
                .profile(settings.profile());
        var tokens = settings.tokens();
        if (tokens != null && tokens.issuer() != null) {
            options.jwt(tokens.issuer(), tokens.audiences().toArray(String[]::new));
        } else if (settings.login().domainPrefix() != null) {
            options.jwt(users.issuer(), users.audience(PlatformOptions.INGESTION_CLIENT));
        }
        if (settings.allowUnauthenticated()) {
            options.allowUnauthenticated();
        }
        return options;
    }

    FargateServiceArgs.Builder api(Network network, Cluster cluster) {
        return service(Workload.API, network, cluster, scaling -> scaling.cpuPercent(CPU_PERCENT))
                .port(API_PORT)
                .healthCheck(check -> check.path("/health"));
    }

    /** A task that a deployment pipeline runs before the services that need the changed schema. */
    MigrationTaskArgs.Builder migrations(Network network, Cluster cluster) {
        var options = MigrationTaskArgs.builder()
                .cluster(cluster)
                .network(network)
                .image(image(Workload.MIGRATIONS))
                .profile(settings.profile());
        if (taskSizes.containsKey(Workload.MIGRATIONS)) {
            options.taskSize(taskSizes.get(Workload.MIGRATIONS));
        }
        return options;
    }

    /** A service that consumes a queue: it may be interrupted, and it scales with the queue's backlog. */
    FargateServiceArgs.Builder worker(Workload workload, Network network, Cluster cluster, MessageQueue queue) {
        return service(workload, network, cluster, scaling -> scaling.cpuPercent(CPU_PERCENT)
                        .backlogPerTask(queue, BACKLOG_PER_TASK))
                .interruptible(true);
    }

    private FargateServiceArgs.Builder service(
            Workload workload, Network network, Cluster cluster, Consumer<ServiceScaling.Builder> follow) {
        var service = settings.service(workload.label());
        var options = FargateServiceArgs.builder()
                .cluster(cluster)
                .network(network)
                .image(image(workload))
                // The images' connection pools keep no idle connections, so the database of an environment can pause.
                .closesIdleConnections(true)
                .profile(settings.profile());
        if (taskSizes.containsKey(workload)) {
            options.taskSize(taskSizes.get(workload));
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
