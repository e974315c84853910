package dev.ashlar.compute.internal.task;

import com.pulumi.core.Output;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.internal.container.ContainerDefinition;
import dev.ashlar.compute.internal.container.LateInputs;
import dev.ashlar.compute.internal.container.LogRouter;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.container.TelemetryCollector;
import dev.ashlar.compute.internal.service.ServiceConnect;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.binding.BindingPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The containers of a task, sorted by name. The application's own gets what the others leave of the task's processor
 * and memory, as a limit of its own, since a Java virtual machine sizes its heap by its container's limit.
 *
 * @param logGroup the name of the group that logs go to
 * @param logSecrets secrets that only the application's log driver reads
 */
public record TaskContainers(List<ContainerDefinition> all, Output<String> logGroup, List<SecretReference> logSecrets) {

    /** The name of the application's container, by which load balancers and deployments know it. */
    public static final String APP = "app";

    static TaskContainers of(
            String name, TaskOptions args, BindingPlan bindings, Shutdown shutdown, Output<String> logGroup) {
        var all = new ArrayList<ContainerDefinition>();
        all.add(app(name, args, AppEnvironment.of(name, args, bindings, shutdown), shutdown));
        sidecars(args).forEach((label, options) -> {
            var environment = new TreeMap<>(options.environment());
            if (isCollector(args, label)) {
                environment.putAll(TelemetryCollector.configuration(name, logGroup));
            }
            var more = isRouter(args, label) ? LogRouter.CONFIGURATION : Map.<String, Object>of();
            all.add(beside(name, label, options, options.essential(), environment, shutdown, more));
        });
        args.initContainers().forEach((label, options) -> {
            var environment = new TreeMap<>(options.environment());
            all.add(beside(name, label, options, false, environment, shutdown, Map.of()));
        });
        all.sort(Comparator.comparing(ContainerDefinition::name));
        return new TaskContainers(List.copyOf(all), logGroup, logSecrets(args));
    }

    /** The containers that run beside the application's: the caller's, and those of presets. */
    static SortedMap<String, ContainerArgs> sidecars(TaskOptions args) {
        var all = new TreeMap<>(args.sidecars());
        all.putAll(presets(args));
        return all;
    }

    /** The containers of presets, by their names. */
    static SortedMap<String, ContainerArgs> presets(TaskOptions args) {
        var presets = new TreeMap<String, ContainerArgs>();
        var openTelemetry = args.openTelemetry();
        if (openTelemetry != null) {
            presets.put(TelemetryCollector.NAME, TelemetryCollector.container(openTelemetry));
        }
        var fireLens = args.fireLens();
        if (fireLens != null) {
            presets.put(LogRouter.NAME, LogRouter.container(fireLens));
        }
        return presets;
    }

    /** What the containers beside the application's leave of the task's CPU units. */
    public static int remainingCpu(TaskOptions args) {
        int proxy = ServiceConnect.isUsedBy(args) ? ServiceConnect.PROXY_CPU : 0;
        return left(args.taskSize().cpu(), sum(args, ContainerArgs::cpu) + proxy);
    }

    /** What the containers beside the application's leave of the task's memory, in MiB. */
    public static int remainingMemory(TaskOptions args) {
        int proxy = ServiceConnect.isUsedBy(args) ? ServiceConnect.PROXY_MEMORY : 0;
        return left(args.taskSize().memory(), sum(args, ContainerArgs::memory) + proxy);
    }

    /** Secrets that only the application's log driver reads. */
    static List<SecretReference> logSecrets(TaskOptions args) {
        var fireLens = args.fireLens();
        return fireLens == null
                ? List.of()
                : List.copyOf(fireLens.secretOptions().values());
    }

    /** The container definitions as text; logs go to a group in the region, and never hold the application up. */
    Output<String> json(Output<String> region) {
        var logConfiguration = Map.<String, Object>of(
                "logDriver",
                "awslogs",
                "options",
                Map.of(
                        "awslogs-group", logGroup,
                        "awslogs-region", region,
                        "awslogs-stream-prefix", "ecs",
                        "mode", "non-blocking",
                        "max-buffer-size", "25m"));
        return Json.of(
                all.stream().map(container -> container.json(logConfiguration)).toList());
    }

    /** The names of the task's volumes. */
    List<String> volumes() {
        return all.stream()
                .flatMap(container -> container.volumes().values().stream())
                .toList();
    }

    /** The secrets that are read when a task starts. */
    List<SecretReference> secrets() {
        return Stream.concat(
                        all.stream().flatMap(container -> container.secrets().values().stream()), logSecrets.stream())
                .toList();
    }

    /** The ECR repositories that the images come from, each once. */
    List<Output<String>> repositoryArns() {
        return all.stream()
                .map(ContainerDefinition::repositoryArn)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private static ContainerDefinition app(
            String task, TaskOptions args, AppEnvironment environment, Shutdown shutdown) {
        var more = new TreeMap<String, Object>();
        if (args.enableExecuteCommand()) {
            // It reaps what a shell leaves behind.
            more.put("linuxParameters", Map.of("initProcessEnabled", true));
        }
        var fireLens = args.fireLens();
        if (fireLens != null) {
            more.put("logConfiguration", LogRouter.logConfiguration(fireLens));
        }
        return new ContainerDefinition(
                APP,
                args,
                LateInputs.image(task, APP, Objects.requireNonNull(args.image()).uri()),
                remainingCpu(args),
                remainingMemory(args),
                true,
                LateInputs.environment(task, APP, environment.plain()),
                environment.secrets(),
                startsAfter(args),
                shutdown.stopTimeout(),
                JvmSizing.of(args).map(JvmSizing::startTime).orElse(Duration.ZERO),
                more);
    }

    private static ContainerDefinition beside(
            String task,
            String name,
            ContainerArgs options,
            boolean essential,
            SortedMap<String, Output<String>> environment,
            Shutdown shutdown,
            Map<String, Object> more) {
        return new ContainerDefinition(
                name,
                options,
                LateInputs.image(
                        task, name, Objects.requireNonNull(options.image()).uri()),
                options.cpu(),
                options.memory(),
                essential,
                LateInputs.environment(task, name, environment),
                new TreeMap<>(options.secrets()),
                new TreeMap<>(),
                shutdown.stopTimeout(),
                Duration.ZERO,
                more);
    }

    private static SortedMap<String, String> startsAfter(TaskOptions args) {
        var conditions = new TreeMap<String, String>();
        sidecars(args)
                .forEach((name, options) ->
                        conditions.put(name, options.containerHealthCheck() == null ? "START" : "HEALTHY"));
        args.initContainers().keySet().forEach(name -> conditions.put(name, "SUCCESS"));
        return conditions;
    }

    private static boolean isCollector(TaskOptions args, String name) {
        return args.openTelemetry() != null && name.equals(TelemetryCollector.NAME);
    }

    private static boolean isRouter(TaskOptions args, String name) {
        return args.fireLens() != null && name.equals(LogRouter.NAME);
    }

    // What a careless caller asks for may be more than an int holds, and must not come round to look like plenty.
    private static int left(int all, long taken) {
        return (int) Math.max(Integer.MIN_VALUE, all - taken);
    }

    private static long sum(TaskOptions args, ToIntFunction<ContainerArgs> amount) {
        return Stream.of(sidecars(args).values(), args.initContainers().values())
                .flatMap(Collection::stream)
                .mapToLong(amount::applyAsInt)
                .sum();
    }
}
