package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.internal.container.ContainerCheck;
import dev.ashlar.compute.internal.container.TelemetryCollector;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds every fault in the containers of a task, each by itself by a {@link ContainerCheck}, and all together. */
public final class ContainersCheck {

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html, containers per task definition
    private static final int MAX_CONTAINERS = 10;
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html, name, which is the container's
    private static final int MAX_NAME = 64;
    // The least memory that the container runtime gives a container, in MiB.
    private static final int LEAST_MEMORY = 6;
    // Where the agent was found to write, https://github.com/aws/containers-roadmap/issues/1359
    private static final List<String> AGENT_PATHS =
            List.of("/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm");

    private final TaskOptions args;
    private final Violations violations;

    private ContainersCheck(TaskOptions args, Violations violations) {
        this.args = args;
        this.violations = violations;
    }

    static void check(TaskOptions args, Violations violations) {
        var check = new ContainersCheck(args, violations);
        args.taskSize().check("taskSize", violations);
        new ContainerCheck("", args, violations).check();
        check.besides("sidecars", args.sidecars());
        check.besides("initContainers", args.initContainers());
        check.presets();
        check.together();
        check.executeCommand();
        storage(args.ephemeralStorage(), violations);
    }

    private static void storage(@Nullable Integer gib, Violations violations) {
        violations.expect(
                gib == null || (gib >= 21 && gib <= 200),
                "ephemeralStorage",
                gib,
                "Fargate includes 20 GiB and allows 21 to 200 GiB",
                "leave it out, or use 21 to 200");
    }

    private void besides(String option, Map<String, ContainerArgs> containers) {
        containers.forEach((name, container) -> {
            var prefix = "%s.%s".formatted(option, name);
            violations.expect(
                    Names.isLabel(name) && name.length() <= MAX_NAME && !name.equals(TaskContainers.APP),
                    option,
                    '"' + name + '"',
                    "containers are named by at most %d lower-case letters, digits and single hyphens, and \"app\" is the"
                                    .formatted(MAX_NAME)
                            + " application's own",
                    "use another name");
            new ContainerCheck(prefix + ".", container, violations).check();
            violations.expect(
                    container.cpu() >= 0,
                    prefix + ".cpu",
                    container.cpu(),
                    "CPU units are counted from 0",
                    "use 0 or more");
            violations.expect(
                    container.memory() >= LEAST_MEMORY,
                    prefix + ".memory",
                    container.memory(),
                    "a container gets at least %d MiB".formatted(LEAST_MEMORY),
                    "give it what it needs, such as 128");
        });
    }

    private void presets() {
        JvmSizing.check(args, violations);
        TaskContainers.presets(args).forEach((name, container) -> {
            violations.expect(
                    !args.sidecars().containsKey(name) && !args.initContainers().containsKey(name),
                    "sidecars",
                    '"' + name + '"',
                    "openTelemetry and fireLens add a container of this name",
                    "use another name");
            violations.expect(
                    container.cpu() >= 0 && container.memory() >= LEAST_MEMORY,
                    name,
                    "%d CPU units and %d MiB".formatted(container.cpu(), container.memory()),
                    "CPU units are counted from 0, and a container gets at least %d MiB".formatted(LEAST_MEMORY),
                    "give it what it needs");
        });
        var fireLens = args.fireLens();
        if (fireLens != null) {
            RepeatedKeys.check("fireLens", fireLens.repeatedKeys(), violations);
            fireLens.secretOptions().forEach((option, secret) -> {
                ContainerCheck.secret("fireLens.secretOptions." + option, secret, violations);
                violations.expect(
                        !fireLens.options().containsKey(option),
                        "fireLens.secretOptions",
                        option,
                        "options sets it too",
                        "keep one of the two");
            });
            violations.expect(
                    fireLens.options().containsKey("Name"),
                    "fireLens.options",
                    fireLens.options().keySet(),
                    "Fluent Bit picks its output by Name",
                    "give it, such as option(\"Name\", \"kinesis_firehose\")");
        }
    }

    private void together() {
        for (var name : args.initContainers().keySet()) {
            violations.expect(
                    !args.sidecars().containsKey(name),
                    "initContainers",
                    '"' + name + '"',
                    "a sidecar has the same name",
                    "use another name");
        }
        int count =
                1 + TaskContainers.sidecars(args).size() + args.initContainers().size();
        violations.expect(
                count <= MAX_CONTAINERS,
                "sidecars",
                "%d containers with all others".formatted(count),
                "a task has at most %d".formatted(MAX_CONTAINERS),
                "leave some out");
        ports();
        if (count > 1 || args.proxyReserve().memory() > 0) {
            remainder();
        }
    }

    // All containers of a task share one network interface, and ECS refuses a port that is mapped twice, even when
    // one of the containers has ended before the other starts.
    private void ports() {
        var takenBy = new TreeMap<Integer, String>();
        var applicationPort = args.port();
        if (applicationPort != null) {
            takenBy.put(applicationPort, "the application");
        }
        if (args.openTelemetry() != null) {
            for (int port : TelemetryCollector.PORTS) {
                taken(takenBy.putIfAbsent(port, TelemetryCollector.NAME), "openTelemetry", port);
            }
        }
        var others = new TreeMap<>(args.sidecars());
        others.putAll(args.initContainers());
        others.forEach((name, container) -> {
            var port = container.port();
            if (port != null) {
                var option = args.sidecars().containsKey(name) ? "sidecars" : "initContainers";
                taken(takenBy.putIfAbsent(port, name), "%s.%s.port".formatted(option, name), port);
            }
        });
    }

    private void taken(@Nullable String other, String option, int port) {
        violations.expect(
                other == null,
                option,
                port,
                "all containers of a task share its ports, and %s has this one".formatted(other),
                "use another port");
    }

    private void remainder() {
        int memory = TaskContainers.remainingMemory(args);
        violations.expect(
                memory >= LEAST_MEMORY,
                "taskSize",
                args.taskSize(),
                "the containers beside the application's own leave it %d MiB of memory".formatted(memory),
                "use a larger size");
        int cpu = TaskContainers.remainingCpu(args);
        violations.expect(
                cpu >= 0,
                "taskSize",
                args.taskSize(),
                "the containers beside the application's own take %d CPU units"
                        .formatted((long) args.taskSize().cpu() - cpu),
                "use a larger size");
    }

    private void executeCommand() {
        violations.expect(
                !args.enableExecuteCommand()
                        || !args.readonlyRootFilesystem()
                        || args.writablePaths().containsAll(AGENT_PATHS),
                "readonlyRootFilesystem",
                true,
                "the agent of ECS Exec writes to " + String.join(", ", AGENT_PATHS),
                "add them to writablePaths, or leave out readonlyRootFilesystem or enableExecuteCommand");
    }
}
