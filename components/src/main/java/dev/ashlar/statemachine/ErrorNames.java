package dev.ashlar.statemachine;

/**
 * The error names that the States language defines. A service integration has error names of its own, such as
 * {@code DynamoDB.ConditionalCheckFailedException}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">Handling errors in
 *     Step Functions workflows</a>
 */
public final class ErrorNames {

    /** Every error except {@link #DATA_LIMIT_EXCEEDED} and {@link #RUNTIME}. Must be alone and in the last entry. */
    public static final String ALL = "States.ALL";

    /** Every error of a task except {@link #TIMEOUT}. */
    public static final String TASK_FAILED = "States.TaskFailed";

    /** A task or an execution that ran longer than its timeout, or that sent no heartbeat in time. */
    public static final String TIMEOUT = "States.Timeout";

    /** A task that sent no heartbeat in time. */
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    /** A task whose role does not have the permission. */
    public static final String PERMISSIONS = "States.Permissions";

    /** A result that cannot be placed at {@code resultPath}. */
    public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";

    /** A path in {@code parameters} that the input does not have. */
    public static final String PARAMETER_PATH_FAILURE = "States.ParameterPathFailure";

    /** A branch of a {@link ParallelState} that failed. */
    public static final String BRANCH_FAILED = "States.BranchFailed";

    /** An input that no choice matches, in a {@link ChoiceState} without a default. */
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

    /** An intrinsic function that failed. */
    public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

    /** A payload over the quota. No {@link Catch} of {@link #ALL} matches it. */
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

    /** An exception that Step Functions cannot process, such as a path into null. It always fails the execution. */
    public static final String RUNTIME = "States.Runtime";

    private ErrorNames() {}
}
