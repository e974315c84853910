package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import dev.ashlar.statemachine.internal.Payload;
import java.util.Arrays;
import java.util.Map;

/**
 * A state that runs several branches on the same input at the same time. Its result is an array of their outputs. It
 * fails when one branch fails.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html">Parallel workflow state</a>
 */
public final class ParallelState extends WorkState<ParallelState> {

    private ParallelState(Fields fields) {
        super(fields);
    }

    /**
     * Returns the state.
     *
     * @param branches the branches, without a timeout; the names of their states are unique in the whole state machine
     */
    public static ParallelState of(StateMachine... branches) {
        return new ParallelState(Fields.type("Parallel")
                .with(
                        "Branches",
                        Arrays.stream(branches).map(StateMachine::scope).toList()));
    }

    /** Sets the input of the branches, see {@link TaskState#parameters}. Default: the input of the state. */
    public ParallelState parameters(Map<String, ?> template) {
        return with("Parameters", new Payload(template));
    }

    @Override
    ParallelState copy(Fields fields) {
        return new ParallelState(fields);
    }
}
