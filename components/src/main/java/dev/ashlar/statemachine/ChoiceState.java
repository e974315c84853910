package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import java.util.List;

/**
 * A state that continues with one of several states. Choices are tried in order.
 *
 * <pre>{@code
 * ChoiceState.when(string("$.gate").equalTo("ALARM"), "Rollback")
 *         .or(number("$.polls").lessThan(30), "Wait")
 *         .otherwise("Finish")
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html">Choice workflow state</a>
 */
public final class ChoiceState extends DataState<ChoiceState> {

    private ChoiceState(Fields fields) {
        super(fields);
    }

    /** Returns a state with one choice. */
    public static ChoiceState when(Condition condition, String next) {
        return new ChoiceState(Fields.type("Choice")).or(condition, next);
    }

    /** Adds a choice behind those before. */
    public ChoiceState or(Condition condition, String next) {
        return copy(fields().adding("Choices", List.of(condition.fields().with("Next", next))));
    }

    /** Sets the state that runs next if no condition holds. Without it the execution fails then. */
    public ChoiceState otherwise(String next) {
        return with("Default", next);
    }

    @Override
    ChoiceState copy(Fields fields) {
        return new ChoiceState(fields);
    }
}
