package dev.ashlar.compute;

import java.time.Duration;
import org.immutables.value.Value;

/** Options of tasks that run to completion, on a schedule or on request. */
public interface TaskRunOptions extends TaskOptions {

    /**
     * The time after which ECS kills an application that it has signaled to stop: 2 to 120 seconds. Default: 30
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
