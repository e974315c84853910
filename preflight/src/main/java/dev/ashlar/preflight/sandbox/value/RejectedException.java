package dev.ashlar.preflight.sandbox.value;

/** A request that AWS, or the sandbox itself, refuses; the message is what the user reads. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RejectedException(String message) {
        super(message);
    }
}
