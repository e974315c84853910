package dev.ashlar.statemachine;

/**
 * A JSONPath into the input of a state, or into the context object of the execution. The syntax is checked by
 * {@link StateMachine#check}.
 *
 * @param text the path, such as {@code $.slots.canary} or {@code $$.Execution.Id}
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html">Using JSONPath
 *     paths</a>
 */
public record JsonPath(String text) implements Expression {

    /** The whole input of the state. */
    public static final JsonPath INPUT = new JsonPath("$");

    /** The ID of the execution, which is its ARN. */
    public static final JsonPath EXECUTION_ID = context("Execution.Id");

    /** The input that the execution was started with. */
    public static final JsonPath EXECUTION_INPUT = context("Execution.Input");

    /** The token that a task with the suffix {@code .waitForTaskToken} must return. */
    public static final JsonPath TASK_TOKEN = context("Task.Token");

    /** The current item, in the {@code itemSelector} of a {@link MapState}. */
    public static final JsonPath MAP_ITEM = context("Map.Item.Value");

    /** Returns a path, such as {@code $.slots.canary}. */
    public static JsonPath of(String text) {
        return new JsonPath(text);
    }

    /**
     * Returns a path into the context object.
     *
     * @param field the path behind {@code $$.}, such as {@code State.EnteredTime}
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">Accessing
     *     execution data from the Context object</a>
     */
    public static JsonPath context(String field) {
        return new JsonPath("$$." + field);
    }

    @Override
    public String toString() {
        return text;
    }
}
