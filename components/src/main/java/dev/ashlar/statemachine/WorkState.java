package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import dev.ashlar.statemachine.internal.Payload;
import java.util.Arrays;
import java.util.Map;

/**
 * A state that can fail, and that can retry or continue with another state then.
 *
 * @param <S> the type of state
 */
public abstract sealed class WorkState<S extends WorkState<S>> extends ResultState<S>
        permits MapState, ParallelState, TaskState {

    WorkState(Fields fields) {
        super(fields);
    }

    /**
     * Sets the parts of the raw result that are the result. Paths begin at the raw result. Default: all of it.
     *
     * @param template the fields of the result: values of any kind, {@link Expression}s, and maps and lists of them
     */
    public S resultSelector(Map<String, ?> template) {
        return with("ResultSelector", new Payload(template));
    }

    /** Adds retries, tried in order: the first that names the error applies. */
    public S retry(Retry... retries) {
        return copy(fields().adding(
                        "Retry", Arrays.stream(retries).map(Retry::fields).toList()));
    }

    /** Adds catches, tried in order: the first that names the error applies. */
    public S onError(Catch... catches) {
        return copy(fields().adding(
                        "Catch", Arrays.stream(catches).map(Catch::fields).toList()));
    }

    /** Adds a catch of all errors, with the error at {@code $.error} of the input of the next state. */
    public S onAnyError(String next) {
        return onError(Catch.on(ErrorNames.ALL).resultPath("$.error").next(next));
    }
}
