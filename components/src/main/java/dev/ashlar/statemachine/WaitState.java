package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import java.time.Duration;
import java.time.Instant;

/**
 * A state that delays the execution.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html">Wait workflow state</a>
 */
public final class WaitState extends StepState<WaitState> {

    private WaitState(Fields fields) {
        super(fields);
    }

    /** Returns a delay in whole seconds, 0 to 99,999,999. */
    public static WaitState of(Duration duration) {
        return waiting("Seconds", duration);
    }

    /** Returns a delay with the number of seconds at a path of the input. */
    public static WaitState secondsPath(String path) {
        return waiting("SecondsPath", JsonPath.of(path));
    }

    /** Returns a delay until a time. */
    public static WaitState until(Instant time) {
        return waiting("Timestamp", time);
    }

    /** Returns a delay until the time at a path of the input, as RFC 3339 writes it. */
    public static WaitState timestampPath(String path) {
        return waiting("TimestampPath", JsonPath.of(path));
    }

    private static WaitState waiting(String field, Object value) {
        return new WaitState(Fields.type("Wait").with(field, value));
    }

    @Override
    WaitState copy(Fields fields) {
        return new WaitState(fields);
    }
}
