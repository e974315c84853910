package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A state of a {@link StateMachine}: an immutable value whose methods return a changed copy. Its name is given where it
 * is added to the machine.
 *
 * @param <S> the type of state
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html">Discovering workflow
 *     states</a>
 */
public abstract sealed class State<S extends State<S>> permits FailState, DataState {

    private final Fields fields;

    State(Fields fields) {
        this.fields = fields;
    }

    /** Sets a description for readers of the definition. */
    public S comment(String comment) {
        return with("Comment", comment);
    }

    final Fields fields() {
        return fields;
    }

    final S with(String field, @Nullable Object value) {
        return copy(fields.with(field, value));
    }

    abstract S copy(Fields fields);

    @Override
    public final boolean equals(Object other) {
        return other instanceof State<?> state && state.fields.equals(fields);
    }

    @Override
    public final int hashCode() {
        return fields.hashCode();
    }

    @Override
    public final String toString() {
        return fields.toString();
    }
}
