package dev.ashlar.compute.internal.container;

import com.pulumi.core.Output;
import dev.ashlar.compute.container.ContainerHealthCheck;
import dev.ashlar.compute.container.ContainerOptions;
import dev.ashlar.core.SecretReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One container of a task definition. Its text is the same for the same options, whatever their order: every list is sorted
 * and every default that ECS would fill in is written out, since a task definition that differs by a byte is a deployment.
 *
 * @param options the caller's options
 * @param imageUri the image with its tag or digest
 * @param cpu CPU units
 * @param memory the hard limit, in MiB
 * @param essential whether the task stops when the container does
 * @param environment the plain variables, those of bindings included
 * @param secrets the secret variables, those of bindings included
 * @param dependsOn the containers to wait for, and for what
 * @param stopTimeout how many seconds the container may take to stop
 * @param startTime how long the health check waits by default
 * @param more what else the definition says, in the form of ECS's API
 */
public record ContainerDefinition(
        String name,
        ContainerOptions options,
        Output<String> imageUri,
        int cpu,
        int memory,
        boolean essential,
        SortedMap<String, Output<String>> environment,
        SortedMap<String, SecretReference> secrets,
        SortedMap<String, String> dependsOn,
        int stopTimeout,
        Duration startTime,
        Map<String, Object> more) {

    /** The ECR repository that holds the image; null for an image from elsewhere. */
    @Nullable
    public Output<String> repositoryArn() {
        return Objects.requireNonNull(options.image()).repositoryArn();
    }

    /** The names of the task's volumes that make paths of this container writable, by path. */
    public SortedMap<String, String> volumes() {
        var volumes = new TreeMap<String, String>();
        if (options.readonlyRootFilesystem()) {
            options.writablePaths().forEach(path -> volumes.put(path, volumeName(name, path)));
        }
        return volumes;
    }

    static String volumeName(String container, String path) {
        return container + path.replaceAll("[/.]", "-");
    }

    /** The definition in the form of ECS's API. */
    public Map<String, Object> json(Map<String, Object> logConfiguration) {
        var json = new TreeMap<String, Object>();
        json.put("name", name);
        json.put("image", imageUri);
        json.put("cpu", cpu);
        json.put("memory", memory);
        json.put("essential", essential);
        json.put("environment", pairs(environment, "name", value -> value, "value"));
        json.put("mountPoints", mountPoints());
        json.put("portMappings", portMappings());
        json.put("readonlyRootFilesystem", options.readonlyRootFilesystem());
        json.put("stopTimeout", stopTimeout);
        json.put("systemControls", List.of());
        json.put("volumesFrom", List.of());
        json.put("logConfiguration", logConfiguration);
        putUnlessEmpty(json, "command", options.command());
        putUnlessEmpty(json, "entryPoint", options.entryPoint());
        putUnlessEmpty(json, "secrets", pairs(secrets, "name", SecretReference::valueFrom, "valueFrom"));
        putUnlessEmpty(json, "dependsOn", pairs(dependsOn, "containerName", condition -> condition, "condition"));
        if (options.user() != null) {
            json.put("user", options.user());
        }
        var healthCheck = options.containerHealthCheck();
        if (healthCheck != null) {
            json.put("healthCheck", json(healthCheck));
        }
        json.putAll(more);
        return json;
    }

    private List<Object> mountPoints() {
        var mounts = new ArrayList<>();
        volumes()
                .forEach((path, volume) ->
                        mounts.add(Map.of("containerPath", path, "sourceVolume", volume, "readOnly", false)));
        return mounts;
    }

    private List<Object> portMappings() {
        if (options.port().isEmpty()) {
            return List.of();
        }
        int port = options.port().getAsInt();
        var mapping = new TreeMap<String, Object>(
                Map.of("name", name, "containerPort", port, "hostPort", port, "protocol", "tcp"));
        var protocol = options.appProtocol();
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
                "startPeriod", (startPeriod == null ? startTime : startPeriod).toSeconds());
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
