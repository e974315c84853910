package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;

/**
 * A state that fails the execution.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html">Fail workflow state</a>
 */
public final class FailState extends State<FailState> {

    private FailState(Fields fields) {
        super(fields);
    }

    /**
     * Returns the state.
     *
     * @param error the error name; it must not begin with {@code States.}
     */
    public static FailState of(String error) {
        return new FailState(Fields.type("Fail").with("Error", error));
    }

    /** Returns the state with an error name from the input, which must not begin with {@code States.} */
    public static FailState of(Expression error) {
        return new FailState(Fields.type("Fail").with("ErrorPath", error));
    }

    /** Sets the cause, a text for people. */
    public FailState cause(String cause) {
        return copy(fields().without("CausePath").with("Cause", cause));
    }

    /** Sets the cause from the input. It must be a text: wrap an object in {@link Intrinsic#jsonToString}. */
    public FailState cause(Expression cause) {
        return copy(fields().without("Cause").with("CausePath", cause));
    }

    @Override
    FailState copy(Fields fields) {
        return new FailState(fields);
    }
}
