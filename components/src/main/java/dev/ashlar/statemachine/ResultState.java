package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;

/**
 * A state with a result, which replaces the input or is added to it.
 *
 * @param <S> the type of state
 */
public abstract sealed class ResultState<S extends ResultState<S>> extends StepState<S> permits PassState, WorkState {

    ResultState(Fields fields) {
        super(fields);
    }

    /**
     * Sets where the result is added to the input. A field of this path that exists is replaced.
     * Default: {@code $}, the result replaces the input.
     */
    public S resultPath(String resultPath) {
        return with("ResultPath", JsonPath.of(resultPath));
    }

    /** Discards the result: the output is the input. */
    public S discardResult() {
        return with("ResultPath", null);
    }
}
