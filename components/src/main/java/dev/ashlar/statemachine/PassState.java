package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import dev.ashlar.statemachine.internal.Payload;
import java.util.Map;

/**
 * A state that reshapes its input, or adds fixed data to it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html">Pass workflow state</a>
 */
public final class PassState extends ResultState<PassState> {

    private PassState(Fields fields) {
        super(fields);
    }

    /** Returns a state that passes its input on. */
    public static PassState create() {
        return new PassState(Fields.type("Pass"));
    }

    /** Returns a state with a result computed from its input, see {@link TaskState#parameters}. */
    public static PassState parameters(Map<String, ?> template) {
        return new PassState(Fields.type("Pass").with("Parameters", new Payload(template)));
    }

    /** Returns a state with a fixed result. {@link Expression}s are not evaluated in it. */
    public static PassState result(Object result) {
        return new PassState(Fields.type("Pass").with("Result", result));
    }

    @Override
    PassState copy(Fields fields) {
        return new PassState(fields);
    }
}
