package dev.ashlar.compute.container;

import com.pulumi.core.Output;
import dev.ashlar.core.ContainerImage;
import dev.ashlar.core.SecretReference;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Options of the application's container and of the containers beside it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">Amazon ECS API
 *     Reference: ContainerDefinition</a>
 */
public interface ContainerOptions {

    /** The image to run. Required. */
    @Nullable
    ContainerImage image();

    /** The command, instead of the image's own. Default: the image's own. */
    List<String> command();

    /** The entry point, instead of the image's own. Default: the image's own. */
    List<String> entryPoint();

    /** Plain environment variables. Default: none. */
    Map<String, Output<String>> environment();

    /** Environment variables whose values ECS reads from Secrets Manager when a task starts. Default: none. */
    Map<String, SecretReference> secrets();

    /** The user that the container runs as, such as {@code 1000:1000}. Default: the image's own. */
    @Nullable
    String user();

    /** The TCP port that the container listens on, 1 to 65535. Default: none. */
    @Nullable
    Integer port();

    /**
     * The protocol of the port. A change requires a new service where Service Connect uses the port. Default: any over
     * TCP.
     */
    @Nullable
    AppProtocol appProtocol();

    /**
     * Whether the container can write only to {@link #writablePaths}, so that an intruder cannot change what runs.
     * Default: {@code true}.
     */
    @Value.Default
    default boolean readonlyRootFilesystem() {
        return true;
    }

    /**
     * Directories that are writable although the root filesystem is read-only; they are empty when a task starts. They
     * belong to root, and only root can write there, {@code /tmp} included, unless the image declares them with
     * {@code VOLUME}: then they have the owner and the permissions that they have in the image. An image that runs as
     * another user requires that. Default: {@code /tmp}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html">Use bind mounts with Amazon
     *     ECS</a>
     */
    @Value.Default
    default List<String> writablePaths() {
        return List.of("/tmp");
    }

    /** How ECS decides whether the container is healthy. Default: it is healthy while it runs. */
    @Nullable
    ContainerHealthCheck containerHealthCheck();
}
