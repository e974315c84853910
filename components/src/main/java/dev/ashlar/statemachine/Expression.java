package dev.ashlar.statemachine;

/**
 * A value that Step Functions computes while a state machine runs. As a value in {@code parameters},
 * {@code resultSelector} or {@code itemSelector} it renders with the suffix {@code .$} at its key.
 */
public sealed interface Expression permits Intrinsic, JsonPath {

    /** Returns the expression as the States language writes it, such as {@code $.slots.canary}. */
    String text();
}
