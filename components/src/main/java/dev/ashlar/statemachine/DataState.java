package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;

/**
 * A state that selects its input and its output.
 *
 * @param <S> the type of state
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">Processing
 *     input and output in Step Functions</a>
 */
public abstract sealed class DataState<S extends DataState<S>> extends State<S>
        permits ChoiceState, SucceedState, StepState {

    DataState(Fields fields) {
        super(fields);
    }

    /** Sets the part of the input that the state uses. Default: {@code $}, all of it. */
    public S inputPath(String inputPath) {
        return with("InputPath", JsonPath.of(inputPath));
    }

    /** Replaces the input by an empty object. */
    public S discardInput() {
        return with("InputPath", null);
    }

    /** Sets the part of the result that is the state's output. Default: {@code $}, all of it. */
    public S outputPath(String outputPath) {
        return with("OutputPath", JsonPath.of(outputPath));
    }

    /** Replaces the output by an empty object. */
    public S discardOutput() {
        return with("OutputPath", null);
    }
}
