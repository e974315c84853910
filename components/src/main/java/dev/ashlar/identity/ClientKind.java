package dev.ashlar.identity;

/** What an application is, as far as its logins go: what it can keep to itself decides how it gets its tokens. */
public enum ClientKind {
    /**
     * Runs where everybody can read it, in a browser or on a telephone: it has no secret. It logs users in with an
     * authorization code and PKCE, or by itself with SRP, and each refresh token serves once.
     */
    SPA,
    /** Runs on a server, a load balancer included: it has a secret, and logs users in with an authorization code. */
    SERVER,
    /** Runs without users: it has a secret, and gets tokens for scopes of resource servers with it. */
    MACHINE
}
