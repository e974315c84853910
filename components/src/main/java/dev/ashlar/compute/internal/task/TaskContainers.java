package dev.ashlar.compute.internal.task;

import com.pulumi.core.Output;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.compute.internal.container.ContainerDefinition;
import dev.ashlar.compute.internal.container.LogRouter;
import dev.ashlar.compute.internal.container.TelemetryCollector;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.aws.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** Returns the containers of a task. */
    static TaskContainers of(String name, TaskOptions args, TaskPlan plan, Output<String> logGroup) {
        var all = new ArrayList<ContainerDefinition>();
        all.add(app(name, args, plan));
        sidecars(args).forEach((label, options) -> {
            var container = beside(plan, label, options).essential(options.essential());
            if (isCollector(args, label)) {
                container.environment(withConfiguration(options, TelemetryCollector.configuration(name, logGroup)));
            }
            if (isRouter(args, label)) {
                container.more(LogRouter.CONFIGURATION);
            }
            all.add(container.build());
        });
        args.initContainers()
                .forEach((label, options) ->
                        all.add(beside(plan, label, options).essential(false).build()));
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
        return left(
                args.taskSize().cpu(),
                sum(args, ContainerArgs::cpu) + args.proxyReserve().cpu());
    }

    /** What the containers beside the application's leave of the task's memory, in MiB. */
    public static int remainingMemory(TaskOptions args) {
        return left(
                args.taskSize().memory(),
                sum(args, ContainerArgs::memory) + args.proxyReserve().memory());
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

    private static ContainerDefinition app(String name, TaskOptions args, TaskPlan plan) {
        var environment = AppEnvironment.of(name, args, plan.bindings(), plan.shutdown());
        var container = definition(plan, APP, args)
                .cpu(remainingCpu(args))
                .memory(remainingMemory(args))
                .environment(environment.plain())
                .secrets(environment.secrets())
                .dependsOn(startsAfter(args))
                .startTime(JvmSizing.of(args).map(JvmSizing::startTime).orElse(Duration.ZERO));
        if (args.enableExecuteCommand()) {
            // The init process reaps the processes that a shell leaves behind.
            container.putMore("linuxParameters", Map.of("initProcessEnabled", true));
        }
        var fireLens = args.fireLens();
        if (fireLens != null) {
            container.putMore("logConfiguration", LogRouter.logConfiguration(fireLens));
        }
        return container.build();
    }

    private static ContainerDefinition.Builder beside(TaskPlan plan, String name, ContainerArgs options) {
        return definition(plan, name, options).cpu(options.cpu()).memory(options.memory());
    }

    private static ContainerDefinition.Builder definition(TaskPlan plan, String name, ContainerOptions options) {
        return ContainerDefinition.builder()
                .subject(plan.subject())
                .name(name)
                .options(options)
                .stopTimeout(plan.shutdown().stopTimeout());
    }

    private static SortedMap<String, Output<String>> withConfiguration(
            ContainerArgs options, Map<String, Output<String>> configuration) {
        var environment = new TreeMap<>(options.environment());
        environment.putAll(configuration);
        return environment;
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

    // The sum may exceed an int, and must not overflow to a positive number.
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
