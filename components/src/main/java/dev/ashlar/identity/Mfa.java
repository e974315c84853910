package dev.ashlar.identity;

/** Whether users prove who they are with a second factor, an authenticator app. */
public enum Mfa {
    /** Nobody can. */
    OFF("OFF"),
    /** Who sets one up has to. */
    OPTIONAL("OPTIONAL"),
    /** Everybody has to. */
    REQUIRED("ON");

    private final String wireName;

    Mfa(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code mfaConfiguration}. */
    public String wireName() {
        return wireName;
    }
}
