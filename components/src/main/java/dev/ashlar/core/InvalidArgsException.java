package dev.ashlar.core;

import com.pulumi.exceptions.RunException;
import dev.ashlar.graph.Rejection;
import java.util.List;

/**
 * Thrown if arguments are not valid; the message contains every violation with its fix. As a {@link RunException}, it
 * is shown by the Pulumi engine as a message of the stack, without a stack trace.
 */
public final class InvalidArgsException extends RunException implements Rejection {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidArgsException(Violations violations) {
        super(violations.message());
        this.violations = violations.all();
    }

    /** Returns the violations, in the order in which they were found. */
    public List<Violation> violations() {
        return violations;
    }

    @Override
    public List<String> faults() {
        return violations.stream().map(Violation::message).toList();
    }
}
