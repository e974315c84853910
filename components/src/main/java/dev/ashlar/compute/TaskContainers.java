package dev.ashlar.compute;

import com.pulumi.core.Output;
import dev.ashlar.core.BindingPlan;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.Json;
import dev.ashlar.core.SecretReference;
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
 */
record TaskContainers(List<ContainerDefinition> all) {

    /** The name of the application's container, by which load balancers and deployments know it. */
    static final String APP = "app";

    static TaskContainers of(TaskOptions args, BindingPlan bindings, int stopTimeout) {
        var all = new ArrayList<ContainerDefinition>();
        all.add(app(args, bindings, stopTimeout));
        args.sidecars().forEach((name, options) -> all.add(beside(name, options, options.essential(), stopTimeout)));
        args.initContainers().forEach((name, options) -> all.add(beside(name, options, false, stopTimeout)));
        all.sort(Comparator.comparing(ContainerDefinition::name));
        return new TaskContainers(List.copyOf(all));
    }

    /** What the containers beside the application's leave of the task's CPU units. */
    static int remainingCpu(TaskOptions args) {
        return args.taskSize().cpu() - sum(args, ContainerArgs::cpu);
    }

    /** What the containers beside the application's leave of the task's memory, in MiB. */
    static int remainingMemory(TaskOptions args) {
        return args.taskSize().memory() - sum(args, ContainerArgs::memory);
    }

    /** The container definitions as text; logs go to a group in a region, and never hold the application up. */
    Output<String> json(Output<String> logGroup, Output<String> region) {
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

    /** The secrets that a task reads when it starts. */
    List<SecretReference> secrets() {
        return all.stream()
                .flatMap(container -> container.secrets().values().stream())
                .toList();
    }

    /** The ECR repositories that the images come from, each once. */
    List<Output<String>> repositoryArns() {
        return all.stream()
                .map(ContainerDefinition::image)
                .map(ContainerImage::repositoryArn)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private static ContainerDefinition app(TaskOptions args, BindingPlan bindings, int stopTimeout) {
        var environment = bindings.environment();
        environment.putAll(args.environment());
        var secrets = bindings.secrets();
        secrets.putAll(args.secrets());
        return new ContainerDefinition(
                APP,
                args,
                remainingCpu(args),
                remainingMemory(args),
                true,
                environment,
                secrets,
                startsAfter(args),
                stopTimeout,
                args.enableExecuteCommand());
    }

    private static ContainerDefinition beside(String name, ContainerArgs options, boolean essential, int stopTimeout) {
        return new ContainerDefinition(
                name,
                options,
                options.cpu(),
                options.memory(),
                essential,
                new TreeMap<>(options.environment()),
                new TreeMap<>(options.secrets()),
                new TreeMap<>(),
                stopTimeout,
                false);
    }

    private static SortedMap<String, String> startsAfter(TaskOptions args) {
        var conditions = new TreeMap<String, String>();
        args.sidecars()
                .forEach((name, options) ->
                        conditions.put(name, options.containerHealthCheck() == null ? "START" : "HEALTHY"));
        args.initContainers().keySet().forEach(name -> conditions.put(name, "SUCCESS"));
        return conditions;
    }

    private static int sum(TaskOptions args, ToIntFunction<ContainerArgs> amount) {
        return Stream.of(args.sidecars().values(), args.initContainers().values())
                .flatMap(Collection::stream)
                .mapToInt(amount)
                .sum();
    }
}
