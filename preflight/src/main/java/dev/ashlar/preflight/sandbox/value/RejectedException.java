package dev.ashlar.preflight.sandbox.value;

/** A request that AWS or the sandbox rejects. The message is for the user. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RejectedException(String message) {
        super(message);
    }
}
