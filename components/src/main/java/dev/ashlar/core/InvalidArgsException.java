package dev.ashlar.core;

import com.pulumi.exceptions.RunException;
import dev.ashlar.graph.Rejection;
import java.util.List;

/**
 * A caller's mistake: the message holds every fault with its fix. It is a {@link RunException}, which the Pulumi engine
 * shows as a message of the stack, without a stack trace.
 */
public final class InvalidArgsException extends RunException implements Rejection {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidArgsException(Violations violations) {
        super(violations.message());
        this.violations = violations.all();
    }

    /** The faults, in the order in which they were found. */
    public List<Violation> violations() {
        return violations;
    }

    @Override
    public List<String> faults() {
        return violations.stream().map(Violation::message).toList();
    }
}
