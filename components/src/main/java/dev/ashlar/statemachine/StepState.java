package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;

/**
 * A state that one other state follows, or that ends the execution.
 *
 * @param <S> the type of state
 */
public abstract sealed class StepState<S extends StepState<S>> extends DataState<S> permits WaitState, ResultState {

    StepState(Fields fields) {
        super(fields);
    }

    /** Sets the state that runs next. */
    public S next(String state) {
        return copy(fields().without("End").with("Next", state));
    }

    /** Ends the execution, or the branch, with success. */
    public S end() {
        return copy(fields().without("Next").with("End", true));
    }
}
