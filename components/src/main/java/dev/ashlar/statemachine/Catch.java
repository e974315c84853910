package dev.ashlar.statemachine;

import dev.ashlar.statemachine.internal.Fields;
import java.util.List;

/**
 * Continues with another state after errors that were not retried, or not with success.
 *
 * <pre>{@code
 * Catch.on(ErrorNames.ALL).resultPath("$.error").next("Rollback")
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states">
 *     Fallback states</a>
 */
public final class Catch {

    private final Fields fields;

    private Catch(Fields fields) {
        this.fields = fields;
    }

    /** Returns a catch of the named errors, see {@link ErrorNames}. */
    public static Catch on(String... errors) {
        return new Catch(Fields.EMPTY.with("ErrorEquals", List.of(errors)));
    }

    /**
     * Sets where the error, an object with {@code Error} and {@code Cause}, is added to the input of the next state.
     * Default: it replaces the input.
     */
    public Catch resultPath(String resultPath) {
        return new Catch(fields.with("ResultPath", JsonPath.of(resultPath)));
    }

    /** Sets the state that runs next. */
    public Catch next(String state) {
        return new Catch(fields.with("Next", state));
    }

    Fields fields() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Catch that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "Catch" + fields;
    }
}
