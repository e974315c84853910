package dev.ashlar.compute.internal.container;

import dev.ashlar.compute.container.ContainerArgs;
import dev.ashlar.compute.container.FireLensArgs;
import dev.ashlar.core.SecretReference;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * The container that routes an application's log to another destination than CloudWatch Logs.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html">Amazon ECS API
 *     Reference: FirelensConfiguration</a>
 */
public final class LogRouter {

    public static final String NAME = "log-router";

    /** The configuration of the router, in the form of ECS's API. */
    public static final Map<String, Object> CONFIGURATION = Map.of(
            "firelensConfiguration", Map.of("type", "fluentbit", "options", Map.of("enable-ecs-log-metadata", "true")));

    private LogRouter() {}

    public static ContainerArgs container(FireLensArgs args) {
        return ContainerArgs.builder()
                .image(args.image())
                .cpu(args.cpu())
                .memory(args.memory())
                // It opens a socket in a directory of root, and ECS writes its configuration into its image.
                .user("0")
                .readonlyRootFilesystem(false)
                .build();
    }

    /** Returns the log configuration of the application's container, in the form of ECS's API. */
    public static Map<String, Object> logConfiguration(FireLensArgs args) {
        var configuration = new TreeMap<String, Object>();
        configuration.put("logDriver", "awsfirelens");
        configuration.put("options", args.options());
        if (!args.secretOptions().isEmpty()) {
            var secrets = new ArrayList<Map<String, Object>>();
            new TreeMap<String, SecretReference>(args.secretOptions())
                    .forEach((name, secret) -> secrets.add(Map.of("name", name, "valueFrom", secret.valueFrom())));
            configuration.put("secretOptions", secrets);
        }
        return configuration;
    }
}
