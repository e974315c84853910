package dev.ashlar.compute.internal.container;

import com.pulumi.core.Output;
import dev.ashlar.compute.container.ContainerHealthCheck;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.component.ArgsStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One container of a task definition. The same options give the same text in any order: lists are sorted and ECS's defaults
 * are written out, because a task definition that differs by a byte causes a deployment.
 */
@Value.Immutable
@ArgsStyle
public abstract class ContainerDefinition {

    /** The component that runs the container, as messages name it. */
    abstract String subject();

    /** The name of the container. */
    public abstract String name();

    /** The caller's options. */
    abstract ContainerOptions options();

    /** CPU units. */
    abstract int cpu();

    /** The hard limit, in MiB. */
    abstract int memory();

    /** Whether the task stops when the container does. */
    @Value.Default
    boolean essential() {
        return true;
    }

    /** The plain variables, those of bindings and presets included. */
    @Value.Default
    @Value.NaturalOrder
    SortedMap<String, Output<String>> environment() {
        return new TreeMap<>(options().environment());
    }

    /** The secret variables, those of bindings included. */
    @Value.Default
    @Value.NaturalOrder
    public SortedMap<String, SecretReference> secrets() {
        return new TreeMap<>(options().secrets());
    }

    /** The containers to wait for, each with the condition. */
    @Value.NaturalOrder
    abstract SortedMap<String, String> dependsOn();

    /** The seconds after which ECS kills a container that it has told to stop. */
    abstract int stopTimeout();

    /** The time for which the health check waits by default. */
    @Value.Default
    Duration startTime() {
        return Duration.ZERO;
    }

    /** More of the definition, in the form of ECS's API. */
    abstract Map<String, Object> more();

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ContainerDefinition}. */
    public static final class Builder extends ImmutableContainerDefinition.Builder {
        Builder() {}
    }

    /** The ECR repository that holds the image; null for an image from elsewhere. */
    @Nullable
    public Output<String> repositoryArn() {
        return image().repositoryArn();
    }

    /** The names of the task's volumes that make paths of this container writable, by path. */
    public SortedMap<String, String> volumes() {
        var volumes = new TreeMap<String, String>();
        if (options().readonlyRootFilesystem()) {
            options().writablePaths().forEach(path -> volumes.put(path, volumeName(name(), path)));
        }
        return volumes;
    }

    static String volumeName(String container, String path) {
        return container + path.replaceAll("[/.]", "-");
    }

    /** The definition in the form of ECS's API. */
    public Map<String, Object> json(Map<String, Object> logConfiguration) {
        var json = new TreeMap<String, Object>();
        json.put("name", name());
        json.put("image", LateInputs.image(subject(), name(), image().uri()));
        json.put("cpu", cpu());
        json.put("memory", memory());
        json.put("essential", essential());
        json.put("environment", pairs(presentEnvironment(), "name", value -> value, "value"));
        json.put("mountPoints", mountPoints());
        json.put("portMappings", portMappings());
        json.put("readonlyRootFilesystem", options().readonlyRootFilesystem());
        json.put("stopTimeout", stopTimeout());
        json.put("systemControls", List.of());
        json.put("volumesFrom", List.of());
        json.put("logConfiguration", logConfiguration);
        putUnlessEmpty(json, "command", options().command());
        putUnlessEmpty(json, "entryPoint", options().entryPoint());
        putUnlessEmpty(json, "secrets", pairs(secrets(), "name", SecretReference::valueFrom, "valueFrom"));
        putUnlessEmpty(json, "dependsOn", pairs(dependsOn(), "containerName", condition -> condition, "condition"));
        if (options().user() != null) {
            json.put("user", options().user());
        }
        var healthCheck = options().containerHealthCheck();
        if (healthCheck != null) {
            json.put("healthCheck", json(healthCheck));
        }
        json.putAll(more());
        return json;
    }

    private ContainerImage image() {
        return Objects.requireNonNull(options().image());
    }

    private SortedMap<String, Output<String>> presentEnvironment() {
        return LateInputs.environment(subject(), name(), environment());
    }

    private List<Object> mountPoints() {
        var mounts = new ArrayList<>();
        volumes()
                .forEach((path, volume) ->
                        mounts.add(Map.of("containerPath", path, "sourceVolume", volume, "readOnly", false)));
        return mounts;
    }

    private List<Object> portMappings() {
        var port = options().port();
        if (port == null) {
            return List.of();
        }
        var mapping = new TreeMap<String, Object>(
                Map.of("name", name(), "containerPort", port, "hostPort", port, "protocol", "tcp"));
        var protocol = options().appProtocol();
        if (protocol != null) {
            mapping.put("appProtocol", protocol.wireName());
        }
        return List.of(mapping);
    }

    private Map<String, Object> json(ContainerHealthCheck check) {
        var startPeriod = check.startPeriod();
        return Map.of(
                "command", check.command(),
                "interval", check.interval().toSeconds(),
                "timeout", check.timeout().toSeconds(),
                "retries", check.retries(),
                "startPeriod", (startPeriod == null ? startTime() : startPeriod).toSeconds());
    }

    private static <T> List<Object> pairs(
            SortedMap<String, T> entries, String keyName, Function<T, Object> value, String valueName) {
        var pairs = new ArrayList<>();
        entries.forEach((key, entry) -> pairs.add(Map.of(keyName, key, valueName, value.apply(entry))));
        return pairs;
    }

    private static void putUnlessEmpty(Map<String, Object> json, String key, List<?> values) {
        if (!values.isEmpty()) {
            json.put(key, values);
        }
    }
}
