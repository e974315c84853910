package dev.ashlar.compute.internal.container;

import dev.ashlar.compute.container.ContainerHealthCheck;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.check.Check;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds every fault in one container of a task by itself. */
public final class ContainerCheck {

    private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._-]+)+");

    private final String prefix;
    private final ContainerOptions container;
    private final Violations violations;
    private final Check check;

    /**
     * The check of a container.
     *
     * @param prefix what its options begin with, such as {@code sidecars.agent.}; empty for the application's own
     */
    public ContainerCheck(String prefix, ContainerOptions container, Violations violations) {
        this.prefix = prefix;
        this.container = container;
        this.violations = violations;
        this.check = new Check(violations);
    }

    public void check() {
        var image = container.image();
        violations.require(
                prefix + "image",
                image == null ? null : image.uri(),
                "a container runs an image",
                "give one, such as repository.image(tag)");
        port(prefix + "port", container.port(), violations);
        container.environment().forEach((variable, value) -> variable("environment", variable, value));
        container.secrets().forEach((variable, secret) -> {
            violations.expect(
                    !container.environment().containsKey(variable),
                    prefix + "secrets",
                    variable,
                    "the environment option sets the same variable",
                    "keep one of the two");
            variable("secrets", variable, secret);
            secret(prefix + "secrets." + variable, secret, violations);
        });
        writablePaths();
        var healthCheck = container.containerHealthCheck();
        if (healthCheck != null) {
            healthCheck(healthCheck);
        }
    }

    /** Adds a violation for a port that TCP does not have. */
    public static void port(String option, @Nullable Integer port, Violations violations) {
        violations.expect(
                port == null || (port >= 1 && port <= 65_535),
                option,
                port,
                "TCP ports are 1 to 65535",
                "use a port in this range");
    }

    private void variable(String option, String name, @Nullable Object value) {
        violations.expect(
                !name.isBlank() && !name.contains("="),
                prefix + option,
                '"' + name + '"',
                "a variable has a name, without =",
                "use one like LOG_LEVEL");
        violations.expect(
                value != null,
                prefix + option,
                name + " without a value",
                "a variable has a value",
                "give one, or leave it out");
    }

    /**
     * Adds a fault unless ECS can read the reference, which has colons between its parts.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html">Pass
     *     Secrets Manager secrets through Amazon ECS environment variables</a>
     */
    public static void secret(String option, @Nullable SecretReference secret, Violations violations) {
        var key = secret == null ? null : secret.jsonKey();
        violations.expect(
                key == null || !(key.isEmpty() || key.contains(":")),
                option,
                "the key \"%s\"".formatted(key),
                "ECS reads the name of a key up to a colon",
                "name a key without one, or leave it out for the whole secret");
    }

    private void writablePaths() {
        var option = prefix + "writablePaths";
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

    private void healthCheck(ContainerHealthCheck health) {
        var option = prefix + "containerHealthCheck.";
        violations.expect(
                health.command().size() >= 2
                        && (health.command().get(0).equals("CMD")
                                || health.command().get(0).equals("CMD-SHELL")),
                option + "command",
                health.command(),
                "a command begins with CMD or CMD-SHELL",
                "write it like CMD-SHELL, curl -f http://localhost/");
        check.option(option + "interval", health.interval()).seconds(5, 300);
        check.option(option + "timeout", health.timeout()).seconds(2, 60);
        check.option(option + "startPeriod", health.startPeriod()).seconds(0, 300);
        check.option(option + "retries", health.retries()).within(1, 10, "failures");
    }
}
