package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import java.time.Duration;
import java.util.List;

/**
 * Retries a state after errors.
 *
 * <pre>{@code
 * Retry.on(ErrorNames.ALL).interval(Duration.ofSeconds(1)).backoffRate(1.5).maxAttempts(8)
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error">
 *     Retrying after an error</a>
 */
public final class Retry {

    private final Fields fields;

    private Retry(Fields fields) {
        this.fields = fields;
    }

    /** Returns a retry after the named errors, see {@link ErrorNames}. */
    public static Retry on(String... errors) {
        return new Retry(Fields.EMPTY.with("ErrorEquals", List.of(errors)));
    }

    /** Sets the time before the first retry, in whole seconds, 1 to 99,999,999. Default: 1 second. */
    public Retry interval(Duration interval) {
        return new Retry(fields.with("IntervalSeconds", interval));
    }

    /** Sets the number of retries, 0 to 99,999,999; 0 means that the error is never retried. Default: 3. */
    public Retry maxAttempts(int maxAttempts) {
        return new Retry(fields.with("MaxAttempts", maxAttempts));
    }

    /** Sets the factor by which the interval grows with each retry, 1 or more. Default: 2. */
    public Retry backoffRate(double backoffRate) {
        return new Retry(fields.with("BackoffRate", backoffRate));
    }

    /** Sets the longest interval, in whole seconds, 1 to 31,622,400. Default: no limit. */
    public Retry maxDelay(Duration maxDelay) {
        return new Retry(fields.with("MaxDelaySeconds", maxDelay));
    }

    /** Waits a random time between 0 and the interval before each retry. Default: the interval itself. */
    public Retry fullJitter() {
        return new Retry(fields.with("JitterStrategy", "FULL"));
    }

    Fields fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Retry retry && retry.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "Retry" + fields;
    }
}
