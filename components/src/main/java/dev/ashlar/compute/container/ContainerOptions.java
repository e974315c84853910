package dev.ashlar.compute.container;

import com.pulumi.core.Output;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.SecretReference;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a task's own container and those beside it have in common.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">Amazon ECS API
 *     Reference: ContainerDefinition</a>
 */
public interface ContainerOptions {

    /** The image to run. Required. */
    @Nullable
    ContainerImage image();

    /** Replaces the image's command. Default: the image's own. */
    List<String> command();

    /** Replaces the image's entry point. Default: the image's own. */
    List<String> entryPoint();

    /** Plain environment variables. Default: none. */
    Map<String, Output<String>> environment();

    /** Environment variables whose values are read from Secrets Manager when a task starts. Default: none. */
    Map<String, SecretReference> secrets();

    /** The user that the container runs as, such as {@code 1000:1000}. Default: the image's own. */
    @Nullable
    String user();

    /** The TCP port that the container listens on, 1 to 65535. Default: none. */
    @Nullable
    Integer port();

    /**
     * The protocol that the container speaks at its port. A change needs a new service where Service Connect uses the port.
     * Default: any over TCP.
     */
    @Nullable
    AppProtocol appProtocol();

    /**
     * Whether the container can write nowhere but to the {@link #writablePaths}, which keeps an intruder from changing what
     * runs. Default: true.
     */
    @Value.Default
    default boolean readonlyRootFilesystem() {
        return true;
    }

    /**
     * Directories that can be written to although the root filesystem is read-only; they are empty when a task starts.
     * They belong to root, and only root may write there, {@code /tmp} included, unless the image declares them with
     * {@code VOLUME}: then they have the owner and the permissions that they have in the image. An image that runs as another
     * user needs that. Default: {@code /tmp}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html">Use bind mounts with Amazon
     *     ECS</a>
     */
    @Value.Default
    default List<String> writablePaths() {
        return List.of("/tmp");
    }

    /** How ECS tells that the container is healthy. Default: it is as long as it runs. */
    @Nullable
    ContainerHealthCheck containerHealthCheck();
}
