package dev.ashlar.identity;

/** Whether users have a second factor, an authenticator app. */
public enum Mfa {
    /** No user has one. */
    OFF("OFF"),
    /** Users who set one up must use it. */
    OPTIONAL("OPTIONAL"),
    /** Every user must have one. */
    REQUIRED("ON");

    private final String wireName;

    Mfa(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the value of {@code mfaConfiguration}. */
    public String wireName() {
        return wireName;
    }
}
