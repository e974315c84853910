package dev.ashlar.preflight.sandbox;

/** A request that AWS, or the sandbox itself, refuses; the message is what the user reads. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
