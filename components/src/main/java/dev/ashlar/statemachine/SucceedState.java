package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;

/**
 * A state that ends the execution, or the branch, with success.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html">Succeed workflow state</a>
 */
public final class SucceedState extends DataState<SucceedState> {

    private SucceedState(Fields fields) {
        super(fields);
    }

    /** Returns the state. */
    public static SucceedState create() {
        return new SucceedState(Fields.type("Succeed"));
    }

    @Override
    SucceedState copy(Fields fields) {
        return new SucceedState(fields);
    }
}
