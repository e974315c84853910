package dev.ashlar.preflight.sandbox.value;

/** A request that AWS, or the sandbox itself, refuses; the message is what the user reads. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
