package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import dev.ashlar.statemachine.internal.Payload;
import java.time.Duration;
import java.util.Map;

/**
 * A state that calls an AWS service, a Lambda function or an activity.
 *
 * <pre>{@code
 * TaskState.of("arn:aws:states:::aws-sdk:ecs:updateService")
 *         .parameters(Map.of("Cluster", "shop", "Service", JsonPath.of("$.service")))
 *         .retry(Retry.on(ErrorNames.ALL).maxAttempts(5))
 *         .onAnyError("Rollback")
 *         .next("Wait")
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html">Task workflow state</a>
 */
public final class TaskState extends WorkState<TaskState> {

    private TaskState(Fields fields) {
        super(fields);
    }

    /**
     * Returns a task.
     *
     * @param resource the ARN of the integration, function or activity: a text, or a value that the tool which deploys
     *     the definition resolves, such as an output
     */
    public static TaskState of(Object resource) {
        return new TaskState(Fields.type("Task").with("Resource", resource));
    }

    /**
     * Sets the parameters of the call. Default: the input.
     *
     * @param template the parameters: values of any kind, {@link Expression}s, and maps and lists of them
     */
    public TaskState parameters(Map<String, ?> template) {
        return with("Parameters", new Payload(template));
    }

    /**
     * Sets the longest time that the task may take, in whole seconds, 1 to 99,999,999. A longer one fails with
     * {@link ErrorNames#TIMEOUT}. Default: 99,999,999 seconds.
     */
    public TaskState timeout(Duration timeout) {
        return copy(fields().without("TimeoutSecondsPath").with("TimeoutSeconds", timeout));
    }

    /** Sets the path of the longest time that the task may take, in seconds. */
    public TaskState timeoutPath(String path) {
        return copy(fields().without("TimeoutSeconds").with("TimeoutSecondsPath", JsonPath.of(path)));
    }

    /**
     * Sets the longest time between two heartbeats of an activity or of a task with a token, in whole seconds, less
     * than the timeout. Default: no heartbeat is required.
     */
    public TaskState heartbeat(Duration heartbeat) {
        return with("HeartbeatSeconds", heartbeat);
    }

    @Override
    TaskState copy(Fields fields) {
        return new TaskState(fields);
    }
}
