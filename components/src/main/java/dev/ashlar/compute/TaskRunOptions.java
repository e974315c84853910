package dev.ashlar.compute;

import java.time.Duration;
import org.immutables.value.Value;

/** What tasks that run to their end have in common, on a schedule or when somebody starts them. */
public interface TaskRunOptions extends TaskOptions {

    /**
     * How long the application may take to end when it is told to stop, before it is killed: 2 to 120 seconds. Default: 30
     * seconds.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">Amazon ECS API
     *     Reference: ContainerDefinition, {@code stopTimeout}</a>
     */
    @Value.Default
    default Duration stopTimeout() {
        return Duration.ofSeconds(30);
    }
}
