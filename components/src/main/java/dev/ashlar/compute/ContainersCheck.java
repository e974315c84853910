package dev.ashlar.compute;

import dev.ashlar.core.Names;
import dev.ashlar.core.Violations;
import dev.ashlar.core.WholeSeconds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds every fault in the containers of a task, each by itself and all together. */
final class ContainersCheck {

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html, containers per task definition
    private static final int MAX_CONTAINERS = 10;
    // The least memory that the container runtime gives a container, in MiB.
    private static final int LEAST_MEMORY = 6;
    // Where the agent was found to write, https://github.com/aws/containers-roadmap/issues/1359
    private static final List<String> AGENT_PATHS =
            List.of("/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm");
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._-]+)+");

    private final TaskOptions args;
    private final Violations violations;

    private ContainersCheck(TaskOptions args, Violations violations) {
        this.args = args;
        this.violations = violations;
    }

    static void check(TaskOptions args, Violations violations) {
        var check = new ContainersCheck(args, violations);
        args.taskSize().check("taskSize", violations);
        check.container("", args);
        check.besides("sidecars", args.sidecars());
        check.besides("initContainers", args.initContainers());
        check.presets();
        check.together();
        check.executeCommand();
        args.ephemeralStorage()
                .ifPresent(gib -> violations.expect(
                        gib >= 21 && gib <= 200,
                        "ephemeralStorage",
                        gib,
                        "Fargate has 20 GiB without asking, and 21 to 200 GiB on request",
                        "leave it out, or use 21 to 200"));
    }

    private void besides(String option, Map<String, ContainerArgs> containers) {
        containers.forEach((name, container) -> {
            var prefix = "%s.%s".formatted(option, name);
            violations.expect(
                    Names.isLabel(name) && !name.equals(TaskContainers.APP),
                    option,
                    '"' + name + '"',
                    "containers are named by lower-case letters, digits and single hyphens, and \"app\" is the application's own",
                    "use another name");
            container(prefix + ".", container);
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

    private void container(String prefix, ContainerOptions container) {
        violations.require(
                prefix + "image",
                container.image(),
                "a container runs an image",
                "give one, such as repository.image(tag)");
        container
                .port()
                .ifPresent(port -> violations.expect(
                        port >= 1 && port <= 65535,
                        prefix + "port",
                        port,
                        "TCP ports are 1 to 65535",
                        "use such a port"));
        for (var variable : container.secrets().keySet()) {
            violations.expect(
                    !container.environment().containsKey(variable),
                    prefix + "secrets",
                    variable,
                    "the environment option sets the same variable",
                    "keep one of the two");
        }
        writablePaths(prefix + "writablePaths", container);
        var healthCheck = container.containerHealthCheck();
        if (healthCheck != null) {
            healthCheck(prefix + "containerHealthCheck.", healthCheck);
        }
    }

    private void writablePaths(String option, ContainerOptions container) {
        var volumes = new HashSet<String>();
        for (var path : container.writablePaths()) {
            violations.expect(
                    PATH.matcher(path).matches(),
                    option,
                    path,
                    "a writable path is absolute, of letters, digits, dots, hyphens and underscores",
                    "use a path like /tmp");
            violations.expect(
                    volumes.add(ContainerDefinition.volumeName("", path)),
                    option,
                    path,
                    "another path gives its volume the same name",
                    "keep one of the two");
        }
    }

    private void healthCheck(String prefix, ContainerHealthCheck check) {
        violations.expect(
                check.command().size() >= 2
                        && (check.command().get(0).equals("CMD")
                                || check.command().get(0).equals("CMD-SHELL")),
                prefix + "command",
                check.command(),
                "a command begins with CMD or CMD-SHELL",
                "write it like CMD-SHELL, curl -f http://localhost/");
        WholeSeconds.check(prefix + "interval", check.interval(), 5, 300, violations);
        WholeSeconds.check(prefix + "timeout", check.timeout(), 2, 60, violations);
        if (check.startPeriod() != null) {
            WholeSeconds.check(prefix + "startPeriod", check.startPeriod(), 0, 300, violations);
        }
        violations.expect(
                check.retries() >= 1 && check.retries() <= 10,
                prefix + "retries",
                check.retries(),
                "ECS allows 1 to 10",
                "use a number in this range");
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
        if (count > 1 || ServiceConnect.isUsedBy(args)) {
            remainder();
        }
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
                        .formatted(args.taskSize().cpu() - cpu),
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
